package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.ManifestWriter;
import dev.stratoscope.model.archive.StoredLayer;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.task.Fan;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** Copies images into the store; they are listed together when all of them are safe. */
final class Loading {
    private final Limits limits;
    private final Documents documents;
    private final BlobFolder blobs;
    private final StoreLock lock;
    private final Lease lease;
    private final List<Stored> stored = new ArrayList<>();

    /** Images without a manifest that are there already, and the manifests they have there. */
    private final IdentityHashMap<Arrival, Descriptor> known = new IdentityHashMap<>();

    Loading(StoreFolder folder, Limits limits, StoreLock lock, Lease lease) {
        this.limits = limits;
        this.documents = new Documents(limits);
        this.blobs = new BlobFolder(folder, limits);
        this.lock = lock;
        this.lease = lease;
    }

    /**
     * An image whose blobs are all in the store, but that is not listed yet.
     *
     * @param sizes of its layers, bottom first
     */
    record Stored(Arrival arrival, Descriptor manifest, List<LayerSizes> sizes) {}

    /**
     * Copies all blobs.
     *
     * @param twins the manifests of images that are listed, by their ids
     */
    List<Stored> run(List<Arrival> arrivals, Map<Digest, Descriptor> twins, Progress progress)
            throws IOException {
        for (Arrival arrival : arrivals) {
            Descriptor twin = twins.get(arrival.original().image().image().id());
            if (manifest(arrival) == null && twin != null && isWhole(twin, progress)) {
                known.put(arrival, twin);
            }
        }
        Set<Digest> expected = new LinkedHashSet<>();
        Map<String, Callable<LayerArrival.Result>> parts = new LinkedHashMap<>();
        for (Arrival arrival : arrivals) {
            for (StoredLayer layer : arrival.original().image().layers()) {
                LayerArrival coming = new LayerArrival(layer, blobs, lock, lease, limits);
                if (known.containsKey(arrival)) {
                    parts.putIfAbsent(key(layer), () -> coming.check(progress));
                    continue;
                }
                parts.put(key(layer), () -> coming.run(progress));
                Digest digest = LayerArrival.expected(layer);
                if (digest != null) {
                    expected.add(digest);
                }
            }
        }
        try (Turn _ = lock.take()) {
            lease.needs(expected);
        }
        Map<String, LayerArrival.Result> arrived = layers(parts);
        for (Arrival arrival : arrivals) {
            stored.add(store(arrival, arrived, progress));
        }
        blobs.sync();
        return List.copyOf(stored);
    }

    /** Of several images in one container that share a layer, one brings it. */
    private static Map<String, LayerArrival.Result> layers(
            Map<String, Callable<LayerArrival.Result>> parts) throws IOException {
        List<LayerArrival.Result> results = Fan.out(List.copyOf(parts.values()));
        Map<String, LayerArrival.Result> byKey = new LinkedHashMap<>();
        int next = 0;
        for (String key : parts.keySet()) {
            byKey.put(key, results.get(next++));
        }
        return byKey;
    }

    private static String key(StoredLayer layer) {
        Descriptor claimed = layer.descriptor();
        return layer.diffId() + " " + (claimed == null ? layer.location() : claimed.digest());
    }

    private Stored store(
            Arrival arrival, Map<String, LayerArrival.Result> arrived, Progress progress)
            throws IOException {
        List<Descriptor> layers = new ArrayList<>();
        List<LayerSizes> sizes = new ArrayList<>();
        for (StoredLayer layer : arrival.original().image().layers()) {
            LayerArrival.Result result = arrived.get(key(layer));
            if (result == null) {
                throw new IllegalStateException(layer.location());
            }
            layers.add(result.blob());
            sizes.add(result.sizes());
        }
        ImageConfig config = arrival.original().image().image().config();
        byte[] configBytes = config.bytes();
        ByteString original = manifest(arrival);
        if (original == null) {
            Descriptor twin = known.get(arrival);
            if (twin != null) {
                return new Stored(arrival, twin, sizes);
            }
            Descriptor configBlob = Descriptor.of(MediaType.OCI_CONFIG, configBytes);
            byte[] manifest = ManifestWriter.bytes(configBlob, layers);
            Descriptor blob = Descriptor.of(MediaType.OCI_MANIFEST, manifest);
            keep(configBlob.digest(), configBytes, progress);
            keep(blob.digest(), manifest, progress);
            return new Stored(arrival, blob, sizes);
        }
        byte[] manifest = original.toByteArray();
        Digest digest = arrival.original().image().image().manifest().digest();
        keep(documents.manifest("manifest", manifest).config().digest(), configBytes, progress);
        keep(digest, manifest, progress);
        return new Stored(
                arrival, new Descriptor(MediaType.OCI_MANIFEST, digest, manifest.length), sizes);
    }

    /**
     * An image's own manifest; null where it has none that a layout could have. Docker's schema 2
     * is the same in other words, but who reads layouts looks for OCI's only.
     */
    private @Nullable ByteString manifest(Arrival arrival) throws IOException {
        ByteString own = arrival.original().manifest();
        if (own == null) {
            return null;
        }
        MediaType told = arrival.original().image().image().manifest().mediaType();
        byte[] bytes = own.toByteArray();
        MediaType config = documents.manifest("manifest", bytes).config().mediaType();
        String inside = documents.parse("manifest", bytes).path("mediaType").asText("");
        boolean docker =
                told.equals(MediaType.DOCKER_MANIFEST)
                        || inside.equals(MediaType.DOCKER_MANIFEST.value())
                        || config.equals(MediaType.DOCKER_CONFIG);
        return docker ? null : own;
    }

    /** Whether an image that is listed has all its bytes; its blobs stay as long as the lease. */
    private boolean isWhole(Descriptor twin, Progress progress) throws IOException {
        Reach reach = new Reach(blobs, documents);
        try (Turn _ = lock.take()) {
            reach.add(twin);
            lease.needs(reach.found());
        }
        for (Digest blob : reach.found()) {
            if (!blobs.isWhole(blob, -1, progress)) {
                return false;
            }
        }
        return reach.isComplete();
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
}
