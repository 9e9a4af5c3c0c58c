package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.ManifestWriter;
import dev.stratoscope.model.archive.StoredImage;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes the blobs of an image that has another one's layers and perhaps one more. */
final class Adding {
    private static final int BUFFER = 1 << 16;

    private final StoreFolder folder;
    private final Limits limits;
    private final BlobFolder blobs;
    private final StoreLock lock;
    private final Lease lease;

    Adding(StoreFolder folder, Limits limits, StoreLock lock, Lease lease) {
        this.folder = folder;
        this.limits = limits;
        this.blobs = new BlobFolder(folder, limits);
        this.lock = lock;
        this.lease = lease;
    }

    /**
     * An image whose blobs are all in the store, but that is not listed yet.
     *
     * @param sizes of its layers, bottom first
     */
    record Added(Descriptor manifest, List<LayerSizes> sizes) {}

    /**
     * Writes them.
     *
     * @param base whose layers are there already
     */
    Added run(StoredImage base, Addition addition, Progress progress) throws IOException {
        List<Descriptor> layers = new ArrayList<>();
        for (var layer : base.layers()) {
            Descriptor claimed = layer.descriptor();
            layers.add(claimed == null ? layer.scan(limits, progress).blob() : claimed);
        }
        Digest manifestOfBase = base.image().manifest().digest();
        List<LayerSizes> known = new SizeRecords(folder).find(manifestOfBase, base.layers().size());
        List<LayerSizes> sizes =
                new ArrayList<>(
                        known == null ? Catalogue.read(base.layers(), limits, progress) : known);
        try (Turn _ = lock.take()) {
            lease.needs(layers.stream().map(Descriptor::digest).toList());
        }
        Digest diffId = Digest.sha256(new byte[0]);
        if (addition.hasLayer()) {
            Layer added = layer(addition, progress);
            diffId = added.diffId();
            layers.add(added.blob());
            sizes.add(added.sizes());
        }
        byte[] configBytes = addition.config(diffId);
        Descriptor config = Descriptor.of(MediaType.OCI_CONFIG, configBytes);
        byte[] manifestBytes = ManifestWriter.bytes(config, layers);
        Descriptor manifest = Descriptor.of(MediaType.OCI_MANIFEST, manifestBytes);
        keep(config.digest(), configBytes, progress);
        keep(manifest.digest(), manifestBytes, progress);
        blobs.sync();
        return new Added(manifest, sizes);
    }

    private record Layer(Descriptor blob, Digest diffId, LayerSizes sizes) {}

    private Layer layer(Addition addition, Progress progress) throws IOException {
        try (Ingest ingest = blobs.ingest(lease)) {
            long content;
            TarStream tar;
            try (OutputStream zipped =
                    new Zipped(new BufferedOutputStream(ingest.stream(), BUFFER))) {
                tar = new TarStream(zipped);
                content = addition.writeLayer(tar);
            }
            Digest digest = ingest.digest();
            try (Turn _ = lock.take()) {
                lease.needs(List.of(digest));
            }
            if (!blobs.isWhole(digest, ingest.size(), progress)) {
                ingest.commit(digest);
            }
            return new Layer(
                    new Descriptor(MediaType.OCI_LAYER_GZIP, digest, ingest.size()),
                    tar.digest(),
                    new LayerSizes(content, tar.size()));
        }
    }

    private void keep(Digest digest, byte[] bytes, Progress progress) throws IOException {
        try (Turn _ = lock.take()) {
            lease.needs(List.of(digest));
        }
        if (blobs.isWhole(digest, bytes.length, progress)) {
            return;
        }
        try (Ingest ingest = blobs.ingest(lease)) {
            ingest.write(bytes, bytes.length);
            ingest.commit(digest);
        }
    }

    /** Compressed as fast as it goes: a layer is written once and waited for. */
    private static final class Zipped extends GZIPOutputStream {
        Zipped(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Counts and hashes a tar before it is compressed. */
    private static final class TarStream extends FilterOutputStream {
        private final MessageDigest hasher = Digest.newSha256();
        private long size;

        TarStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            hasher.update(bytes, from, length);
            size += length;
        }

        long size() {
            return size;
        }

        /** Of what was written; ends the hashing. */
        Digest digest() {
            return Digest.ofSha256(hasher.digest());
        }
    }
}
