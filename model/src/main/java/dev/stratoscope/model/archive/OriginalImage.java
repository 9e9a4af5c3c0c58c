package dev.stratoscope.model.archive;

import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

/**
 * An image as it is to be kept elsewhere.
 *
 * @param image the image and its layers; what its manifest says of them is told by the layers
 * @param manifest the bytes of its manifest, whose descriptor is the image's; null where the
 *     container has none, as docker-archives do
 */
public record OriginalImage(StoredImage image, @Nullable ByteString manifest) {}
