/**
 * The image tab: the layer stack, the file tree, details, history and inspect of one image.
 *
 * <p>{@link dev.stratoscope.app.image.ImageTab} opens the image in the background and fills itself
 * as facts arrive: documents first, then each layer as it is read, then the tree. {@link
 * dev.stratoscope.app.image.Selection} is the one idea of "here" that all parts share: a step of
 * the history and what is covered from it.
 */
package dev.stratoscope.app.image;
