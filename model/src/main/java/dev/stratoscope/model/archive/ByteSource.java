package dev.stratoscope.model.archive;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read again and again, from any thread. */
interface ByteSource {
    /** The number of bytes. */
    long size();

    /**
     * The bytes from {@code offset} to the end.
     *
     * @throws EOFException when the offset is not among them nor at their end; a record that lies
     *     names any
     */
    InputStream open(long offset) throws IOException;

    /**
     * Where reading has to begin to come to {@code offset}: there itself, or somewhere before where
     * the bytes come out of a compressed stream.
     */
    default long entrance(long offset) {
        return offset;
    }

    /** What tells whether the bytes are still the same; null where they do not lie in a file. */
    default @Nullable Stamp stamp() {
        return null;
    }

    /** Refuses an offset that is not within {@code size} bytes nor at their end. */
    static void check(long offset, long size) throws EOFException {
        if (offset < 0 || offset > size) {
            throw new EOFException("byte " + offset + " is not among " + size);
        }
    }

    /** Up to {@code length} bytes from the beginning. */
    default byte[] head(int length) throws IOException {
        try (InputStream in = open(0)) {
            return in.readNBytes(length);
        }
    }
}
