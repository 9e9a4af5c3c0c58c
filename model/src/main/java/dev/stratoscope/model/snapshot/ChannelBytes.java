package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.union.Upper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The bytes of an open file.
 *
 * @param file belongs to this
 */
record ChannelBytes(FileChannel file) implements Upper.Bytes {
    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        return file.read(into, position);
    }

    @Override
    public void write(ByteBuffer from, long position) throws IOException {
        long at = position;
        while (from.hasRemaining()) {
            at += file.write(from, at);
        }
    }

    @Override
    public void resize(long size) throws IOException {
        long now = file.size();
        if (size < now) {
            file.truncate(size);
        } else if (size > now) {
            file.write(ByteBuffer.allocate(1), size - 1);
        }
    }

    @Override
    public void force() throws IOException {
        file.force(true);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
