package dev.stratoscope.model.archive;

/** The numbers in tar headers: octal digits, or base-256 where the first bit is set. */
final class TarNumbers {
    private TarNumbers() {}

    /**
     * Reads a field.
     *
     * @throws NumberFormatException when it is neither form or does not fit
     */
    static long read(byte[] block, int at, int length) {
        return (block[at] & 0x80) != 0 ? base256(block, at, length) : octal(block, at, length);
    }

    private static long octal(byte[] block, int at, int length) {
        int from = at;
        int end = at + length;
        while (from < end && (block[from] == ' ' || block[from] == 0)) {
            from++;
        }
        long value = 0;
        int i = from;
        for (; i < end && block[i] >= '0' && block[i] <= '7'; i++) {
            if (value >>> 60 != 0) {
                throw new NumberFormatException("too large");
            }
            value = value * 8 + (block[i] - '0');
        }
        // What stands after the NUL or space that ends the digits means nothing, and some writers
        // leave garbage there.
        if (i < end && block[i] != ' ' && block[i] != 0) {
            throw new NumberFormatException("not octal");
        }
        return value;
    }

    private static long base256(byte[] block, int at, int length) {
        boolean negative = (block[at] & 0x40) != 0;
        long value = negative ? -1 : 0;
        for (int i = 0; i < length; i++) {
            int digit = block[at + i] & 0xff;
            if (i == 0) {
                digit = negative ? digit | 0x80 : digit & 0x7f;
            }
            long high = value >> 55;
            if (high != 0 && high != -1) {
                throw new NumberFormatException("too large");
            }
            value = (value << 8) | digit;
        }
        return value;
    }
}
