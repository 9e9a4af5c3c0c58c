package dev.stratoscope.model.parcel;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file's bytes, which can be read from any place any number of times, by many threads. */
public interface FileBytes {
    /** The file's length in bytes. */
    long size();

    /**
     * Opens the bytes.
     *
     * @param offset where to begin, 0 to {@link #size}
     * @return the bytes from there to the end; the caller closes it
     */
    InputStream open(long offset) throws IOException;

    /** A file of an image. */
    static FileBytes of(Contents contents, Entry entry) {
        return new FileBytes() {
            @Override
            public long size() {
                return entry.size();
            }

            @Override
            public InputStream open(long offset) throws IOException {
                return contents.open(entry, offset);
            }
        };
    }

    /** Bytes that are in memory. */
    static FileBytes of(ByteString bytes) {
        byte[] copy = bytes.toByteArray();
        return new FileBytes() {
            @Override
            public long size() {
                return copy.length;
            }

            @Override
            public InputStream open(long offset) {
                int from = Math.toIntExact(offset);
                return new ByteArrayInputStream(copy, from, copy.length - from);
            }
        };
    }

    /**
     * Reads a piece.
     *
     * @param most how many bytes at most; fewer come where the file ends before
     */
    default byte[] read(long offset, int most) throws IOException {
        try (InputStream in = open(offset)) {
            return in.readNBytes(most);
        }
    }
}
