/**
 * Containers: a writable layer over an image, with or without processes in it.
 *
 * <p>{@link dev.stratoscope.model.container.Container} joins what the other packages know: the
 * image in the store, the active snapshot, the processes of the runtime, and the difference between
 * the layer and the image. Its record is a folder that is made before anything else and removed
 * after everything else, so that whatever was killed in between is listed and can be removed.
 *
 * <p>Where nothing can be mounted, by anybody but root or on other systems than Linux, the writable
 * layer has the form that needs no privilege, and all but the processes is the same; it is watched
 * as this program writes to it. It is converted when it is first started where that can be.
 *
 * <p>Decisions: the image stays in the store by a standing lease ({@code store.Holds}) as long as
 * the container is there, also when it is not listed any more. Folders that an image calls volumes
 * are plain folders of the writable layer. What something is mounted on and is not in the image
 * lies in a layer of its own below the writable one, so that it is no change. While a container
 * runs, its upper folder is only read; its files are changed through the root that its processes
 * see, by confined steps. One that was to be removed at its end and ended unseen is removed by the
 * next listing.
 */
package dev.stratoscope.model.container;
