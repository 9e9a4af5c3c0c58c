package dev.stratoscope.model.union;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;

/** A file's bytes from its start to its end. An interrupted thread gets no more of them. */
final class BytesStream extends InputStream {
    private final Upper.Bytes bytes;
    private long position;

    BytesStream(Upper.Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
        int read = bytes.read(ByteBuffer.wrap(into, offset, length), position);
        position += Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
