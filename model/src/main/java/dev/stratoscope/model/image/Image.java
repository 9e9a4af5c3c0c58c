package dev.stratoscope.model.image;

import java.util.List;

/**
 * One image: a manifest, a config and the ordered layers over {@code scratch}.
 *
 * @param manifest the manifest's descriptor; of a docker-archive, whose manifest has no blob, that
 *     of the config
 * @param config the config, with its bytes
 * @param layers bottom first, as many as {@code config.diffIds()}
 * @param names the names the source gives it, such as {@code nginx:1.22}; may be empty
 * @param kind whether it is an image to run or something kept beside images
 * @param type an artifact's type or what an attestation states; empty for images
 */
public record Image(
        Descriptor manifest,
        ImageConfig config,
        List<Layer> layers,
        List<String> names,
        ListedImage.Kind kind,
        String type) {
    /** An image to run. */
    public Image(Descriptor manifest, ImageConfig config, List<Layer> layers, List<String> names) {
        this(manifest, config, layers, names, ListedImage.Kind.IMAGE, "");
    }

    /** Copies the lists. */
    public Image {
        layers = List.copyOf(layers);
        names = List.copyOf(names);
    }

    /** The image id: the sha256 of the config's bytes. */
    public Digest id() {
        return config.id();
    }
}
