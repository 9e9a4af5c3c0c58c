package dev.stratoscope.model.task;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One thread of one process has its turn at something; the system ends it with the process. Not to
 * be taken twice by a thread.
 */
public final class Turn implements Closeable {
    private static final long MOST_NAP_MILLIS = 20;

    /** The system gives locks to processes; their threads take turns here before. */
    private static final Map<Path, Semaphore> OURS = new ConcurrentHashMap<>();

    private final Semaphore ours;
    private final FileChannel lock;

    private Turn(Semaphore ours, FileChannel lock) {
        this.ours = ours;
        this.lock = lock;
    }

    /**
     * Waits for a turn, however long the others take.
     *
     * @param file made when it is not there, in a folder that has to be; never removed
     * @param progress asked while waiting whether anybody still wants this
     * @throws java.nio.file.NoSuchFileException when the folder is gone
     * @throws InterruptedIOException when interrupted while waiting
     */
    public static Turn take(Path file, Progress progress) throws IOException {
        return take(file, Duration.ofDays(1), progress);
    }

    /**
     * Waits for a turn at short work.
     *
     * @param file as of {@link #take(Path, Progress)}
     * @throws FileSystemException when the others took longer than that
     * @throws InterruptedIOException when interrupted while waiting
     */
    public static Turn take(Path file, Duration patience) throws IOException {
        return take(file, patience, Progress.NONE);
    }

    private static Turn take(Path file, Duration patience, Progress progress) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        long nap = 1;
        try {
            while (true) {
                Turn turn = tryTake(file, nap);
                if (turn != null) {
                    return turn;
                }
                progress.advance(0);
                if (System.nanoTime() - end >= 0) {
                    throw new FileSystemException(
                            file.toString(),
                            null,
                            "another program has held this lock for "
                                    + patience.toSeconds()
                                    + " s");
                }
                nap = Math.min(2 * nap, MOST_NAP_MILLIS);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** As {@link #take(Path, Progress)}; null when somebody else has it. */
    public static @Nullable Turn tryTake(Path file) throws IOException {
        try {
            return tryTake(file, 0);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static @Nullable Turn tryTake(Path file, long millis)
            throws IOException, InterruptedException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path real = folder.toRealPath().resolve(file.getFileName());
        Semaphore ours = OURS.computeIfAbsent(real, _ -> new Semaphore(1));
        if (!ours.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            return null;
        }
        Turn turn = null;
        try {
            turn = lock(real, ours);
        } finally {
            if (turn == null) {
                ours.release();
            }
        }
        if (turn == null) {
            Thread.sleep(millis);
        }
        return turn;
    }

    private static @Nullable Turn lock(Path file, Semaphore ours) throws IOException {
        FileChannel open =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = open.tryLock() != null;
            return taken ? new Turn(ours, open) : null;
        } finally {
            if (!taken) {
                open.close();
            }
        }
    }

    private static IOException interrupted(InterruptedException e) {
        return (IOException) new InterruptedIOException("interrupted").initCause(e);
    }

    /** Ends it; to be done once. */
    @Override
    public void close() throws IOException {
        try {
            lock.close();
        } finally {
            ours.release();
        }
    }
}
