package dev.stratoscope.model.store;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Turn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What containers need of a store: standing leases, a file each, that count whether a program lives
 * or not. A file says the same as a lease's, and which container it is of. Safe for use by many
 * threads and processes.
 */
public final class Holds {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private final StoreFolder folder;
    private final Limits limits;
    private final IndexFile file;
    private final StoreLock lock;

    Holds(StoreFolder folder, Limits limits, IndexFile file, StoreLock lock) {
        this.folder = folder;
        this.limits = limits;
        this.file = file;
        this.lock = lock;
    }

    /**
     * Keeps an image for a container until {@link #release}.
     *
     * @param image what leads to it, which is in the store now
     * @param container the container's id, 64 hex digits
     * @param name what the container is called
     */
    public void hold(Descriptor image, String container, String name) throws IOException {
        file.prepare(lock);
        try (Turn _ = lock.take()) {
            put(container, name, image);
        }
    }

    private void put(String container, String name, Descriptor image) throws IOException {
        Reach reach = new Reach(new BlobFolder(folder, limits), new Documents(limits));
        reach.add(image);
        List<LeaseLine> lines = new ArrayList<>();
        lines.add(new LeaseLine(LeaseLine.Kind.CONTAINER, name));
        lines.add(new LeaseLine(LeaseLine.Kind.OPENS, image.digest().toString()));
        for (Digest blob : reach.found()) {
            lines.add(new LeaseLine(LeaseLine.Kind.NEEDS, blob.toString()));
        }
        write(container, lines.stream().map(LeaseLine::toString).toList());
    }

    /** Tells of a container by its new name; nothing happens when nothing is kept for it. */
    public void rename(String container, String name) throws IOException {
        file.prepare(lock);
        try (Turn _ = lock.take()) {
            List<String> lines = new ArrayList<>(Files.readAllLines(file(container)));
            lines.set(0, new LeaseLine(LeaseLine.Kind.CONTAINER, name).toString());
            write(container, lines);
        } catch (NoSuchFileException e) {
            // A container whose making was never finished.
        }
    }

    /** Keeps nothing for a container any more; nothing happens when nothing was kept. */
    public void release(String container) throws IOException {
        if (!folder.exists()) {
            return;
        }
        file.prepare(lock);
        try (Turn _ = lock.take()) {
            Files.deleteIfExists(file(container));
        }
    }

    private void write(String container, List<String> lines) throws IOException {
        Durable.replace(
                file(container),
                folder.ingest().resolve("hold." + UUID.randomUUID()),
                (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String container) {
        if (!ID.matcher(container).matches()) {
            throw new IllegalArgumentException(container);
        }
        return folder.holds().resolve(container);
    }

    /** All there are, as leases that live. */
    static List<Leases.State> all(StoreFolder folder) throws IOException {
        List<Leases.State> found = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder.holds())) {
            files = listed.toList();
        } catch (NoSuchFileException e) {
            return found;
        }
        for (Path file : files) {
            try {
                found.add(new Leases.State(file, true, Leases.lines(file)));
            } catch (NoSuchFileException e) {
                // The container was removed just now.
            }
        }
        return found;
    }
}
