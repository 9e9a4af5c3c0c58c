package dev.stratoscope.model.tree;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * A growing pool of names: name {@code i} lies between {@code starts[i]} and {@code starts[i + 1]}.
 */
final class Names {
    private byte[] pool;
    private int[] starts;
    private int count;

    Names(int names, int bytes) {
        pool = new byte[Math.max(16, bytes)];
        starts = new int[Math.max(16, names + 1)];
    }

    int add(byte[] from, int start, int end) {
        int used = starts[count];
        int length = end - start;
        if (length > pool.length - used) {
            long wanted = Math.max((long) used + length, (long) pool.length + (pool.length >> 1));
            pool = Arrays.copyOf(pool, (int) Math.min(wanted, Integer.MAX_VALUE - 8));
        }
        if (count + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length + (starts.length >> 1) + 2);
        }
        System.arraycopy(from, start, pool, used, length);
        starts[count + 1] = used + length;
        return count++;
    }

    int length(int name) {
        return starts[name + 1] - starts[name];
    }

    int compare(int name, Names other, int otherName) {
        return Arrays.compareUnsigned(
                pool,
                starts[name],
                starts[name + 1],
                other.pool,
                other.starts[otherName],
                other.starts[otherName + 1]);
    }

    boolean equals(int name, byte[] bytes, int from, int to) {
        return Arrays.equals(pool, starts[name], starts[name + 1], bytes, from, to);
    }

    void copy(int name, byte[] to, int at) {
        System.arraycopy(pool, starts[name], to, at, length(name));
    }

    void copy(int name, MemorySegment to, long at) {
        MemorySegment.copy(pool, starts[name], to, ValueLayout.JAVA_BYTE, at, length(name));
    }
}
