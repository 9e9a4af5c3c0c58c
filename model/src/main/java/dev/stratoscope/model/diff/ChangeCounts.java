package dev.stratoscope.model.diff;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * How many paths changed in which way.
 *
 * @param added paths that are new
 * @param modified paths with other content, target, device or type
 * @param metadataOnly paths with only another mode, owner, time or extended attributes
 * @param deleted paths that are gone, those below a removed folder included
 */
public record ChangeCounts(int added, int modified, int metadataOnly, int deleted) {
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int BYTES = 4 * Integer.BYTES;

    /** The counts in 16 bytes, fit to be kept and {@linkplain #unpack opened again}. */
    public MemorySegment pack() {
        MemorySegment bytes = MemorySegment.ofArray(new byte[BYTES]);
        bytes.set(INT, 0, added);
        bytes.set(INT, 4, modified);
        bytes.set(INT, 8, metadataOnly);
        bytes.set(INT, 12, deleted);
        return bytes;
    }

    /** The counts that were packed; null when the bytes are none. */
    public static @Nullable ChangeCounts unpack(MemorySegment bytes) {
        if (bytes.byteSize() != BYTES) {
            return null;
        }
        ChangeCounts counts =
                new ChangeCounts(
                        bytes.get(INT, 0),
                        bytes.get(INT, 4),
                        bytes.get(INT, 8),
                        bytes.get(INT, 12));
        int signs = counts.added | counts.modified | counts.metadataOnly | counts.deleted;
        return signs < 0 ? null : counts;
    }
}
