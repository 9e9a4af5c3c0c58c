/**
 * Containers: a writable layer over an image, with or without processes in it.
 *
 * <p>{@link dev.stratoscope.model.container.Container} joins what the other packages know: the
 * image in the store, the active snapshot, the processes of the runtime, and the difference between
 * the layer and the image. Its record is a folder that is made before anything else and removed
 * after everything else, so that whatever was killed in between is listed and can be removed.
 */
package dev.stratoscope.model.container;
