package dev.stratoscope.model.archive;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Bytes in memory as a source. */
@SuppressWarnings("ArrayRecordComponent") // lives for one test
record BytesSource(byte[] bytes) implements ByteSource {
    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open(long offset) throws IOException {
        if (offset > bytes.length) {
            throw new EOFException();
        }
        return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
    }
}
