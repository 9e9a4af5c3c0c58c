package dev.stratoscope.model.archive;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.stratoscope.model.image.ImageFormatException;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Takes down the places where a stream can be entered while it is read. Not for several threads.
 */
final class CheckpointRecorder {
    /** How many plain bytes are passed at most to reach a byte, but for long blocks. */
    static final long PLAIN_BETWEEN = 2 << 20;

    /** So that what is kept stays small beside what is stored, however well that is compressed. */
    static final long STORED_BETWEEN = 4 << 10;

    private final List<Row> rows = new ArrayList<>();
    private final ByteArrayOutputStream windows = new ByteArrayOutputStream();
    private long storedLast;
    private long plainLast;

    /** Whether a place is far enough from the last one to be taken down. */
    boolean wants(long stored, long plain) {
        return plain - plainLast >= PLAIN_BETWEEN && stored - storedLast >= STORED_BETWEEN;
    }

    /** Takes a place down; as the parts of {@link Checkpoint}. */
    void add(long stored, int bits, long plain, byte[] window) {
        byte[] deflated = window.length == 0 ? window : deflated(window);
        rows.add(new Row(stored, bits, plain, windows.size(), deflated.length, window.length));
        windows.writeBytes(deflated);
        storedLast = stored;
        plainLast = plain;
    }

    /** All that were taken down. */
    Checkpoints checkpoints() {
        long windowsAt = Checkpoints.HEADER + (long) rows.size() * Checkpoints.ROW;
        MemorySegment bytes =
                MemorySegment.ofArray(new byte[Math.toIntExact(windowsAt + windows.size())]);
        bytes.set(Checkpoints.LONG, 0, Checkpoints.MARK);
        bytes.set(Checkpoints.LONG, 8, rows.size());
        long at = Checkpoints.HEADER;
        for (Row row : rows) {
            bytes.set(Checkpoints.LONG, at, row.stored());
            bytes.set(Checkpoints.LONG, at + Checkpoints.PLAIN, row.plain());
            bytes.set(Checkpoints.LONG, at + Checkpoints.WINDOW_AT, windowsAt + row.windowAt());
            bytes.set(Checkpoints.INT, at + Checkpoints.WINDOW_STORED, row.windowStored());
            bytes.set(Checkpoints.SHORT, at + Checkpoints.WINDOW_PLAIN, (char) row.windowPlain());
            bytes.set(JAVA_BYTE, at + Checkpoints.BITS, (byte) row.bits());
            at += Checkpoints.ROW;
        }
        MemorySegment.copy(
                MemorySegment.ofArray(windows.toByteArray()), 0, bytes, windowsAt, windows.size());
        try {
            return Checkpoints.of(bytes);
        } catch (ImageFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] deflated(byte[] window) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setInput(window);
            deflater.finish();
            byte[] deflated = new byte[Checkpoints.MOST_DEFLATED];
            int length = deflater.deflate(deflated);
            return Arrays.copyOf(deflated, length);
        }
    }

    private record Row(
            long stored, int bits, long plain, int windowAt, int windowStored, int windowPlain) {}
}
