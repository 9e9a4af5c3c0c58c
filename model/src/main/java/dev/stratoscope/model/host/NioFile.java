package dev.stratoscope.model.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A regular file behind a channel. */
final class NioFile extends NioOpened implements NewFile {
    private final FileChannel channel;

    NioFile(Path path, FileChannel channel) {
        super(path);
        this.channel = channel;
    }

    @Override
    public void write(long at, byte[] bytes, int from, int length) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes, from, length);
        for (long to = at; left.hasRemaining(); ) {
            to += channel.write(left, to);
        }
    }

    /** A channel does not grow by truncation, so a last zero is written. */
    @Override
    public void truncate(long size) throws IOException {
        channel.truncate(size);
        if (channel.size() < size) {
            write(size - 1, new byte[1], 0, 1);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
