package dev.stratoscope.model.parcel;

import java.io.IOException;
import java.util.zip.CRC32;

/** Sums of bytes that are read for nothing else. */
final class Sums {
    private static final int PIECE = 1 << 16;

    private Sums() {}

    /** What hands out the bytes of one member, as {@link java.io.InputStream#read} does. */
    @FunctionalInterface
    interface Source {
        int read(byte[] to, int at, int length) throws IOException;
    }

    /** The CRC-32 of all that is left of a member. */
    static long of(Source source) throws IOException {
        CRC32 sum = new CRC32();
        byte[] piece = new byte[PIECE];
        for (int got = source.read(piece, 0, PIECE); got >= 0; got = source.read(piece, 0, PIECE)) {
            sum.update(piece, 0, got);
        }
        return sum.getValue();
    }
}
