/**
 * Long work: progress, cancellation, and a bounded fan-out on virtual threads, and one whose
 * results are taken in order.
 *
 * <p>Progress and cancellation are one thing: whoever works calls {@link
 * dev.stratoscope.model.task.Progress#advance}, and that is where a cancelled task stops. Workers
 * never push to a screen; the screen samples a {@link dev.stratoscope.model.task.Meter}. This is
 * the only package of the engine that starts threads.
 */
package dev.stratoscope.model.task;
