package dev.stratoscope.app.image;

import dev.stratoscope.model.LayerFacts;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Which layers of an image were read so far, in whatever order they came. On the JavaFX thread. */
final class ReadLayers {
    private final @Nullable LayerFacts[] layers;

    /** None of {@code count} layers. */
    ReadLayers(int count) {
        layers = new LayerFacts[count];
    }

    void add(LayerFacts layer) {
        layers[layer.number()] = layer;
    }

    /** Whether a layer was read; what lies on top of the image was. */
    boolean has(int number) {
        return number >= layers.length || layers[number] != null;
    }

    /** The layers from the bottom up to the first that is missing. */
    List<LayerFacts> fromBottom() {
        List<LayerFacts> found = new ArrayList<>();
        for (LayerFacts layer : layers) {
            if (layer == null) {
                break;
            }
            found.add(layer);
        }
        return found;
    }

    /** Docker's SIZE of every layer in bytes, bottom first; -1 for one that was not read. */
    List<Long> contentSizes() {
        List<Long> sizes = new ArrayList<>();
        for (LayerFacts layer : layers) {
            sizes.add(layer == null ? -1 : layer.contentSize());
        }
        return sizes;
    }

    /** Docker's SIZE of the image in bytes; -1 while a layer is missing. */
    long contentSize() {
        List<Long> sizes = contentSizes();
        return sizes.contains(-1L) ? -1 : sizes.stream().mapToLong(Long::longValue).sum();
    }

    /** One line on how far the reading is. */
    String summary() {
        int done = 0;
        long entries = 0;
        for (LayerFacts layer : layers) {
            done += layer == null ? 0 : 1;
            entries += layer == null ? 0 : layer.entries();
        }
        return String.format("%d of %d layers indexed, %,d entries", done, layers.length, entries);
    }
}
