package dev.stratoscope.model.store;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.NoSuchImageException;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.image.Removal;
import dev.stratoscope.model.image.SaveFormat;
import dev.stratoscope.model.image.StoreContents;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The local store. Safe for use by many threads and processes; the package says what always holds.
 */
public final class Store {
    private static final byte[] MARK =
            "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8);

    private final StoreFolder folder;
    private final Limits limits;
    private final Documents documents;
    private final StoreLock lock;
    private final Leases leases;

    /** The store in a folder, which is made when the first image is loaded. */
    public Store(Path root, Limits limits) {
        this.folder = new StoreFolder(root);
        this.limits = limits;
        this.documents = new Documents(limits);
        this.lock = new StoreLock(folder);
        this.leases = new Leases(folder);
    }

    /** What is there now. */
    public StoreContents contents() throws IOException {
        while (true) {
            StoreIndex index = index();
            StoreContents contents = catalogue(index).contents();
            boolean sound = contents.images().stream().allMatch(one -> one.problem() == null);
            if (sound || sameAs(index)) {
                return contents;
            }
        }
    }

    /** As {@link dev.stratoscope.model.ImageStore#find}. */
    public KeptImage find(String image) throws IOException {
        while (true) {
            StoreIndex index = index();
            Finder.Found found = new Finder(folder, limits).find(index, image);
            KeptImage kept = catalogue(index).image(found.first().digest());
            if (kept.problem() == null || sameAs(index)) {
                return kept;
            }
        }
    }

    /** Whether what was read of the index still holds, so that what did not fit is damage. */
    private boolean sameAs(StoreIndex before) throws IOException {
        return before.entries().equals(index().entries());
    }

    private StoreIndex index() throws IOException {
        return StoreIndex.read(folder.index(), documents);
    }

    private Catalogue catalogue(StoreIndex index) throws IOException {
        return new Catalogue(folder, limits, index, leases.all());
    }

    /**
     * An image that is read where it lies; it stays in the store until the lease is closed.
     *
     * @throws NoSuchImageException when there is no such image
     */
    public OpenedImage open(String image) throws IOException {
        while (true) {
            StoreIndex index = index();
            Finder.Found found = new Finder(folder, limits).find(index, image);
            Descriptor entry = found.first();
            Digest manifest = entry.digest();
            Holding holding = Holding.read(folder, entry, index.names(manifest), limits);
            OpenedImage opened = lease(holding);
            if (opened != null) {
                return opened;
            }
        }
    }

    /** Null when the image was removed in between. */
    private @Nullable OpenedImage lease(Holding holding) throws IOException {
        if (!Files.isWritable(folder.root())) {
            // Nobody can remove anything from a store that cannot be written to.
            return new OpenedImage(holding, null);
        }
        folder.create();
        Lease lease;
        try (StoreLock.Held _ = lock.take()) {
            if (!index().has(holding.entry().digest())) {
                return null;
            }
            lease = leases.take();
            Reach reach = new Reach(new BlobFolder(folder, limits), documents);
            reach.add(holding.entry());
            lease.opens(holding.entry().digest());
            lease.needs(reach.found());
        }
        try {
            return new OpenedImage(holding, lease);
        } catch (IOException e) {
            lease.close();
            throw e;
        }
    }

    /**
     * Copies images into the store and lists them, all at once.
     *
     * @return them as they are in the store now
     */
    public List<KeptImage> load(List<Arrival> arrivals, Progress progress) throws IOException {
        prepare();
        boolean listed = false;
        List<Loading.Stored> stored;
        StoreIndex index;
        try (Lease lease = lease()) {
            Map<Digest, Descriptor> twins = new HashMap<>();
            new Finder(folder, limits)
                    .ids(index())
                    .forEach((manifest, id) -> twins.putIfAbsent(id, manifest));
            stored = new Loading(folder, limits, lock, lease).run(arrivals, twins, progress);
            progress.advance(0);
            index = list(stored);
            listed = true;
        } finally {
            if (!listed) {
                sweepQuietly();
            }
        }
        Set<Digest> manifests = new LinkedHashSet<>();
        stored.forEach(one -> manifests.add(one.manifest().digest()));
        Catalogue catalogue = catalogue(index);
        List<KeptImage> kept = new ArrayList<>();
        for (Digest manifest : manifests) {
            kept.add(catalogue.image(manifest));
        }
        return kept;
    }

    /** The commit of a load: all of it is listed, or nothing. */
    private StoreIndex list(List<Loading.Stored> stored) throws IOException {
        try (StoreLock.Held _ = lock.take()) {
            StoreIndex index = index();
            for (Loading.Stored one : stored) {
                new SizeRecords(folder).keep(one.manifest().digest(), one.sizes());
                index = index.with(one.manifest());
                for (Reference name : one.arrival().names()) {
                    index = index.with(one.manifest(), name);
                }
            }
            replace(index);
            return index;
        }
    }

    /** Clears away what a load left that did not come to its end; the next sweep could, too. */
    private void sweepQuietly() {
        try (StoreLock.Held _ = lock.take()) {
            Sweep.run(folder, limits, index());
        } catch (IOException e) {
            // What made the load fail is told, not this.
        }
    }

    private Lease lease() throws IOException {
        try (StoreLock.Held _ = lock.take()) {
            return leases.take();
        }
    }

    /** Makes an empty store where there is none. */
    private void prepare() throws IOException {
        folder.create();
        if (Files.exists(folder.mark()) && Files.exists(folder.index())) {
            return;
        }
        try (StoreLock.Held _ = lock.take()) {
            if (!Files.exists(folder.mark())) {
                Durable.replace(folder.mark(), fresh("layout"), MARK);
            }
            if (!Files.exists(folder.index())) {
                replace(StoreIndex.empty());
            }
        }
    }

    /** Commits an index; the caller holds the lock. */
    private void replace(StoreIndex index) throws IOException {
        Durable.replace(folder.index(), fresh("index"), index.bytes());
    }

    private Path fresh(String what) {
        return folder.ingest().resolve(what + "." + UUID.randomUUID());
    }

    /** As {@link dev.stratoscope.model.ImageStore#save}. */
    public void save(List<String> images, SaveFormat format, Path file, Progress progress)
            throws IOException {
        prepare();
        new Saving(folder, limits, lock, leases).run(images, format, file, progress);
    }

    /** As {@link dev.stratoscope.model.ImageStore#tag}. */
    public KeptImage tag(String image, Reference name) throws IOException {
        if (name.digest() != null) {
            throw new IllegalArgumentException(
                    name.familiar() + ": a name with a digest cannot be given");
        }
        prepare();
        Finder finder = new Finder(folder, limits);
        try (StoreLock.Held _ = lock.take()) {
            StoreIndex index = index();
            Descriptor meant = finder.find(index, image).first();
            StoreIndex named = index.with(meant, name.withDefaultTag());
            if (named != index) {
                replace(named);
            }
            return catalogue(named).image(meant.digest());
        }
    }

    /** As {@link dev.stratoscope.model.ImageStore#remove}. */
    public Removal remove(String image, boolean force) throws IOException {
        if (!folder.exists()) {
            new Finder(folder, limits).find(index(), image);
        }
        prepare();
        try (StoreLock.Held _ = lock.take()) {
            StoreIndex index = index();
            Finder.Found found = new Finder(folder, limits).find(index, image);
            Deletion deletion = new Deletion(index, leases.all());
            if (found.name() != null && index.names(found.first().digest()).size() > 1) {
                replace(index.without(found.name()));
                return new Removal(List.of(found.name()), List.of(), 0);
            }
            StoreIndex rest = deletion.of(image, found, force);
            Set<Digest> ids = new LinkedHashSet<>();
            Map<Descriptor, Digest> known = new Finder(folder, limits).ids(index);
            found.images().forEach(one -> ids.add(known.getOrDefault(one, one.digest())));
            replace(rest);
            long freed = Sweep.run(folder, limits, rest);
            ids.removeAll(new Finder(folder, limits).ids(rest).values());
            return new Removal(deletion.untagged(), List.copyOf(ids), freed);
        }
    }

    /**
     * As {@link dev.stratoscope.model.ImageStore#prune}.
     *
     * @param remaining told of the images that are left
     */
    public Removal prune(Consumer<List<KeptImage>> remaining) throws IOException {
        if (!folder.exists()) {
            return new Removal(List.of(), List.of(), 0);
        }
        prepare();
        Removal removal = prune();
        remaining.accept(contents().images());
        return removal;
    }

    private Removal prune() throws IOException {
        try (StoreLock.Held _ = lock.take()) {
            StoreIndex index = index();
            Deletion deletion = new Deletion(index, leases.all());
            StoreIndex rest = deletion.dangling();
            Map<Descriptor, Digest> ids = new Finder(folder, limits).ids(index);
            if (rest.entries().size() < index.entries().size()) {
                replace(rest);
            }
            long freed = Sweep.run(folder, limits, rest);
            Set<Digest> gone = new LinkedHashSet<>(ids.values());
            gone.removeAll(new Finder(folder, limits).ids(rest).values());
            return new Removal(List.of(), List.copyOf(gone), freed);
        }
    }
}
