package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.Digest;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One regular file of one layer and where its bytes lie; what {@link Contents} opens.
 *
 * @param path the path in the layer
 * @param layer the layer's position in its image, from 0 at the bottom
 * @param size the file's length in bytes
 * @param offset where its bytes begin in the layer's tar
 * @param sparse the stored pieces of a sparse file in order; null when the file is stored whole
 * @param digest the sha256 of the file's bytes; null of a hollow file
 */
public record Entry(
        ByteString path,
        int layer,
        long size,
        long offset,
        @Nullable List<Extent> sparse,
        @Nullable Digest digest) {

    /** The most bytes of holes in one file that are hashed as the zeros they stand for. */
    public static final long MOST_HOLES = 32 << 20;

    /**
     * Whether a sparse file has more than {@link #MOST_HOLES} bytes of holes. To hash terabytes
     * that are nowhere stored would take hours, so such a file has no digest of all its bytes.
     *
     * @param size the file's length in bytes
     * @param sparse its stored pieces; null for a file stored whole
     */
    public static boolean isHollow(long size, @Nullable List<Extent> sparse) {
        if (sparse == null) {
            return false;
        }
        long stored = 0;
        for (Extent piece : sparse) {
            stored += piece.length();
        }
        return size - stored > MOST_HOLES;
    }

    /**
     * What tells hollow files of the same stored bytes apart, as hashed before these: the size and
     * the places of the pieces. Pieces that touch count as one, and empty ones not at all.
     */
    public static ByteBuffer places(long size, List<Extent> sparse) {
        List<Extent> joined = new ArrayList<>();
        for (Extent piece : sparse) {
            @Nullable Extent last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.offset() + last.length() == piece.offset()) {
                long length = last.length() + piece.length();
                joined.set(joined.size() - 1, new Extent(last.offset(), length));
            } else if (piece.length() > 0) {
                joined.add(piece);
            }
        }
        ByteBuffer places = ByteBuffer.allocate(8 + 16 * joined.size()).putLong(size);
        for (Extent piece : joined) {
            places.putLong(piece.offset()).putLong(piece.length());
        }
        return places.flip();
    }

    /**
     * A stored piece of a sparse file.
     *
     * @param offset where it lies in the file
     * @param length how long it is in bytes
     */
    public record Extent(long offset, long length) {}
}
