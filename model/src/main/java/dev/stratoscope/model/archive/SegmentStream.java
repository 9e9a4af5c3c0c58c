package dev.stratoscope.model.archive;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;

/**
 * Reads memory that may be taken away at any time; what follows is then read from elsewhere. Not
 * for several threads.
 */
final class SegmentStream extends InputStream {
    private final MemorySegment bytes;
    private final Elsewhere elsewhere;
    private long at;
    private @Nullable InputStream instead;

    /** Where the same bytes are too. */
    @FunctionalInterface
    interface Elsewhere {
        /** The bytes from {@code offset} on. */
        InputStream open(long offset) throws IOException;
    }

    SegmentStream(MemorySegment bytes, long offset, Elsewhere elsewhere) {
        this.bytes = bytes;
        this.at = offset;
        this.elsewhere = elsewhere;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (instead != null) {
            return instead.read(to, from, length);
        }
        int some = (int) Math.min(length, bytes.byteSize() - at);
        if (some == 0) {
            return -1;
        }
        try {
            MemorySegment.copy(bytes, JAVA_BYTE, at, to, from, some);
        } catch (IllegalStateException e) {
            InputStream open = elsewhere.open(at);
            instead = open;
            return open.read(to, from, length);
        }
        at += some;
        return some;
    }

    @Override
    public long skip(long count) throws IOException {
        if (instead != null) {
            return instead.skip(count);
        }
        long some = Math.clamp(count, 0, bytes.byteSize() - at);
        at += some;
        return some;
    }

    @Override
    public void close() throws IOException {
        if (instead != null) {
            instead.close();
        }
    }
}
