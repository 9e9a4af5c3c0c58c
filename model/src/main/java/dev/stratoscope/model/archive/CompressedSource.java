package dev.stratoscope.model.archive;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/**
 * The plain bytes of what is stored compressed, entered anywhere: from the nearest checkpoint, or
 * where that is far away, out of a copy on disk that is made when it is first needed. Safe for use
 * by many threads.
 */
final class CompressedSource implements AutoCloseable {
    /** Farther than this from a checkpoint, a copy is worth its place on disk. */
    static final long MOST_PASSED = 8 << 20;

    private final ByteSource stored;
    private final Compression compression;
    private final PlainCopy copy;
    private volatile @Nullable Checkpoints checkpoints;

    /**
     * The plain bytes of a source.
     *
     * @param folder where a copy may lie
     */
    CompressedSource(ByteSource stored, Compression compression, Path folder) {
        this.stored = stored;
        this.compression = compression;
        this.copy = new PlainCopy(folder);
    }

    /** How the bytes are compressed. */
    Compression compression() {
        return compression;
    }

    /** Takes over what a pass over the bytes found; null is nothing new. */
    void learn(@Nullable Checkpoints found) {
        if (found != null) {
            checkpoints = found;
        }
    }

    /** As {@link ByteSource#entrance}. */
    long entrance(long offset) {
        if (compression == Compression.NONE) {
            return stored.entrance(offset);
        }
        Checkpoints known = places();
        return copy.bytes() != null ? offset : known == null ? 0 : known.plainBefore(offset);
    }

    /** Whether they are of use is asked late, since the answer takes a library to be loaded. */
    private @Nullable Checkpoints places() {
        Checkpoints known = checkpoints;
        return known != null && compression.canEnter() ? known : null;
    }

    /**
     * The plain bytes from {@code offset} on; closing the stream lets go of all below it.
     *
     * @throws java.io.EOFException when there are fewer
     */
    InputStream open(long offset) throws IOException {
        if (compression == Compression.NONE) {
            return stored.open(offset);
        }
        ByteSource.check(offset, Long.MAX_VALUE);
        if (offset - entrance(offset) > MOST_PASSED) {
            copy.make(() -> inflate(0));
        }
        MemorySegment whole = copy.bytes();
        return whole != null && offset <= whole.byteSize()
                ? new SegmentStream(whole, offset, this::inflate)
                : inflate(offset);
    }

    /** The same without the copy. */
    private InputStream inflate(long offset) throws IOException {
        Checkpoints known = places();
        Checkpoint from = known == null ? null : known.before(offset);
        InputStream in = stored.open(from == null ? 0 : from.start());
        InputStream open = in;
        try {
            open = from == null ? compression.plain(in) : compression.enter(in, from);
            Skipping.skip(open, offset - (from == null ? 0 : from.plain()));
            return open;
        } catch (IOException | RuntimeException e) {
            open.close();
            in.close();
            throw e;
        }
    }

    /** Lets go of the copy; the bytes can still be read. */
    @Override
    public void close() {
        copy.close();
    }
}
