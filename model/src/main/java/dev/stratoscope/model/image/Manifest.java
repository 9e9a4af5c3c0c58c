package dev.stratoscope.model.image;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An image manifest: one config and the layers, bottom first (image-spec, manifest.md).
 *
 * @param config the config's descriptor
 * @param layers the layers' descriptors, the base first
 * @param artifactType what an artifact is; null for images and where the config's type says it
 * @param subject the manifest this one says something of; null where there is none
 */
public record Manifest(
        Descriptor config,
        List<Descriptor> layers,
        @Nullable MediaType artifactType,
        @Nullable Digest subject) {
    /** Copies the list. */
    public Manifest {
        layers = List.copyOf(layers);
    }

    /** The bytes of all layers together, as claimed. */
    public long storedSize() {
        long size = 0;
        for (Descriptor layer : layers) {
            size = size > Long.MAX_VALUE - layer.size() ? Long.MAX_VALUE : size + layer.size();
        }
        return size;
    }
}
