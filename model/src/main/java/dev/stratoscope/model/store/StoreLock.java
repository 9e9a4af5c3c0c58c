package dev.stratoscope.model.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The lock of a store: one thread of one process holds it, for short work only. It ends with its
 * process. Not to be taken twice by a thread.
 */
final class StoreLock {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long MOST_NAP_MILLIS = 20;

    /** The threads of this process take turns here before one asks the system. */
    private static final Map<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();

    private final StoreFolder folder;
    private final Duration patience;

    StoreLock(StoreFolder folder) {
        this(folder, PATIENCE);
    }

    /** A lock that is waited for at most so long. */
    StoreLock(StoreFolder folder, Duration patience) {
        this.folder = folder;
        this.patience = patience;
    }

    /** The lock while it is held. */
    interface Held extends Closeable {}

    /**
     * Takes the lock. The store's folder must exist.
     *
     * @throws FileSystemException when it cannot be written or another program holds it for too
     *     long
     * @throws InterruptedIOException when interrupted while waiting
     */
    Held take() throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        Path file = folder.lock();
        ReentrantLock turn =
                TURNS.computeIfAbsent(
                        folder.root().toRealPath().resolve("lock"), absent -> new ReentrantLock());
        try {
            if (!turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw held(file);
            }
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
        boolean taken = false;
        try {
            RandomAccessFile open = open(file);
            try {
                FileLock lock = await(open, file, end);
                taken = true;
                return () -> {
                    try (open) {
                        lock.release();
                    } finally {
                        turn.unlock();
                    }
                };
            } finally {
                if (!taken) {
                    open.close();
                }
            }
        } finally {
            if (!taken) {
                turn.unlock();
            }
        }
    }

    private static RandomAccessFile open(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                Files.createFile(file);
            } catch (FileAlreadyExistsException e) {
                // Another program was quicker.
            }
        }
        if (!Files.isWritable(file)) {
            throw new FileSystemException(file.toString(), null, "the store cannot be written to");
        }
        return new RandomAccessFile(file.toFile(), "rw");
    }

    private FileLock await(RandomAccessFile open, Path file, long end) throws IOException {
        long nap = 1;
        while (true) {
            FileLock lock = open.getChannel().tryLock();
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() - end >= 0) {
                throw held(file);
            }
            try {
                Thread.sleep(nap);
            } catch (InterruptedException e) {
                throw (IOException) new InterruptedIOException("interrupted").initCause(e);
            }
            nap = Math.min(2 * nap, MOST_NAP_MILLIS);
        }
    }

    private FileSystemException held(Path file) {
        return new FileSystemException(
                file.toString(),
                null,
                "another program has held this lock for " + patience.toSeconds() + " s");
    }
}
