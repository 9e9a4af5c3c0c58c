package dev.stratoscope.model.store;

import dev.stratoscope.model.task.Turn;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The lock of a store: one thread of one process holds it, for short work only. */
final class StoreLock {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    /**
     * Takes the lock. The store's folder must exist.
     *
     * @throws FileSystemException when it cannot be written or another program holds it for too
     *     long
     * @throws java.io.InterruptedIOException when interrupted while waiting
     */
    Turn take() throws IOException {
        Path file = folder.lock();
        if (!Files.isWritable(Files.exists(file) ? file : folder.root())) {
            throw new FileSystemException(file.toString(), null, "the store cannot be written to");
        }
        return Turn.take(file, patience);
    }
}
