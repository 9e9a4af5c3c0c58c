package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.DockerArchiveWriter;
import dev.stratoscope.model.archive.LayoutWriter;
import dev.stratoscope.model.archive.SavedImage;
import dev.stratoscope.model.archive.StoredLayer;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.image.SaveFormat;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;
import dev.stratoscope.model.tree.ByteString;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes images to a file or folder that appears whole or not at all. */
final class Saving {
    private static final int BUFFER = 1 << 18;

    private final StoreFolder folder;
    private final Limits limits;
    private final BlobFolder blobs;
    private final StoreLock lock;
    private final Leases leases;

    Saving(StoreFolder folder, Limits limits, StoreLock lock, Leases leases) {
        this.folder = folder;
        this.limits = limits;
        this.blobs = new BlobFolder(folder, limits);
        this.lock = lock;
        this.leases = leases;
    }

    void run(List<String> images, SaveFormat format, Path file, Progress progress)
            throws IOException {
        Path target = target(file, format);
        if (!folder.exists() || !Files.isWritable(folder.root())) {
            // Nobody can remove anything from a store that cannot be written to.
            Path unfinished = Unfinished.of(target, UUID.randomUUID().toString());
            write(saved(choose(index(), images), progress), format, target, unfinished, progress);
            return;
        }
        folder.create();
        List<Chosen> chosen;
        Lease lease;
        try (Turn _ = lock.take()) {
            chosen = choose(index(), images);
            Reach reach = new Reach(blobs, new Documents(limits));
            for (Chosen one : chosen) {
                reach.add(one.entry());
            }
            lease =
                    leases.take(
                            fresh -> {
                                fresh.needs(reach.found());
                                fresh.writes(Unfinished.of(target, fresh.id()));
                            });
        }
        try (lease) {
            Path unfinished = Unfinished.of(target, lease.id());
            write(saved(chosen, progress), format, target, unfinished, progress);
        }
    }

    /** Where to write: what is there may be replaced, and where it is a link, what it leads to. */
    private Path target(Path file, SaveFormat format) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
        Path above = target.getParent();
        if (above == null || !Files.isDirectory(above)) {
            throw refused(file, "its folder is not there");
        }
        if (folder.exists() && above.toRealPath().startsWith(folder.root().toRealPath())) {
            throw refused(file, "lies in the store; save to another place");
        }
        if (format == SaveFormat.OCI_LAYOUT) {
            if (isTaken(target)) {
                throw refused(file, "is there already and not an empty folder");
            }
        } else if (Files.isDirectory(target)) {
            throw refused(file, "is a folder");
        } else if (Files.exists(target) && !Files.isRegularFile(target)) {
            // To move a file there would replace a device, such as a terminal, for all programs.
            throw refused(file, "is a device or pipe; save to a file");
        }
        return target;
    }

    private static FileSystemException refused(Path file, String reason) {
        return new FileSystemException(file.toString(), null, reason);
    }

    private StoreIndex index() throws IOException {
        return new IndexFile(folder, limits).read();
    }

    private static boolean isTaken(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return Files.exists(target);
        }
        try (Stream<Path> inside = Files.list(target)) {
            return inside.findAny().isPresent();
        }
    }

    /**
     * An image that is to be saved.
     *
     * @param names those it was asked for by
     */
    private record Chosen(Descriptor entry, List<Reference> names) {}

    /** Each image once, in the order asked for. */
    private List<Chosen> choose(StoreIndex index, List<String> images) throws IOException {
        Finder finder = new Finder(folder, limits);
        Map<Digest, Chosen> chosen = new LinkedHashMap<>();
        for (String image : images) {
            Finder.Found found = finder.find(index, image);
            Descriptor entry = found.first();
            Chosen one =
                    chosen.computeIfAbsent(
                            entry.digest(), absent -> new Chosen(entry, new ArrayList<>()));
            Reference name = found.name();
            if (name != null && !one.names().contains(name)) {
                one.names().add(name);
            }
        }
        return List.copyOf(chosen.values());
    }

    private List<SavedImage> saved(List<Chosen> chosen, Progress progress) throws IOException {
        List<SavedImage> saved = new ArrayList<>();
        for (Chosen one : chosen) {
            Holding holding = Holding.read(folder, one.entry(), one.names(), limits);
            List<StoredLayer> layers = holding.documents().layers();
            Descriptor manifest = holding.known().manifest();
            List<LayerSizes> sizes =
                    new SizeRecords(folder).find(one.entry().digest(), layers.size());
            if (sizes == null) {
                sizes = Catalogue.read(layers, limits, progress);
            }
            byte[] bytes = blobs.document(manifest);
            String item = blobs.item(manifest.digest());
            saved.add(
                    new SavedImage(
                            holding.documents(),
                            new Documents(limits).manifest(item, bytes).config().digest(),
                            ByteString.of(bytes),
                            one.names(),
                            sizes.stream().map(LayerSizes::tar).toList()));
        }
        return saved;
    }

    private static void write(
            List<SavedImage> images,
            SaveFormat format,
            Path target,
            Path unfinished,
            Progress progress)
            throws IOException {
        boolean done = false;
        try {
            if (format == SaveFormat.OCI_LAYOUT) {
                LayoutWriter.writeFolder(images, unfinished, progress);
                Files.deleteIfExists(target);
            } else {
                writeFile(images, format, unfinished, progress);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            done = true;
            Durable.syncFolderOf(target);
        } finally {
            if (!done) {
                Unfinished.remove(unfinished);
            }
        }
    }

    private static void writeFile(
            List<SavedImage> images, SaveFormat format, Path unfinished, Progress progress)
            throws IOException {
        try (FileChannel file =
                FileChannel.open(
                        unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
            if (format == SaveFormat.DOCKER_ARCHIVE) {
                DockerArchiveWriter.write(images, out, progress);
            } else {
                LayoutWriter.writeTar(images, out, progress);
            }
            out.flush();
            file.force(true);
        }
    }
}
