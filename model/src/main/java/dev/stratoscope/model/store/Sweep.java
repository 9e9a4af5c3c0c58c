package dev.stratoscope.model.store;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.Limits;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Mark and sweep: removes what neither the index nor a living lease leads to. The caller holds the
 * lock.
 */
final class Sweep {
    private final StoreFolder folder;
    private final Limits limits;
    private final BlobFolder blobs;
    private long freed;

    private Sweep(StoreFolder folder, Limits limits) {
        this.folder = folder;
        this.limits = limits;
        this.blobs = new BlobFolder(folder, limits);
    }

    /**
     * Sweeps.
     *
     * @param index as it stands on disk now
     * @return the bytes that were freed
     */
    static long run(StoreFolder folder, Limits limits, StoreIndex index) throws IOException {
        Sweep sweep = new Sweep(folder, limits);
        sweep.all(index);
        return sweep.freed;
    }

    private void all(StoreIndex index) throws IOException {
        List<Leases.State> leases = new Leases(folder).all();
        Reach reach = new Reach(blobs, new Documents(limits));
        for (IndexEntry entry : index.entries()) {
            reach.add(entry.target());
        }
        Set<String> living = new HashSet<>();
        Set<Digest> needed = new HashSet<>(reach.found());
        for (Leases.State lease : leases) {
            if (lease.alive()) {
                living.add(lease.id());
                lease.values(LeaseLine.Kind.NEEDS).forEach(one -> needed.add(Digest.parse(one)));
            }
        }
        // What an unreadable manifest needs is not known, so nothing may go.
        if (reach.isComplete()) {
            for (Map.Entry<Digest, Long> blob : blobs.all().entrySet()) {
                if (!needed.contains(blob.getKey())) {
                    blobs.remove(blob.getKey());
                    freed += blob.getValue();
                }
            }
        }
        new SizeRecords(folder)
                .sweep(
                        index.entries().stream()
                                .map(one -> SizeRecords.name(one.descriptor().digest()))
                                .collect(Collectors.toSet()));
        unfinished(living);
        for (Leases.State lease : leases) {
            if (!lease.alive() && isCleared(lease)) {
                Files.deleteIfExists(lease.file());
            }
        }
    }

    /** False where a file cannot be removed: then the lease stays, to tell of it another time. */
    private static boolean isCleared(Leases.State lease) {
        try {
            for (String file : lease.values(LeaseLine.Kind.WRITES)) {
                abandoned(file, lease.id());
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void unfinished(Set<String> living) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder.ingest())) {
            files = listed.toList();
        }
        for (Path file : files) {
            String name = file.getFileName() + "";
            int dot = name.indexOf('.');
            if (!living.contains(dot < 0 ? name : name.substring(0, dot))) {
                long size = Files.exists(file) ? Files.size(file) : 0;
                Files.deleteIfExists(file);
                freed += size;
            }
        }
    }

    /** Only what carries the lease's own id can have been made under it. */
    private static void abandoned(String uri, String lease) throws IOException {
        Path file;
        try {
            file = Path.of(URI.create(uri));
        } catch (IllegalArgumentException e) {
            return;
        }
        if ((file.getFileName() + "").endsWith(Unfinished.suffix(lease))) {
            Unfinished.remove(file);
        }
    }
}
