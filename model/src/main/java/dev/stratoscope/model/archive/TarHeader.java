package dev.stratoscope.model.archive;

import dev.stratoscope.model.tree.ByteString;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One header block, taken apart as written.
 *
 * @param name the name, with the ustar prefix where there is one
 * @param mode permission bits
 * @param uid the owner's number
 * @param gid the group's number
 * @param size the size field; never negative
 * @param mtime seconds since 1970
 * @param typeFlag the type's letter; {@code '0'} also for the old NUL
 * @param link the link's target
 * @param user the owner's name
 * @param group the group's name
 * @param major a device's major number
 * @param minor a device's minor number
 * @param block the whole block, for what only some formats have
 */
record TarHeader(
        ByteString name,
        int mode,
        long uid,
        long gid,
        long size,
        long mtime,
        char typeFlag,
        ByteString link,
        ByteString user,
        ByteString group,
        long major,
        long minor,
        ByteString block) {

    /** Reads a block that is not all zeros. */
    static TarHeader of(byte[] block, String item, long offset) throws TarFormatException {
        if (!checksumHolds(block)) {
            throw new TarFormatException(
                    item,
                    offset,
                    offset == 0 ? "not a tar archive" : "a header's checksum is wrong");
        }
        try {
            boolean ustar = isAt(block, 257, "ustar\0");
            boolean gnu = isAt(block, 257, "ustar  \0");
            long size = TarNumbers.read(block, 124, 12);
            if (size < 0) {
                throw new NumberFormatException("the size is negative");
            }
            return new TarHeader(
                    name(block, ustar),
                    (int) TarNumbers.read(block, 100, 8) & 07777,
                    TarNumbers.read(block, 108, 8),
                    TarNumbers.read(block, 116, 8),
                    size,
                    TarNumbers.read(block, 136, 12),
                    block[156] == 0 ? '0' : (char) (block[156] & 0xff),
                    text(block, 157, 100),
                    ustar || gnu ? text(block, 265, 32) : ByteString.EMPTY,
                    ustar || gnu ? text(block, 297, 32) : ByteString.EMPTY,
                    ustar || gnu ? TarNumbers.read(block, 329, 8) : 0,
                    ustar || gnu ? TarNumbers.read(block, 337, 8) : 0,
                    ByteString.of(block));
        } catch (NumberFormatException e) {
            throw new TarFormatException(
                    item, offset, "a header's number is wrong: " + e.getMessage());
        }
    }

    /** Whether the block only announces more headers for the next entry. */
    boolean isExtension() {
        return switch (typeFlag) {
            case 'x', 'X', 'g', 'L', 'K' -> true;
            default -> false;
        };
    }

    /** Whether {@code head}, a file's beginning, is a tar's first header. */
    static boolean looksLikeTar(byte[] head) {
        return head.length >= TarReader.BLOCK && checksumHolds(head);
    }

    private static ByteString name(byte[] block, boolean ustar) {
        ByteString name = text(block, 0, 100);
        boolean star = isAt(block, 508, "tar\0");
        ByteString prefix = ustar ? text(block, 345, star ? 131 : 155) : ByteString.EMPTY;
        if (prefix.isEmpty()) {
            return name;
        }
        byte[] joined = new byte[prefix.length() + 1 + name.length()];
        System.arraycopy(prefix.toByteArray(), 0, joined, 0, prefix.length());
        joined[prefix.length()] = '/';
        System.arraycopy(name.toByteArray(), 0, joined, prefix.length() + 1, name.length());
        return ByteString.of(joined);
    }

    private static boolean checksumHolds(byte[] block) {
        int unsigned = 0;
        int signed = 0;
        for (int i = 0; i < TarReader.BLOCK; i++) {
            byte b = i >= 148 && i < 156 ? (byte) ' ' : block[i];
            unsigned += b & 0xff;
            signed += b;
        }
        try {
            long told = TarNumbers.read(block, 148, 8);
            return told == unsigned || told == signed;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static ByteString text(byte[] block, int at, int length) {
        int end = at;
        while (end < at + length && block[end] != 0) {
            end++;
        }
        return ByteString.of(block, at, end);
    }

    private static boolean isAt(byte[] block, int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        return Arrays.equals(block, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
