package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.util.List;

/** A file or folder that holds images. Safe for use by many threads. */
public interface ImageContainer {
    /** What it holds, in its own order; what belongs to an image is attached to it. */
    List<ListedImage> images();

    /**
     * Reads the documents of one image; layers are not read.
     *
     * @param listed one of {@link #images} or of what is attached to them
     * @throws ImageFormatException when a document is missing, damaged or not what it should be
     */
    StoredImage open(ListedImage listed, Progress progress) throws IOException;

    /** Whether there are images, and not files of which one was made. */
    default boolean holdsImages() {
        return true;
    }

    /**
     * As {@link #open}, with the bytes of the manifest where there is one.
     *
     * @param listed one of {@link #images}
     */
    default OriginalImage original(ListedImage listed, Progress progress) throws IOException {
        return new OriginalImage(open(listed, progress), null);
    }
}
