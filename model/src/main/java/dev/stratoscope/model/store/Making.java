package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.LayerBlob;
import dev.stratoscope.model.archive.LayoutFolder;
import dev.stratoscope.model.archive.ManifestWriter;
import dev.stratoscope.model.archive.ScannedLayer;
import dev.stratoscope.model.archive.StoredLayer;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/**
 * Images in the making: what is written here, or said to be needed, stays in the store until this
 * is closed. Safe for use by many threads.
 */
public final class Making implements Closeable {
    private final StoreFolder folder;
    private final Limits limits;
    private final BlobFolder blobs;
    private final StoreLock lock;
    private final IndexFile file;
    private final Lease lease;

    Making(StoreFolder folder, Limits limits, StoreLock lock, IndexFile file, Lease lease) {
        this.folder = folder;
        this.limits = limits;
        this.blobs = new BlobFolder(folder, limits);
        this.lock = lock;
        this.file = file;
        this.lease = lease;
    }

    /** Writes a layer. */
    @FunctionalInterface
    public interface Body {
        /** Writes it. */
        void write(LayerBlob layer) throws IOException;
    }

    /**
     * A layer of the store.
     *
     * @param blob as it is stored
     * @param diffId the digest of its tar
     * @param contentSize docker's SIZE, in bytes
     * @param tarSize the length of its tar, in bytes
     */
    public record Made(Descriptor blob, Digest diffId, long contentSize, long tarSize) {}

    /** Says that blobs that are there have to stay. */
    public void needs(Collection<Digest> some) throws IOException {
        try (Turn _ = lock.take()) {
            lease.needs(some);
        }
    }

    /** Whether a blob is there, by its length; what is there has to stay. */
    public boolean has(Descriptor blob) throws IOException {
        try (Turn _ = lock.take()) {
            if (blobs.size(blob.digest()) != blob.size()) {
                return false;
            }
            lease.needs(List.of(blob.digest()));
            return true;
        }
    }

    /** A layer whose blob is there. */
    public StoredLayer layer(Descriptor blob, Digest diffId) throws IOException {
        return LayoutFolder.layer(folder.root(), blob, diffId, folder.records());
    }

    /**
     * A layer that was written here.
     *
     * @param stored it in the store
     * @param scanned what a pass over it would find
     */
    public record Written(StoredLayer stored, ScannedLayer scanned) {
        /** It as the store tells of it. */
        public Made made() {
            return new Made(
                    scanned.blob(),
                    scanned.diffId(),
                    scanned.index().contentSize(),
                    scanned.index().tarSize());
        }
    }

    /** Writes a layer, compressed. */
    public Written layer(Body body, Progress progress) throws IOException {
        try (Ingest ingest = blobs.ingest(lease);
                LayerBlob layer = new LayerBlob(ingest.stream(), limits)) {
            body.write(layer);
            Digest digest = ingest.digest();
            needs(List.of(digest));
            if (!blobs.isWhole(digest, ingest.size(), progress)) {
                ingest.commit(digest);
            }
            ScannedLayer scanned =
                    layer.scanned(new Descriptor(MediaType.OCI_LAYER_GZIP, digest, ingest.size()));
            StoredLayer stored =
                    LayoutFolder.written(folder.root(), scanned, limits, folder.records());
            return new Written(stored, scanned);
        }
    }

    /**
     * Writes the documents of an image whose layers are there; it is not listed.
     *
     * @param layers bottom first
     * @return its manifest
     */
    public Descriptor image(byte[] config, List<Descriptor> layers, Progress progress)
            throws IOException {
        needs(layers.stream().map(Descriptor::digest).toList());
        Descriptor configBlob = Descriptor.of(MediaType.OCI_CONFIG, config);
        byte[] manifest = ManifestWriter.bytes(configBlob, layers);
        Descriptor blob = Descriptor.of(MediaType.OCI_MANIFEST, manifest);
        keep(configBlob.digest(), config, progress);
        keep(blob.digest(), manifest, progress);
        return blob;
    }

    /**
     * Lists an image that was written here.
     *
     * @param sizes of its layers, bottom first
     * @param names taken from whatever images had them; may be empty
     */
    public KeptImage list(Descriptor manifest, List<Made> sizes, List<Reference> names)
            throws IOException {
        blobs.sync();
        StoreIndex index;
        try (Turn _ = lock.take()) {
            new SizeRecords(folder)
                    .keep(
                            manifest.digest(),
                            sizes.stream()
                                    .map(one -> new LayerSizes(one.contentSize(), one.tarSize()))
                                    .toList());
            index = file.read().with(manifest);
            for (Reference name : names) {
                index = index.with(manifest, name.withDefaultTag());
            }
            file.replace(index);
        }
        return new Catalogue(folder, limits, index, new Leases(folder).all())
                .image(manifest.digest());
    }

    /** The sizes of the layers of an image that is kept, as far as they are known. */
    @Nullable List<LayerSizes> known(Digest manifest, int layers) {
        return new SizeRecords(folder).find(manifest, layers);
    }

    private void keep(Digest digest, byte[] bytes, Progress progress) throws IOException {
        needs(List.of(digest));
        if (blobs.isWhole(digest, bytes.length, progress)) {
            return;
        }
        try (Ingest ingest = blobs.ingest(lease)) {
            ingest.write(bytes, bytes.length);
            ingest.commit(digest);
        }
    }

    @Override
    public void close() throws IOException {
        lease.close();
    }
}
