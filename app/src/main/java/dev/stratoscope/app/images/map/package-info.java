/**
 * The sharing map: which layers the images of a store have in common, drawn on one canvas.
 *
 * <p>{@link dev.stratoscope.app.images.map.MapLayout} decides where everything stands and is free
 * of JavaFX; {@link dev.stratoscope.app.images.map.SharingMap} is the control.
 */
package dev.stratoscope.app.images.map;
