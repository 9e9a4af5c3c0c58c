package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.ImageFormatException;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Exactly so many bytes of a stream; the stream ending before that is an error. */
final class BoundedStream extends FilterInputStream {
    private final String item;
    private final long size;
    private long left;

    BoundedStream(InputStream in, long size, String item) {
        super(in);
        this.size = size;
        this.left = size;
        this.item = item;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        int got = in.read(to, at, (int) Math.min(length, left));
        if (got < 0) {
            throw new ImageFormatException(
                    item, "cut short: " + left + " of " + size + " bytes are missing");
        }
        left -= got;
        return got;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = in.skip(Math.min(count, left));
        left -= skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(in.available(), left);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
