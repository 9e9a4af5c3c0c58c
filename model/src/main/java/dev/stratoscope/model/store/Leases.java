package dev.stratoscope.model.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The leases on a store: one file each, locked by its owner for as long as it lives. */
final class Leases {
    /** Those of this process, by their files' real paths. */
    private static final Map<Path, Lease> OWN = new ConcurrentHashMap<>();

    /** Far behind what is read, as Windows lets nobody read what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final StoreFolder folder;

    Leases(StoreFolder folder) {
        this.folder = folder;
    }

    /** Writes the first lines of a lease. */
    interface Beginning {
        void write(Lease lease) throws IOException;
    }

    /** A new lease with its first lines; the caller holds the lock. */
    Lease take(Beginning beginning) throws IOException {
        Lease lease = take();
        try {
            beginning.write(lease);
            return lease;
        } catch (IOException e) {
            lease.close();
            throw e;
        }
    }

    /** A new lease that says nothing yet; the caller holds the lock. */
    Lease take() throws IOException {
        String id = UUID.randomUUID().toString();
        // Named only when it is locked, so that whoever sees it there and not locked sees a dead
        // one.
        Path fresh = folder.ingest().resolve(id + ".lease");
        Path file = folder.leases().toRealPath().resolve(id);
        FileChannel open =
                FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Lease lease = new Lease(id, file, open, this);
        try {
            open.lock(LOCKED_BYTE, 1, false);
            OWN.put(file, lease);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            return lease;
        } catch (IOException e) {
            lease.close();
            Files.deleteIfExists(fresh);
            throw e;
        }
    }

    void forget(Lease lease) {
        OWN.values().remove(lease);
    }

    /** What a lease's file is and says. */
    record State(Path file, boolean alive, Set<LeaseLine> lines) {
        String id() {
            return file.getFileName() + "";
        }

        /** The values of the lines of a kind. */
        Set<String> values(LeaseLine.Kind kind) {
            Set<String> found = new HashSet<>();
            for (LeaseLine line : lines) {
                if (line.kind() == kind) {
                    found.add(line.value());
                }
            }
            return found;
        }

        /** Whether a container needs it rather than a program. */
        boolean isOfContainer() {
            return lines.stream().anyMatch(line -> line.kind() == LeaseLine.Kind.CONTAINER);
        }
    }

    /** All leases there are, dead ones too, and those of containers. */
    List<State> all() throws IOException {
        List<State> found = Holds.all(folder);
        if (!Files.isDirectory(folder.leases())) {
            return found;
        }
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder.leases().toRealPath())) {
            files = listed.toList();
        }
        for (Path file : files) {
            try {
                found.add(state(file));
            } catch (NoSuchFileException e) {
                // Its owner let go of it just now.
            }
        }
        return found;
    }

    private static State state(Path file) throws IOException {
        Lease own = OWN.get(file);
        if (own != null) {
            return new State(file, true, own.lines());
        }
        boolean alive;
        // Threads of one program that look at once would be in each other's way.
        synchronized (OWN) {
            try (FileChannel other = FileChannel.open(file, StandardOpenOption.READ)) {
                alive = other.tryLock(LOCKED_BYTE, 1, true) == null;
            }
        }
        return new State(file, alive, lines(file));
    }

    /** What a lease's file says. */
    static Set<LeaseLine> lines(Path file) throws IOException {
        Set<LeaseLine> lines = new HashSet<>();
        for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList()) {
            LeaseLine parsed = LeaseLine.parse(line);
            if (parsed != null) {
                lines.add(parsed);
            }
        }
        return lines;
    }
}
