package dev.stratoscope.model.archive;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read again and again, from any thread. */
interface ByteSource {
    /** The number of bytes. */
    long size();

    /** The bytes from {@code offset} to the end. */
    InputStream open(long offset) throws IOException;

    /** Up to {@code length} bytes from the beginning. */
    default byte[] head(int length) throws IOException {
        try (InputStream in = open(0)) {
            return in.readNBytes(length);
        }
    }
}
