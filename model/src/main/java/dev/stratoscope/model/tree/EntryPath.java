package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Printable;

import java.util.Arrays;

/**
 * What may be a path of an entry: decided by its bytes alone, never by looking at a file system.
 * Safe for use by many threads.
 */
public final class EntryPath {
    private EntryPath() {}

    /**
     * The path without leading, trailing and doubled slashes and without dot parts.
     *
     * @throws ImageFormatException when it leads out of the root, has no name, or holds a NUL
     */
    public static ByteString clean(ByteString path) throws ImageFormatException {
        return ByteString.of(cleanBytes(path));
    }

    /** As {@link #clean}, without a wrapper. */
    static byte[] cleanBytes(ByteString path) throws ImageFormatException {
        byte[] in = path.array();
        if (in.length == 0) {
            throw new ImageFormatException("\"\"", "an entry without a name");
        }
        if (isClean(in)) {
            return in;
        }
        byte[] out = new byte[in.length];
        int length = 0;
        for (int from = 0; from < in.length; ) {
            int to = from;
            while (to < in.length && in[to] != '/') {
                if (in[to] == 0) {
                    throw new ImageFormatException(printable(path), "a name with a NUL in it");
                }
                to++;
            }
            int part = to - from;
            if (part == 2 && in[from] == '.' && in[from + 1] == '.') {
                if (length == 0) {
                    throw new ImageFormatException(printable(path), "leads out of the root");
                }
                while (length > 0 && out[--length] != '/') {}
            } else if (part > 1 || (part == 1 && in[from] != '.')) {
                if (length > 0) {
                    out[length++] = '/';
                }
                System.arraycopy(in, from, out, length, part);
                length += part;
            }
            from = to + 1;
        }
        return Arrays.copyOf(out, length);
    }

    /**
     * The common case, decided in one look: no empty part, no part that begins with a dot, no NUL.
     */
    private static boolean isClean(byte[] path) {
        byte before = '/';
        for (byte b : path) {
            if (b == 0 || (before == '/' && (b == '/' || b == '.'))) {
                return false;
            }
            before = b;
        }
        return before != '/';
    }

    /**
     * The path for a message: control characters and what is not UTF-8 escaped, cut when it is
     * long.
     */
    public static String printable(ByteString path) {
        String text =
                path.length() > 200 ? ByteString.of(path.array(), 0, 200) + "..." : path.toString();
        return Printable.of(text);
    }
}
