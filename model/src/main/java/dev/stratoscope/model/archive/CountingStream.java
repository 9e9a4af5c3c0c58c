package dev.stratoscope.model.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is read through it. Not for several threads, but any may ask for the count. */
class CountingStream extends FilterInputStream {
    private final AtomicLong count = new AtomicLong();

    CountingStream(InputStream in) {
        super(in);
    }

    /** The number of bytes read. */
    final long count() {
        return count.get();
    }

    /** Sees what was read, before it is counted. */
    void see(byte[] bytes, int at, int length) {}

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final int read(byte[] to, int at, int length) throws IOException {
        int got = in.read(to, at, length);
        if (got > 0) {
            see(to, at, got);
            count.setRelease(count.getPlain() + got);
        }
        return got;
    }

    @Override
    public final long skip(long wanted) throws IOException {
        byte[] buffer = new byte[Math.clamp(wanted, 1, 1 << 16)];
        int got = read(buffer, 0, (int) Math.min(wanted, buffer.length));
        return Math.max(0, got);
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
