package dev.stratoscope.model.store;

import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Turn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The index of a store on disk. Safe for use by many threads. */
final class IndexFile {
    private static final byte[] MARK =
            "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8);

    private final StoreFolder folder;
    private final Limits limits;
    private final Documents documents;

    IndexFile(StoreFolder folder, Limits limits) {
        this.folder = folder;
        this.limits = limits;
        this.documents = new Documents(limits);
    }

    /** The index as it is now, which takes no lock. */
    StoreIndex read() throws IOException {
        return StoreIndex.read(folder.index(), documents);
    }

    /** Makes an empty store where there is none. */
    void prepare(StoreLock lock) throws IOException {
        folder.create();
        if (Files.exists(folder.mark()) && Files.exists(folder.index())) {
            return;
        }
        try (Turn _ = lock.take()) {
            if (!Files.exists(folder.mark())) {
                Durable.replace(folder.mark(), fresh("layout"), MARK);
            }
            if (!Files.exists(folder.index())) {
                replace(StoreIndex.empty());
            }
        }
    }

    /**
     * Commits an index, where the disk is full after sweeping it; the caller holds the lock.
     *
     * @throws LimitException when it has more names than could be read again
     */
    void replace(StoreIndex index) throws IOException {
        byte[] bytes = index.bytes();
        documents.index(folder.index().toString(), bytes);
        try {
            Durable.replace(folder.index(), fresh("index"), bytes);
        } catch (FileSystemException e) {
            if (Sweep.run(folder, limits, read()) == 0) {
                throw e;
            }
            Durable.replace(folder.index(), fresh("index"), bytes);
        }
    }

    private Path fresh(String what) {
        return folder.ingest().resolve(what + "." + UUID.randomUUID());
    }
}
