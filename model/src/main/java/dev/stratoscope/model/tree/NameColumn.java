package dev.stratoscope.model.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A name for each node: name {@code i} lies between {@code starts.get(i)} and {@code starts.get(i +
 * 1)} of a pool that {@link NumberColumn#PADDING} bytes follow, so that names are compared eight
 * bytes at a time. Immutable.
 */
final class NameColumn {
    private final NumberColumn starts;
    private final ByteBuffer pool;

    NameColumn(NumberColumn starts, ByteBuffer pool) {
        this.starts = starts;
        this.pool = pool;
    }

    int length(int name) {
        return starts.getInt(name + 1) - starts.getInt(name);
    }

    int compare(int name, NameColumn other, int otherName) {
        int from = starts.getInt(name);
        int otherFrom = other.starts.getInt(otherName);
        int length = starts.getInt(name + 1) - from;
        int otherLength = other.starts.getInt(otherName + 1) - otherFrom;
        int both = Math.min(length, otherLength);
        for (int i = 0; i < both; i += Long.BYTES) {
            long differing = pool.getLong(from + i) ^ other.pool.getLong(otherFrom + i);
            if (differing != 0) {
                int at = i + (Long.numberOfTrailingZeros(differing) >> 3);
                return at < both
                        ? Byte.compareUnsigned(pool.get(from + at), other.pool.get(otherFrom + at))
                        : Integer.compare(length, otherLength);
            }
        }
        return Integer.compare(length, otherLength);
    }

    int compare(int name, byte[] bytes, int from, int to) {
        int start = starts.getInt(name);
        int length = starts.getInt(name + 1) - start;
        int both = Math.min(length, to - from);
        for (int i = 0; i < both; i++) {
            int order = Byte.compareUnsigned(pool.get(start + i), bytes[from + i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(length, to - from);
    }

    void copy(int name, byte[] to, int at) {
        pool.get(starts.getInt(name), to, at, length(name));
    }

    /** As {@link LayerIndex#copyNames}. */
    int copy(int from, int to, byte[] into, int[] ends, int end) {
        int start = end == 0 ? 0 : ends[end - 1];
        int first = starts.getInt(from);
        int shift = start - first;
        int most = Math.min(to - from, ends.length - end);
        int count = 0;
        while (count < most) {
            int stop = starts.getInt(from + count + 1) + shift;
            if (stop > into.length) {
                break;
            }
            ends[end + count++] = stop;
        }
        if (count > 0) {
            pool.get(first, into, start, ends[end + count - 1] - start);
        }
        return count;
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

    /** Which of a run of sorted names is part of a path; -1 when none is. */
    int find(int first, int end, byte[] path, int from, int to) {
        int low = first;
        int high = end - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, path, from, to);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
