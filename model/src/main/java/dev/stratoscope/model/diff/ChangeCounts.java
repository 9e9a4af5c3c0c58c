package dev.stratoscope.model.diff;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
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
    private static final int BYTES = 4 * Integer.BYTES;

    /** The counts in 16 bytes, fit to be kept and {@linkplain #unpack opened again}. */
    public MemorySegment pack() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(added).putInt(modified).putInt(metadataOnly).putInt(deleted);
        return MemorySegment.ofBuffer(bytes.flip());
    }

    /** The counts that were packed; null when the bytes are none. */
    public static @Nullable ChangeCounts unpack(MemorySegment packed) {
        if (packed.byteSize() != BYTES) {
            return null;
        }
        ByteBuffer bytes = packed.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        ChangeCounts counts =
                new ChangeCounts(bytes.getInt(), bytes.getInt(), bytes.getInt(), bytes.getInt());
        int signs = counts.added | counts.modified | counts.metadataOnly | counts.deleted;
        return signs < 0 ? null : counts;
    }
}
