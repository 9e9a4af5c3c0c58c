/**
 * What every drawn picture has in common: one canvas in a region, colours from the style sheets, a
 * pen that keeps to device pixels, text fitted to a width, a tooltip for what is under the pointer.
 *
 * <p>{@link dev.stratoscope.app.view.canvas.Drawing} is the region to extend. A picture names its
 * colours and its type as two enums, an {@link dev.stratoscope.app.view.canvas.Ink} and a {@link
 * dev.stratoscope.app.view.canvas.Face}, so that a painter cannot use a colour that no style sheet
 * gives. {@link dev.stratoscope.app.view.canvas.Words} and {@link
 * dev.stratoscope.app.view.canvas.Shares} are pure and know no JavaFX. All else belongs to the
 * JavaFX application thread.
 */
package dev.stratoscope.app.view.canvas;
