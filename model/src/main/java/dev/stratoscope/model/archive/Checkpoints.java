package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.ImageFormatException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The places where one compressed stream can be entered, as one piece of memory that may be mapped
 * from a file. Immutable.
 *
 * <p>The form, little-endian: 8 bytes of mark, the number of rows as 8 bytes, the rows ascending,
 * their windows deflated. A row: the offsets in the stored and in the plain bytes, and that of its
 * window in this memory, 8 bytes each; the window's length as deflated, 4 bytes, and as plain, 2
 * bytes; the bits, 1 byte; 1 byte of nothing.
 */
final class Checkpoints {
    static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfChar SHORT =
            ValueLayout.JAVA_CHAR_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    static final long MARK = 0x31746e696f706b63L;
    static final int HEADER = 16;
    static final int ROW = 32;
    static final int PLAIN = 8;
    static final int WINDOW_AT = 16;
    static final int WINDOW_STORED = 24;
    static final int WINDOW_PLAIN = 28;
    static final int BITS = 30;

    /** What a window takes at most, deflated. */
    static final int MOST_DEFLATED = RawInflater.WINDOW + 64;

    private static final String ITEM = "checkpoints";

    private final MemorySegment bytes;

    /** As a buffer it is read fast also while the JVM is cold. */
    private final ByteBuffer buffer;

    private final int count;

    private Checkpoints(MemorySegment bytes, ByteBuffer buffer, int count) {
        this.bytes = bytes;
        this.buffer = buffer;
        this.count = count;
    }

    /**
     * Reads what {@link #segment} gave.
     *
     * @param bytes not changed as long as this is used
     * @throws ImageFormatException when the bytes are no checkpoints
     */
    static Checkpoints of(MemorySegment bytes) throws ImageFormatException {
        if (bytes.byteSize() < HEADER || bytes.byteSize() > Integer.MAX_VALUE) {
            throw new ImageFormatException(ITEM, "are " + bytes.byteSize() + " bytes");
        }
        ByteBuffer buffer = bytes.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        if (buffer.getLong(0) != MARK) {
            throw new ImageFormatException(ITEM, "have no mark");
        }
        long count = buffer.getLong(8);
        if (count < 0 || count > (bytes.byteSize() - HEADER) / ROW) {
            throw new ImageFormatException(ITEM, "are said to be " + count);
        }
        Checkpoints read = new Checkpoints(bytes, buffer, Math.toIntExact(count));
        for (int i = 0; i < read.count; i++) {
            if (!read.isSound(i)) {
                throw new ImageFormatException(ITEM, "number " + i + " is damaged");
            }
        }
        return read;
    }

    private boolean isSound(int i) {
        long windowAt = buffer.getLong(at(i) + WINDOW_AT);
        int windowStored = buffer.getInt(at(i) + WINDOW_STORED);
        int bits = buffer.get(at(i) + BITS);
        long storedBefore = i == 0 ? 0 : stored(i - 1);
        long plainBefore = i == 0 ? 0 : plain(i - 1);
        return stored(i) > storedBefore
                && plain(i) >= plainBefore
                && bits >= 0
                && bits < 8
                && buffer.getChar(at(i) + WINDOW_PLAIN) <= RawInflater.WINDOW
                && windowStored >= 0
                && windowStored <= MOST_DEFLATED
                && windowAt >= at(count)
                && windowAt <= bytes.byteSize() - windowStored;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The whole as it is kept; read-only. */
    MemorySegment segment() {
        return bytes.asReadOnly();
    }

    /** Where the last place at or before an offset in the plain bytes is; 0 where there is none. */
    long plainBefore(long offset) {
        int number = numberBefore(offset);
        return number < 0 ? 0 : plain(number);
    }

    /**
     * The last place at or before an offset in the plain bytes.
     *
     * @return null when the beginning is the only one
     * @throws ImageFormatException when its window is damaged
     */
    @Nullable Checkpoint before(long offset) throws IOException {
        int number = numberBefore(offset);
        return number < 0
                ? null
                : new Checkpoint(
                        stored(number),
                        buffer.get(at(number) + BITS),
                        plain(number),
                        window(number));
    }

    /** The offset in the plain bytes of one of the places. */
    long plain(int number) {
        return buffer.getLong(at(number) + PLAIN);
    }

    private long stored(int number) {
        return buffer.getLong(at(number));
    }

    private int numberBefore(long offset) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (plain(middle) <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    private byte[] window(int number) throws ImageFormatException {
        byte[] window = new byte[buffer.getChar(at(number) + WINDOW_PLAIN)];
        if (window.length == 0) {
            return window;
        }
        byte[] stored = new byte[buffer.getInt(at(number) + WINDOW_STORED)];
        buffer.get((int) buffer.getLong(at(number) + WINDOW_AT), stored);
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(stored);
            if (inflater.inflate(window) != window.length) {
                throw new ImageFormatException(ITEM, "number " + number + " is cut short");
            }
            return window;
        } catch (DataFormatException e) {
            throw new ImageFormatException(ITEM, "number " + number + " is damaged", e);
        }
    }

    private static int at(int number) {
        return HEADER + number * ROW;
    }
}
