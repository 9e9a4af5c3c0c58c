package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.tree.ByteString;

import java.util.List;

/**
 * An image that is to be written to an archive.
 *
 * @param image the image where it lies; its layers have descriptors
 * @param config the digest that the manifest has of its config
 * @param manifest the bytes of its manifest
 * @param names the names it is to have there, with tags
 * @param tarSizes the lengths of the layers' tars in bytes, bottom first
 */
public record SavedImage(
        StoredImage image,
        Digest config,
        ByteString manifest,
        List<Reference> names,
        List<Long> tarSizes) {
    /** Copies the lists. */
    public SavedImage {
        names = List.copyOf(names);
        tarSizes = List.copyOf(tarSizes);
    }
}
