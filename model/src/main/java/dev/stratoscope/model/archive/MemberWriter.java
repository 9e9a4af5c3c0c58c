package dev.stratoscope.model.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Where an image's files are written to, in any order but each once. Not for several threads. */
interface MemberWriter {
    /** Makes a folder; what it lies in was made before. */
    void directory(String path) throws IOException;

    /**
     * Writes a file.
     *
     * @param size the number of bytes there will be
     * @param content left open
     */
    void file(String path, long size, InputStream content) throws IOException;

    /** Writes a file whose bytes are at hand. */
    default void file(String path, byte[] bytes) throws IOException {
        file(path, bytes.length, new ByteArrayInputStream(bytes));
    }

    /** Ends it; nothing may follow. */
    void end() throws IOException;
}
