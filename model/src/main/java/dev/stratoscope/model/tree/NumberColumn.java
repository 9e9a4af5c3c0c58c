package dev.stratoscope.model.tree;

import java.nio.ByteBuffer;
import java.util.function.IntToLongFunction;

/**
 * One number for each node, in as many bytes as the largest needs: {@code base + (raw << shift)},
 * where {@code raw} has {@code width} bytes. One unaligned read of eight bytes gets any width, so
 * {@link #PADDING} bytes follow the last number. Immutable; an index out of range is an exception,
 * never a wrong address.
 */
final class NumberColumn {
    /** What follows the last number, so that it can be read as any other. */
    static final int PADDING = Long.BYTES;

    private final ByteBuffer bytes;
    private final int width;
    private final int shift;
    private final long base;
    private final long mask;

    NumberColumn(ByteBuffer bytes, int width, int shift, long base) {
        this.bytes = bytes;
        this.width = width;
        this.shift = shift;
        this.base = base;
        this.mask = mask(width);
    }

    long get(int index) {
        return ((bytes.getLong(index * width) & mask) << shift) + base;
    }

    int getInt(int index) {
        return (int) get(index);
    }

    /** The index of a number among the first ones, which ascend; -1 when it is not there. */
    int find(int number, int count) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = getInt(middle);
            if (found == number) {
                return middle;
            }
            if (found < number) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private static long mask(int width) {
        return width == 0 ? 0 : -1L >>> (Long.SIZE - 8 * width);
    }

    /** How to write some numbers in few bytes. */
    record Fit(int count, int width, int shift, long base) {
        /** The narrowest that holds all. */
        static Fit of(int count, IntToLongFunction values) {
            if (count == 0) {
                return new Fit(0, 0, 0, 0);
            }
            long least = Long.MAX_VALUE;
            long most = Long.MIN_VALUE;
            for (int i = 0; i < count; i++) {
                long value = values.applyAsLong(i);
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            return new Fit(count, width(most - least), 0, least);
        }

        /** As {@link #of}, where all numbers are multiples of 512 in a ninth bit less. */
        static Fit ofBlocks(int count, IntToLongFunction values) {
            long all = 0;
            long most = 0;
            for (int i = 0; i < count; i++) {
                all |= values.applyAsLong(i);
                most = Math.max(most, values.applyAsLong(i));
            }
            return (all & 511) == 0 && all >= 0
                    ? new Fit(count, width(most >>> 9), 9, 0)
                    : of(count, values);
        }

        /** For numbers from {@code least} to {@code most} that are not known yet. */
        static Fit between(int count, long least, long most) {
            return new Fit(count, width(most - least), 0, least);
        }

        long bytes() {
            return (long) count * width + PADDING;
        }

        void write(ByteBuffer to, IntToLongFunction values) {
            for (int i = 0; i < count; i++) {
                to.putLong(i * width, (values.applyAsLong(i) - base) >>> shift);
            }
        }

        private static int width(long range) {
            return (Long.SIZE - Long.numberOfLeadingZeros(range) + 7) / 8;
        }
    }
}
