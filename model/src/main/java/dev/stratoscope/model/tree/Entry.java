package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.Digest;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One regular file of one layer and where its bytes lie; what {@link Contents} opens.
 *
 * @param path the path in the layer
 * @param layer the layer's position in its image, from 0 at the bottom
 * @param size the file's length in bytes
 * @param offset where its bytes begin in the layer's tar
 * @param sparse the stored pieces of a sparse file in order; null when the file is stored whole
 * @param digest the sha256 of the file's bytes
 */
public record Entry(
        ByteString path,
        int layer,
        long size,
        long offset,
        @Nullable List<Extent> sparse,
        Digest digest) {

    /**
     * A stored piece of a sparse file.
     *
     * @param offset where it lies in the file
     * @param length how long it is in bytes
     */
    public record Extent(long offset, long length) {}
}
