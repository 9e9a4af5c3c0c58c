package dev.stratoscope.model.image;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An image in the local store.
 *
 * @param id the image id: the digest of the config
 * @param manifest the digest of the manifest
 * @param names its tags, sorted; empty for a dangling image
 * @param created when it was made; null where the config does not say
 * @param platform what it runs on
 * @param labels the config's labels
 * @param layers bottom first
 * @param frees the bytes on disk that removing this image and nothing else would free
 * @param inUse whether somebody has it open at this moment
 * @param containers the names of the containers that are made of it, sorted
 * @param problem why it cannot be opened, one line; null while nothing is known against it
 */
public record KeptImage(
        Digest id,
        Digest manifest,
        List<Reference> names,
        @Nullable Instant created,
        Platform platform,
        Map<String, String> labels,
        List<KeptLayer> layers,
        long frees,
        boolean inUse,
        List<String> containers,
        @Nullable String problem) {

    /** Copies the collections. */
    public KeptImage {
        names = List.copyOf(names);
        labels = Map.copyOf(labels);
        layers = List.copyOf(layers);
        containers = List.copyOf(containers);
    }

    /** Whether somebody has it open, or a container is made of it. */
    public boolean isUsed() {
        return inUse || !containers.isEmpty();
    }

    /** Whether it has no name, so that {@code prune} would take it. */
    public boolean isDangling() {
        return names.isEmpty();
    }

    /** Docker's SIZE in bytes: the contents of all layers. */
    public long size() {
        return layers.stream().mapToLong(KeptLayer::contentSize).sum();
    }

    /** The part of {@link #size} in layers that other images have too, in bytes. */
    public long sharedSize() {
        return layers.stream().filter(KeptLayer::isShared).mapToLong(KeptLayer::contentSize).sum();
    }

    /** The part of {@link #size} in layers of this image alone, in bytes. */
    public long uniqueSize() {
        return size() - sharedSize();
    }
}
