package dev.stratoscope.app.image;

import dev.stratoscope.app.reading.TopLayer;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.Timeline;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The timeline of an image with a writable layer on top, made when first asked for. Thread-safe.
 */
final class TopTimeline {
    private final TopLayer top;
    private @Nullable Timeline made;

    TopTimeline(TopLayer top) {
        this.top = top;
    }

    /** The same layers with other words. */
    TopTimeline with(TopLayer now) {
        TopTimeline other = new TopTimeline(now);
        synchronized (this) {
            other.made = made;
        }
        return other;
    }

    TopLayer top() {
        return top;
    }

    /** The timeline; not on the JavaFX thread. */
    synchronized Timeline get(OpenImage image, Progress progress) throws IOException {
        Timeline known = made;
        if (known == null) {
            List<LayerIndex> layers = new ArrayList<>();
            for (LayerFacts layer : image.layers(progress)) {
                layers.add(layer.index());
            }
            layers.add(top.index());
            known = Timeline.of(layers, progress);
            made = known;
        }
        return known;
    }
}
