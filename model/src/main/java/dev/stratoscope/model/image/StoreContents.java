package dev.stratoscope.model.image;

import java.util.List;

/**
 * What the local store holds at one moment.
 *
 * @param images newest first
 * @param storedSize the bytes on disk of all blobs
 * @param savedSize the bytes on disk that sharing saves: what the images would take if each had its
 *     layers for itself, less {@code storedSize}
 * @param prunable the bytes on disk that {@code prune} would free
 */
public record StoreContents(
        List<KeptImage> images, long storedSize, long savedSize, long prunable) {
    /** Copies the list. */
    public StoreContents {
        images = List.copyOf(images);
    }
}
