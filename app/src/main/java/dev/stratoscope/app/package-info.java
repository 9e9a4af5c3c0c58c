/**
 * The program: {@link dev.stratoscope.app.Main} starts the command line, {@link
 * dev.stratoscope.app.App} the window, and {@link dev.stratoscope.app.Services} wires both by hand.
 * One package below this one for each feature.
 */
package dev.stratoscope.app;
