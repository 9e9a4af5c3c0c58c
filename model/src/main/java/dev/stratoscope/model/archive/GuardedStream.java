package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * Decompressed bytes that stop with a clear error where they go beyond what the stored ones may
 * expand to.
 */
final class GuardedStream extends FilterInputStream {
    private static final long RATIO_FROM = 768L << 20;

    private final LongSupplier stored;
    private final Limits limits;
    private final String item;
    private long expanded;
    private long holes;

    GuardedStream(InputStream plain, LongSupplier stored, Limits limits, String item) {
        super(plain);
        this.stored = stored;
        this.limits = limits;
        this.item = item;
    }

    /** Counts holes that are not hashed: they cost nothing here, but belong to what is expanded. */
    void addHoles(long count) throws LimitException {
        holes += count;
        add(0);
    }

    /** Counts bytes that are nowhere stored: the hashed holes of sparse files. */
    void add(long count) throws LimitException {
        expanded += count;
        check(item, expanded, holes, stored, limits);
    }

    /**
     * Refuses what stored bytes may not expand to.
     *
     * @param expanded the bytes that come out, hashed holes included
     * @param holes those that are not hashed
     */
    static void check(String item, long expanded, long holes, LongSupplier stored, Limits limits)
            throws LimitException {
        if (holes > limits.expandedBytes() - expanded) {
            throw new LimitException(item, "expandedBytes", limits.expandedBytes());
        }
        if (expanded > RATIO_FROM && expanded / limits.expandedRatio() > stored.getAsLong()) {
            throw new LimitException(item, "expandedRatio", limits.expandedRatio());
        }
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        add(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
        int got = in.read(to, at, length);
        add(Math.max(0, got));
        return got;
    }

    @Override
    public long skip(long wanted) throws IOException {
        byte[] buffer = new byte[Math.clamp(wanted, 1, 1 << 16)];
        return Math.max(0, read(buffer, 0, (int) Math.min(wanted, buffer.length)));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
