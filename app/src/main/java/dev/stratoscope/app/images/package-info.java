/**
 * The images of the local store: a list as docker prints it, a map of the layers they share, and
 * what can be done with them.
 *
 * <p>{@link dev.stratoscope.app.images.ImagesTab} knows the store and runs every act as a job; what
 * it shows is a plain function of {@link dev.stratoscope.model.image.StoreContents}. After each act
 * the store is asked again, since other programs use it too.
 */
package dev.stratoscope.app.images;
