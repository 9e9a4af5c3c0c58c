/**
 * The only place that knows JavaFX's thread: background jobs with progress and cancel, and errors
 * put into words.
 *
 * <p>Views start a {@link dev.stratoscope.app.fx.Job} and get its result back on the JavaFX thread;
 * they never call the engine themselves. {@link dev.stratoscope.app.fx.Jobs} takes two executors,
 * so that tests can run everything on one thread.
 */
package dev.stratoscope.app.fx;
