package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.ScannedLayer;
import dev.stratoscope.model.archive.StoredLayer;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.History;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.KeptLayer;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.image.StoreContents;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a store holds at one moment, with sizes and what is shared. Not for several threads. */
final class Catalogue {
    private final StoreFolder folder;
    private final Limits limits;
    private final BlobFolder blobs;
    private final SizeRecords records;
    private final StoreIndex index;
    private final List<Holding> holdings = new ArrayList<>();

    /** The blobs of each image, by its manifest. */
    private final Map<Digest, Set<Digest>> needs = new LinkedHashMap<>();

    /** How many images need a blob. */
    private final Map<Digest, Integer> needed = new HashMap<>();

    private final Set<String> open;

    /** The names of the containers that are made of images, by the images' manifests. */
    private final Map<String, Set<String>> contained = new HashMap<>();

    private final Set<Digest> leased = new HashSet<>();

    private boolean complete = true;

    Catalogue(StoreFolder folder, Limits limits, StoreIndex index, List<Leases.State> leases)
            throws IOException {
        this.folder = folder;
        this.limits = limits;
        this.blobs = new BlobFolder(folder, limits);
        this.records = new SizeRecords(folder);
        this.index = index;
        this.open = new HashSet<>();
        for (Leases.State lease : leases) {
            if (lease.alive()) {
                if (lease.isOfContainer()) {
                    for (String manifest : lease.values(LeaseLine.Kind.OPENS)) {
                        contained
                                .computeIfAbsent(manifest, _ -> new TreeSet<>())
                                .addAll(lease.values(LeaseLine.Kind.CONTAINER));
                    }
                } else {
                    open.addAll(lease.values(LeaseLine.Kind.OPENS));
                }
                lease.values(LeaseLine.Kind.NEEDS).forEach(one -> leased.add(Digest.parse(one)));
            }
        }
        Set<Digest> seen = new HashSet<>();
        for (IndexEntry entry : index.entries()) {
            if (seen.add(entry.descriptor().digest())) {
                add(entry.target());
            }
        }
    }

    private void add(Descriptor entry) throws IOException {
        Digest manifest = entry.digest();
        Holding holding = Holding.read(folder, entry, index.names(manifest), limits);
        holdings.add(holding);
        Reach reach = new Reach(blobs, new Documents(limits));
        reach.add(entry);
        complete &= reach.isComplete();
        needs.put(manifest, reach.found());
        reach.found().forEach(blob -> needed.merge(blob, 1, Integer::sum));
    }

    /** All of it. */
    StoreContents contents() throws IOException {
        Map<Digest, Long> stored = blobs.all();
        List<KeptImage> images = new ArrayList<>();
        long apart = 0;
        for (Holding holding : holdings) {
            images.add(image(holding, stored));
            apart += sum(needs(holding), stored);
        }
        images.sort(
                Comparator.comparing(
                                KeptImage::created,
                                Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed()
                        .thenComparing(one -> one.names().toString())
                        .thenComparing(KeptImage::manifest));
        long all = stored.values().stream().mapToLong(Long::longValue).sum();
        return new StoreContents(
                images, all, apart - sum(needed.keySet(), stored), prunable(stored));
    }

    /** One of them. */
    KeptImage image(Digest manifest) throws IOException {
        for (Holding holding : holdings) {
            if (holding.entry().digest().equals(manifest)) {
                Map<Digest, Long> stored = new HashMap<>();
                needs(holding).forEach(blob -> stored.put(blob, Math.max(0, blobs.size(blob))));
                return image(holding, stored);
            }
        }
        throw new IllegalArgumentException(manifest + " is not in the index");
    }

    private Set<Digest> needs(Holding holding) {
        return needs.getOrDefault(holding.entry().digest(), Set.of());
    }

    private long prunable(Map<Digest, Long> stored) {
        if (!complete) {
            return 0;
        }
        Set<Digest> kept = new HashSet<>(leased);
        for (IndexEntry entry : index.entries()) {
            Digest manifest = entry.descriptor().digest();
            boolean used =
                    open.contains(manifest.toString())
                            || contained.containsKey(manifest.toString());
            if (entry.isNamed() || used) {
                kept.addAll(needs.getOrDefault(manifest, Set.of()));
            }
        }
        Map<Digest, Long> rest = new HashMap<>(stored);
        rest.keySet().removeAll(kept);
        return rest.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long sum(Set<Digest> some, Map<Digest, Long> stored) {
        return some.stream().mapToLong(blob -> stored.getOrDefault(blob, 0L)).sum();
    }

    private KeptImage image(Holding holding, Map<Digest, Long> stored) throws IOException {
        Digest manifest = holding.entry().digest();
        long frees = 0;
        for (Digest blob : needs(holding)) {
            frees += needed.getOrDefault(blob, 0) == 1 ? stored.getOrDefault(blob, 0L) : 0;
        }
        boolean inUse = open.contains(manifest.toString());
        List<String> containers =
                List.copyOf(contained.getOrDefault(manifest.toString(), Set.of()));
        if (holding.image() == null) {
            IOException why = holding.problem();
            return new KeptImage(
                    holding.id(),
                    manifest,
                    holding.names(),
                    null,
                    new Platform("unknown", "unknown", null),
                    Map.of(),
                    List.of(),
                    frees,
                    inUse,
                    containers,
                    why == null ? "cannot be read" : String.valueOf(why.getMessage()));
        }
        ImageConfig config = holding.image().image().config();
        List<LayerSizes> sizes = null;
        String problem = missing(holding.image().layers());
        if (problem == null) {
            try {
                sizes = sizes(manifest, holding.image().layers());
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                problem = String.valueOf(e.getMessage());
            }
        }
        Instant created = config.created();
        return new KeptImage(
                config.id(),
                manifest,
                holding.names(),
                created,
                config.platform(),
                config.labels(),
                kept(config, holding.image().layers(), sizes),
                frees,
                inUse,
                containers,
                problem);
    }

    /** Which layer is not there as it should be; null when all are. */
    private static @Nullable String missing(List<StoredLayer> layers) {
        for (StoredLayer layer : layers) {
            Descriptor claimed = layer.descriptor();
            if (layer.isMissing()) {
                return layer.location() + ": is missing from the store";
            }
            if (claimed != null && claimed.size() != layer.storedSize()) {
                return layer.location()
                        + ": "
                        + layer.storedSize()
                        + " bytes long, not "
                        + claimed.size();
            }
        }
        return null;
    }

    private List<KeptLayer> kept(
            ImageConfig config, List<StoredLayer> stored, @Nullable List<LayerSizes> sizes) {
        List<String> steps =
                config.history().stream()
                        .filter(step -> !step.emptyLayer())
                        .map(History::createdBy)
                        .toList();
        List<KeptLayer> kept = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            StoredLayer layer = stored.get(i);
            Descriptor claimed = layer.descriptor();
            Digest blob = claimed == null ? layer.diffId() : claimed.digest();
            kept.add(
                    new KeptLayer(
                            layer.diffId(),
                            blob,
                            layer.storedSize(),
                            sizes == null ? 0 : sizes.get(i).content(),
                            i < steps.size() ? steps.get(i) : "",
                            needed.getOrDefault(blob, 1)));
        }
        return kept;
    }

    /** The sizes as they are known, else found by reading the layers. */
    private List<LayerSizes> sizes(Digest manifest, List<StoredLayer> stored) throws IOException {
        List<LayerSizes> known = records.find(manifest, stored.size());
        if (known != null) {
            return known;
        }
        List<LayerSizes> read = read(stored, limits, Progress.NONE);
        records.keep(manifest, read);
        return read;
    }

    /** The sizes of layers, by reading them. */
    static List<LayerSizes> read(List<StoredLayer> stored, Limits limits, Progress progress)
            throws IOException {
        List<LayerSizes> sizes = new ArrayList<>();
        for (StoredLayer layer : stored) {
            ScannedLayer scanned = layer.scan(limits, progress);
            sizes.add(new LayerSizes(scanned.index().contentSize(), scanned.index().tarSize()));
        }
        return sizes;
    }
}
