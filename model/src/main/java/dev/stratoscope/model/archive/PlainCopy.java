package dev.stratoscope.model.archive;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A plain copy on disk of what cannot be entered in its midst. The file has no name any more while
 * it is used, where the system allows that, so that it goes with the process. Few are kept at a
 * time: the one made first goes first. A full disk is no error: there is no copy then. Safe for use
 * by many threads.
 */
final class PlainCopy implements AutoCloseable {
    private static final int MOST_COPIES = 8;
    private static final long MOST_BYTES = 8L << 30;
    private static final int BUFFER = 1 << 18;

    private static final ReentrantLock KEEPING = new ReentrantLock();
    private static final Deque<PlainCopy> KEPT = new ArrayDeque<>();
    private static long keptBytes;

    private final Path folder;
    private final ReentrantLock making = new ReentrantLock();
    private boolean refused;
    private @Nullable Arena arena;
    private volatile @Nullable MemorySegment bytes;

    /**
     * No copy yet.
     *
     * @param folder where it may lie
     */
    PlainCopy(Path folder) {
        this.folder = folder;
    }

    /** Opens what is to be copied. */
    @FunctionalInterface
    interface Original {
        /** The bytes from the first to the last. */
        InputStream open() throws IOException;
    }

    /** The copy; null when there is none. Reading it fails from when it is let go of. */
    @Nullable MemorySegment bytes() {
        return bytes;
    }

    /**
     * Makes the copy if there is none and there is place for it.
     *
     * @throws IOException when the original cannot be read
     */
    void make(Original original) throws IOException {
        try {
            making.lockInterruptibly();
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
        try {
            if (bytes == null && !refused) {
                refused = !copy(original);
            }
        } finally {
            making.unlock();
        }
    }

    private boolean copy(Original original) throws IOException {
        try (InputStream in = original.open();
                FileChannel file = create()) {
            return file != null && write(in, file) && keep(file);
        }
    }

    private @Nullable FileChannel create() {
        try {
            return FileChannel.open(
                    Files.createDirectories(folder).resolve("plain-" + UUID.randomUUID()),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            return null;
        }
    }

    /** Whether all could be written; only what cannot be read is an error. */
    private static boolean write(InputStream in, FileChannel file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            size += got;
            if (size > MOST_BYTES) {
                return false;
            }
            try {
                ByteBuffer left = ByteBuffer.wrap(buffer, 0, got);
                while (left.hasRemaining()) {
                    file.write(left);
                }
            } catch (ClosedByInterruptException e) {
                throw (IOException) new InterruptedIOException("interrupted").initCause(e);
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    /** Whether the system lets the copy be mapped. */
    private boolean keep(FileChannel file) throws IOException {
        Arena own = Arena.ofShared();
        MemorySegment mapped;
        try {
            mapped = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size(), own);
        } catch (ClosedByInterruptException e) {
            own.close();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } catch (IOException | UnsupportedOperationException e) {
            own.close();
            return false;
        }
        KEEPING.lock();
        try {
            while (KEPT.size() >= MOST_COPIES
                    || (!KEPT.isEmpty() && keptBytes + mapped.byteSize() > MOST_BYTES)) {
                KEPT.getFirst().close();
            }
            arena = own;
            bytes = mapped;
            KEPT.addLast(this);
            keptBytes += mapped.byteSize();
            return true;
        } finally {
            KEEPING.unlock();
        }
    }

    @Override
    public void close() {
        KEEPING.lock();
        try {
            MemorySegment mapped = bytes;
            if (mapped != null && arena != null) {
                bytes = null;
                KEPT.remove(this);
                keptBytes -= mapped.byteSize();
                arena.close();
                arena = null;
            }
        } finally {
            KEEPING.unlock();
        }
    }
}
