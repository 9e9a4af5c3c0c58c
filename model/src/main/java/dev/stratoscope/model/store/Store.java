package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.LayerRecords;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.NoSuchImageException;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.image.Removal;
import dev.stratoscope.model.image.SaveFormat;
import dev.stratoscope.model.image.StoreContents;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The local store. Safe for use by many threads and processes; the package says what always holds.
 */
public final class Store {
    private static final int MOST_TRIES = 20;

    private final StoreFolder folder;
    private final Limits limits;
    private final Documents documents;
    private final IndexFile file;
    private final StoreLock lock;
    private final Leases leases;

    /**
     * The store in a folder, which is made when the first image is loaded.
     *
     * @param records what is known of layers is found and kept there
     */
    public Store(Path root, Limits limits, LayerRecords records) {
        this.folder = new StoreFolder(root, records);
        this.limits = limits;
        this.documents = new Documents(limits);
        this.file = new IndexFile(folder, limits);
        this.lock = new StoreLock(folder);
        this.leases = new Leases(folder);
    }

    /** What is there now. */
    public StoreContents contents() throws IOException {
        return settled(
                index -> catalogue(index).contents(),
                found -> found.images().stream().allMatch(one -> one.problem() == null));
    }

    /** As {@link dev.stratoscope.model.ImageStore#find}. */
    public KeptImage find(String image) throws IOException {
        return settled(
                index -> {
                    Finder.Found found = new Finder(folder, limits).find(index, image);
                    return catalogue(index).image(found.first().digest());
                },
                found -> found.problem() == null);
    }

    /** Reads what an index leads to. */
    private interface Reading<T> {
        T of(StoreIndex index) throws IOException;
    }

    /**
     * Reads without the lock: what is not sound counts only when nobody changed the index
     * meanwhile, so that it is damage and not removed.
     */
    private <T> T settled(Reading<T> reading, Predicate<T> sound) throws IOException {
        StoreIndex index = file.read();
        for (int tries = 1; ; tries++) {
            T found = reading.of(index);
            StoreIndex after = file.read();
            if (sound.test(found)
                    || tries == MOST_TRIES
                    || after.entries().equals(index.entries())) {
                return found;
            }
            index = after;
        }
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
            StoreIndex index = file.read();
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

    /**
     * An image whose blobs are all kept by somebody at this moment, also where it is not listed; it
     * stays until it is closed.
     *
     * @param image its manifest
     */
    public OpenedImage leased(Descriptor image) throws IOException {
        Lease lease;
        try (Turn _ = lock.take()) {
            Reach reach = new Reach(new BlobFolder(folder, limits), documents);
            reach.add(image);
            lease = take(image.digest(), reach.found());
        }
        try {
            return new OpenedImage(
                    Holding.read(folder, image, file.read().names(image.digest()), limits), lease);
        } catch (IOException e) {
            if (lease != null) {
                lease.close();
            }
            throw e;
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
        try (Turn _ = lock.take()) {
            if (!file.read().has(holding.entry().digest())) {
                return null;
            }
            Reach reach = new Reach(new BlobFolder(folder, limits), documents);
            reach.add(holding.entry());
            lease = take(holding.entry().digest(), reach.found());
        }
        try {
            // What was read before the lease may have been removed and loaded again meanwhile.
            return new OpenedImage(
                    holding.isWhole()
                            ? holding
                            : Holding.read(folder, holding.entry(), holding.names(), limits),
                    lease);
        } catch (IOException e) {
            if (lease != null) {
                lease.close();
            }
            throw e;
        }
    }

    /** Null where there is no room for a lease: a full disk keeps nobody from reading. */
    private @Nullable Lease take(Digest manifest, Set<Digest> blobs) throws IOException {
        try {
            return leases.take(
                    fresh -> {
                        fresh.opens(manifest);
                        fresh.needs(blobs);
                    });
        } catch (FileSystemException e) {
            return null;
        }
    }

    /**
     * Copies images into the store and lists them, all at once.
     *
     * @return them as they are in the store now
     */
    public List<KeptImage> load(List<Arrival> arrivals, Progress progress) throws IOException {
        file.prepare(lock);
        boolean listed = false;
        try (Lease lease = lease()) {
            Map<Digest, Descriptor> twins = new HashMap<>();
            new Finder(folder, limits)
                    .ids(file.read())
                    .forEach((manifest, id) -> twins.putIfAbsent(id, manifest));
            List<Loading.Stored> stored =
                    new Loading(folder, limits, lock, lease).run(arrivals, twins, progress);
            progress.advance(0);
            Catalogue catalogue = catalogue(list(stored));
            listed = true;
            Set<Digest> manifests = new LinkedHashSet<>();
            stored.forEach(one -> manifests.add(one.manifest().digest()));
            List<KeptImage> kept = new ArrayList<>();
            for (Digest manifest : manifests) {
                kept.add(catalogue.image(manifest));
            }
            return kept;
        } finally {
            if (!listed) {
                sweepQuietly();
            }
        }
    }

    /** The commit of a load: all of it is listed, or nothing. */
    private StoreIndex list(List<Loading.Stored> stored) throws IOException {
        try (Turn _ = lock.take()) {
            StoreIndex index = file.read();
            for (Loading.Stored one : stored) {
                new SizeRecords(folder).keep(one.manifest().digest(), one.sizes());
                index = index.with(one.manifest());
                for (Reference name : one.arrival().names()) {
                    index = index.with(one.manifest(), name);
                }
            }
            file.replace(index);
            return index;
        }
    }

    /** Clears away what a load left that did not come to its end; the next sweep could, too. */
    private void sweepQuietly() {
        boolean interrupted = Thread.interrupted();
        try (Turn _ = lock.take()) {
            Sweep.run(folder, limits, file.read());
        } catch (IOException e) {
            // What made the load fail is told, not this.
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What containers need of it. */
    public Holds holds() {
        return new Holds(folder, limits, file, lock);
    }

    /**
     * An image that is kept for a container, also where it is not listed any more.
     *
     * @param image what {@link Holds#hold} was told
     */
    public OpenedImage held(Descriptor image) throws IOException {
        return new OpenedImage(
                Holding.read(folder, image, file.read().names(image.digest()), limits), null);
    }

    /**
     * Makes an image of another one's layers, what is added, and nothing else. It is listed when
     * all of it is safely on disk.
     *
     * @param base an image that is kept meanwhile
     * @param name taken from whatever image had it; null leaves the new one without
     */
    public KeptImage add(
            OpenedImage base, Addition addition, @Nullable Reference name, Progress progress)
            throws IOException {
        boolean listed = false;
        try (Making making = making()) {
            KeptImage made = Adding.run(making, limits, base, addition, name, progress);
            listed = true;
            return made;
        } finally {
            if (!listed) {
                sweepQuietly();
            }
        }
    }

    /** Images in the making; the store is made when it is not there yet. */
    public Making making() throws IOException {
        file.prepare(lock);
        return new Making(folder, limits, lock, file, lease());
    }

    /** Removes what was left over, as far as that is possible now. */
    public void sweep() {
        sweepQuietly();
    }

    private Lease lease() throws IOException {
        try (Turn _ = lock.take()) {
            return leases.take();
        }
    }

    /** As {@link dev.stratoscope.model.ImageStore#save}. */
    public void save(List<String> images, SaveFormat format, Path target, Progress progress)
            throws IOException {
        new Saving(folder, limits, lock, leases).run(images, format, target, progress);
    }

    /** As {@link dev.stratoscope.model.ImageStore#tag}. */
    public KeptImage tag(String image, Reference name) throws IOException {
        if (name.digest() != null) {
            throw new IllegalArgumentException(
                    name.familiar() + ": a name with a digest cannot be given");
        }
        file.prepare(lock);
        Descriptor meant;
        StoreIndex named;
        try (Turn _ = lock.take()) {
            StoreIndex index = file.read();
            meant = new Finder(folder, limits).find(index, image).first();
            named = index.with(meant, name.withDefaultTag());
            if (named != index) {
                file.replace(named);
            }
        }
        return catalogue(named).image(meant.digest());
    }

    /** As {@link dev.stratoscope.model.ImageStore#remove}. */
    public Removal remove(String image, boolean force) throws IOException {
        if (!folder.exists()) {
            new Finder(folder, limits).find(file.read(), image);
        }
        file.prepare(lock);
        try (Turn _ = lock.take()) {
            StoreIndex index = file.read();
            Finder.Found found = new Finder(folder, limits).find(index, image);
            Deletion deletion = new Deletion(index, leases.all());
            if (found.name() != null) {
                StoreIndex unnamed = index.without(found.name());
                if (unnamed.isNamed(found.first().digest())) {
                    file.replace(unnamed);
                    return new Removal(List.of(found.name()), List.of(), 0);
                }
            }
            StoreIndex rest = deletion.of(image, found, force);
            Set<Digest> ids = new LinkedHashSet<>();
            Map<Descriptor, Digest> known = new Finder(folder, limits).ids(index);
            found.images().forEach(one -> ids.add(known.getOrDefault(one, one.digest())));
            file.replace(rest);
            long freed = Sweep.run(folder, limits, rest);
            ids.removeAll(new Finder(folder, limits).ids(rest).values());
            return new Removal(deletion.untagged(), List.copyOf(ids), freed);
        }
    }

    /** As {@link dev.stratoscope.model.ImageStore#untag}. */
    public void untag(Reference name) throws IOException {
        file.prepare(lock);
        try (Turn _ = lock.take()) {
            StoreIndex index = file.read();
            IndexEntry entry = index.find(name.withDefaultTag());
            if (entry == null) {
                throw new NoSuchImageException(name.familiar(), "no image has this name any more");
            }
            StoreIndex rest = index.without(name.withDefaultTag());
            if (!rest.isNamed(entry.descriptor().digest())) {
                throw new ImageFormatException(
                        name.familiar(), "is the only name of its image by now");
            }
            file.replace(rest);
        }
    }

    /** As {@link dev.stratoscope.model.ImageStore#prune}, but for what is known of layers. */
    public Removal prune() throws IOException {
        if (!folder.exists()) {
            return new Removal(List.of(), List.of(), 0);
        }
        file.prepare(lock);
        try (Turn _ = lock.take()) {
            StoreIndex index = file.read();
            Deletion deletion = new Deletion(index, leases.all());
            StoreIndex rest = deletion.dangling();
            Map<Descriptor, Digest> ids = new Finder(folder, limits).ids(index);
            if (rest.entries().size() < index.entries().size()) {
                file.replace(rest);
            }
            long freed = Sweep.run(folder, limits, rest);
            Set<Digest> gone = new LinkedHashSet<>(ids.values());
            gone.removeAll(new Finder(folder, limits).ids(rest).values());
            return new Removal(List.of(), List.copyOf(gone), freed);
        }
    }
}
