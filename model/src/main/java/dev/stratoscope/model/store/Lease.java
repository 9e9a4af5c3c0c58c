package dev.stratoscope.model.store;

import dev.stratoscope.model.image.Digest;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What somebody needs of the store for as long as this is not closed. Safe for use by many threads.
 */
public final class Lease implements Closeable {
    private final String id;
    private final Path file;
    private final RandomAccessFile open;
    private final Leases leases;
    private final Set<LeaseLine> lines = ConcurrentHashMap.newKeySet();
    private boolean closed;

    Lease(String id, Path file, RandomAccessFile open, Leases leases) {
        this.id = id;
        this.file = file;
        this.open = open;
        this.leases = leases;
    }

    /** What no other lease has; names of unfinished files begin with it. */
    String id() {
        return id;
    }

    /** Everything it says. */
    Set<LeaseLine> lines() {
        return Set.copyOf(lines);
    }

    /** Blobs that must stay, whether they are there yet or not; the caller holds the lock. */
    void needs(Collection<Digest> blobs) throws IOException {
        for (Digest blob : blobs) {
            add(new LeaseLine(LeaseLine.Kind.NEEDS, blob.toString()));
        }
    }

    /** The manifest of an image that is open; the caller holds the lock. */
    void opens(Digest manifest) throws IOException {
        add(new LeaseLine(LeaseLine.Kind.OPENS, manifest.toString()));
    }

    /** A file outside the store that is not finished; the caller holds the lock. */
    void writes(Path unfinished) throws IOException {
        add(new LeaseLine(LeaseLine.Kind.WRITES, unfinished.toUri().toString()));
    }

    private synchronized void add(LeaseLine line) throws IOException {
        if (lines.add(line)) {
            try {
                open.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw Durable.about(file, e);
            }
        }
    }

    /** Lets go of everything. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (open) {
            Files.deleteIfExists(file);
        } finally {
            leases.forget(this);
        }
    }
}
