package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Image;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.ListedImage;

import java.util.List;

/**
 * An image and its layers where they lie.
 *
 * @param image what the documents say
 * @param layers the layers of {@code image}, bottom first
 */
public record StoredImage(Image image, List<StoredLayer> layers) {
    /** Copies the list. */
    public StoredImage {
        layers = List.copyOf(layers);
    }

    /** What the container lists, with its documents read. */
    static StoredImage of(ListedImage listed, ImageConfig config, List<StoredLayer> layers) {
        return new StoredImage(
                new Image(
                        listed.manifest(),
                        config,
                        List.copyOf(layers),
                        listed.names(),
                        listed.kind(),
                        listed.type()),
                layers);
    }
}
