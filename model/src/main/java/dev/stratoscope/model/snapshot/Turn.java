package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * One thread of one process has its turn at something; the system ends it with the process. Not to
 * be taken twice by a thread.
 */
final class Turn implements Closeable {
    private static final long MOST_NAP_MILLIS = 20;

    /** The system gives locks to processes; their threads take turns here before. */
    private static final Map<Path, Semaphore> OURS = new ConcurrentHashMap<>();

    private final Semaphore ours;
    private final RandomAccessFile file;
    private final FileLock lock;

    private Turn(Semaphore ours, RandomAccessFile file, FileLock lock) {
        this.ours = ours;
        this.file = file;
        this.lock = lock;
    }

    /**
     * Waits for a turn, however long the others take.
     *
     * @param file made when it is not there; never removed
     * @param progress asked while waiting whether anybody still wants this
     */
    static Turn take(Path file, Progress progress) throws IOException {
        long nap = 1;
        while (true) {
            Turn turn = tryTake(file);
            if (turn != null) {
                return turn;
            }
            progress.advance(0);
            try {
                Thread.sleep(nap);
            } catch (InterruptedException e) {
                throw (IOException) new InterruptedIOException("interrupted").initCause(e);
            }
            nap = Math.min(2 * nap, MOST_NAP_MILLIS);
        }
    }

    /** As {@link #take}; null when somebody else has it. */
    static @Nullable Turn tryTake(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path real = folder.toRealPath().resolve(file.getFileName());
        Semaphore ours = OURS.computeIfAbsent(real, absent -> new Semaphore(1));
        if (!ours.tryAcquire()) {
            return null;
        }
        Turn turn = null;
        try {
            RandomAccessFile open = new RandomAccessFile(real.toFile(), "rw");
            try {
                FileLock lock = open.getChannel().tryLock();
                turn = lock == null ? null : new Turn(ours, open, lock);
            } finally {
                if (turn == null) {
                    open.close();
                }
            }
            return turn;
        } finally {
            if (turn == null) {
                ours.release();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            lock.release();
        } finally {
            ours.release();
        }
    }
}
