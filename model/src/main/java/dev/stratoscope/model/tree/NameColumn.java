package dev.stratoscope.model.tree;

import static dev.stratoscope.model.tree.NumberColumn.LONG;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * A name for each node: name {@code i} lies between {@code starts.get(i)} and {@code starts.get(i +
 * 1)} of a pool that {@link NumberColumn#PADDING} bytes follow, so that names are compared eight
 * bytes at a time. Immutable.
 */
final class NameColumn {
    private final NumberColumn starts;
    private final MemorySegment pool;

    NameColumn(NumberColumn starts, MemorySegment pool) {
        this.starts = starts;
        this.pool = pool;
    }

    int length(int name) {
        return (int) (starts.get(name + 1) - starts.get(name));
    }

    int compare(int name, NameColumn other, int otherName) {
        long from = starts.get(name);
        long otherFrom = other.starts.get(otherName);
        long length = starts.get(name + 1) - from;
        long otherLength = other.starts.get(otherName + 1) - otherFrom;
        long both = Math.min(length, otherLength);
        for (long i = 0; i < both; i += Long.BYTES) {
            long differing = pool.get(LONG, from + i) ^ other.pool.get(LONG, otherFrom + i);
            if (differing != 0) {
                long at = i + (Long.numberOfTrailingZeros(differing) >> 3);
                return at < both
                        ? Byte.compareUnsigned(
                                pool.get(ValueLayout.JAVA_BYTE, from + at),
                                other.pool.get(ValueLayout.JAVA_BYTE, otherFrom + at))
                        : Long.compare(length, otherLength);
            }
        }
        return Long.compare(length, otherLength);
    }

    int compare(int name, byte[] bytes, int from, int to) {
        long start = starts.get(name);
        int length = (int) (starts.get(name + 1) - start);
        int both = Math.min(length, to - from);
        for (int i = 0; i < both; i++) {
            int order =
                    Byte.compareUnsigned(
                            pool.get(ValueLayout.JAVA_BYTE, start + i), bytes[from + i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(length, to - from);
    }

    void copy(int name, byte[] to, int at) {
        MemorySegment.copy(pool, ValueLayout.JAVA_BYTE, starts.get(name), to, at, length(name));
    }

    ByteString get(int name) {
        return ByteString.of(bytes(name));
    }

    /** The name as UTF-8, with U+FFFD for what is not. */
    String text(int name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private byte[] bytes(int name) {
        byte[] bytes = new byte[length(name)];
        copy(name, bytes, 0);
        return bytes;
    }
}
