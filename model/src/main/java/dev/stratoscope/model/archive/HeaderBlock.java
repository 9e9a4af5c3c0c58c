package dev.stratoscope.model.archive;

import java.util.Arrays;

/** One ustar header block being written (POSIX.1-2008, pax, "ustar Interchange Format"). */
final class HeaderBlock {
    private static final byte[] MAGIC = {'u', 's', 't', 'a', 'r', 0, '0', '0'};

    private final byte[] block = new byte[TarReader.BLOCK];

    /** Bytes at a place, cut where they are longer than {@code length}. */
    HeaderBlock bytes(int at, int length, byte[] bytes) {
        System.arraycopy(bytes, 0, block, at, Math.min(length, bytes.length));
        return this;
    }

    /** Octal digits that fill all of a field but its last byte; 0 for what they do not hold. */
    HeaderBlock octal(int at, int length, long value) {
        long left = holds(length, value) ? value : 0;
        for (int i = at + length - 2; i >= at; i--) {
            block[i] = (byte) ('0' + (left & 7));
            left >>= 3;
        }
        return this;
    }

    /** As {@link #octal}, but base-256 (GNU) for what octal digits do not hold. */
    HeaderBlock number(int at, int length, long value) {
        if (holds(length, value) || !holdsBase256(length, value)) {
            return octal(at, length, value);
        }
        long left = value;
        for (int i = at + length - 1; i >= at; i--) {
            block[i] = (byte) left;
            left >>= 8;
        }
        block[at] |= (byte) 0x80;
        return this;
    }

    /** Whether an octal field holds a value. */
    static boolean holds(int length, long value) {
        return value >= 0 && value < 1L << (3 * (length - 1));
    }

    /** Whether a base-256 field holds a value: all bits but the first one are its own. */
    static boolean holdsBase256(int length, long value) {
        long beyond = length > 8 ? 0 : value >> (8 * length - 2);
        return beyond == 0 || beyond == -1;
    }

    /** The block with its type, magic and checksum. */
    byte[] sealed(char type) {
        block[156] = (byte) type;
        bytes(257, MAGIC.length, MAGIC);
        Arrays.fill(block, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xff;
        }
        octal(148, 7, sum);
        block[154] = 0;
        return block;
    }
}
