package dev.stratoscope.model.build;

import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.store.OpenedImage;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/** The port to the images that FROM and {@code --from} name. Safe for use by many threads. */
public interface ImageResolver {
    /**
     * Finds an image; its blobs stay in the store until it is closed.
     *
     * @param image a name or id of the store, or an archive ({@code oci-archive:FILE} and the like)
     * @throws dev.stratoscope.model.image.NoSuchImageException when there is none
     */
    OpenedImage resolve(String image, Platform platform, Progress progress) throws IOException;

    /**
     * The config of an image that the store has at this moment; nothing is loaded for it.
     *
     * @param image as for {@link #resolve}
     * @return null where the store has none that can be read
     */
    @Nullable ImageConfig known(String image);
}
