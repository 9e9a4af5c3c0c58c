/**
 * The window: rail, tabs, start page, drop target, status bar. It sits above the features and is
 * the only one that knows them all.
 *
 * <p>{@link dev.stratoscope.app.window.MainWindow} is a node, not a stage, so that the same window
 * is shown on a screen, driven by tests and written as a picture.
 */
package dev.stratoscope.app.window;
