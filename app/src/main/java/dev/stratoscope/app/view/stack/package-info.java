/**
 * The layer stack: one image's history drawn to scale, and the slider that says which step is
 * "here".
 *
 * <p>{@link dev.stratoscope.app.view.stack.LayerStack} is the control. It is one canvas painted by
 * small painters that know neither the mouse nor the keyboard; {@link
 * dev.stratoscope.app.view.stack.StackLayout} and {@link dev.stratoscope.app.view.stack.Words} are
 * pure and know no JavaFX at all. Colours come from the style sheets only, through {@link
 * dev.stratoscope.app.view.stack.StackInk}. Everything here belongs to the JavaFX application
 * thread, but for the records, which are immutable.
 */
package dev.stratoscope.app.view.stack;
