package dev.stratoscope.model.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock between processes that ends with its process: one of all records, and one of each. Who
 * holds a container's takes no other container's. Not to be taken twice by a thread.
 */
final class RecordLock {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long NAP_MILLIS = 2;

    /** The threads of this process take turns here: locks of POSIX belong to processes. */
    private static final Map<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();

    private RecordLock() {}

    /** The lock while it is held. */
    interface Held extends Closeable {}

    /**
     * Takes the lock of a file, which is made where it is missing.
     *
     * @throws java.nio.file.NoSuchFileException when its folder is gone
     * @throws InterruptedIOException when interrupted while waiting
     */
    static Held take(Path file) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        ReentrantLock turn =
                TURNS.computeIfAbsent(file.toAbsolutePath().normalize(), _ -> new ReentrantLock());
        try {
            if (!turn.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                throw held(file);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        FileChannel open = null;
        boolean taken = false;
        try {
            open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (open.tryLock() == null) {
                if (System.nanoTime() - end >= 0) {
                    throw held(file);
                }
                Thread.sleep(NAP_MILLIS);
            }
            taken = true;
            FileChannel channel = open;
            return () -> {
                try {
                    channel.close();
                } finally {
                    turn.unlock();
                }
            };
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            if (!taken) {
                if (open != null) {
                    open.close();
                }
                turn.unlock();
            }
        }
    }

    private static IOException interrupted(InterruptedException e) {
        return (IOException) new InterruptedIOException("interrupted").initCause(e);
    }

    private static FileSystemException held(Path file) {
        return new FileSystemException(
                file.toString(),
                null,
                "another program has held this lock for " + PATIENCE.toSeconds() + " s");
    }
}
