package dev.stratoscope.model.image;

import java.util.List;

/**
 * An image manifest: one config and the layers, bottom first (image-spec, manifest.md).
 *
 * @param config the config's descriptor
 * @param layers the layers' descriptors, the base first
 */
public record Manifest(Descriptor config, List<Descriptor> layers) {
    /** Copies the list. */
    public Manifest {
        layers = List.copyOf(layers);
    }
}
