package dev.stratoscope.app.image;

import dev.stratoscope.app.reading.Steps;
import dev.stratoscope.app.reading.TopLayer;
import dev.stratoscope.app.view.stack.Pill;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.app.view.stack.Stratum;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.ChangeCounts;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An image whose documents were read, and what is known of its layers so far. On the JavaFX thread.
 */
final class ReadImage {
    private final OpenImage image;
    private final ReadLayers layers;
    private final Pace pace = new Pace();
    private List<Step> steps;
    private @Nullable TopTimeline top;
    private boolean finished;
    private boolean stopped;

    /** The image with none of its layers read. */
    ReadImage(OpenImage image) {
        this.image = image;
        layers = new ReadLayers(image.layerCount());
        steps = List.copyOf(Steps.of(image));
    }

    OpenImage image() {
        return image;
    }

    ReadLayers layers() {
        return layers;
    }

    /** Its timeline, as soon as one was made. */
    Pace pace() {
        return pace;
    }

    /** The steps of the stack, bottom first, the writable layer on top where one is shown. */
    List<Step> steps() {
        TopTimeline shown = top;
        if (shown == null) {
            return steps;
        }
        List<Step> all = new ArrayList<>(steps);
        all.add(shown.top().step());
        return all;
    }

    /** The writable layer on top; null where none is shown. */
    @Nullable TopTimeline top() {
        return top;
    }

    /** Shows a writable layer on top; null shows none. */
    void setTop(@Nullable TopLayer now) {
        TopTimeline before = top;
        if (before != null && now != null && before.top().index().equals(now.index())) {
            top = before.with(now);
        } else {
            top = now == null ? null : new TopTimeline(now);
        }
    }

    boolean hasStep(int index) {
        return index >= 0 && index < steps.size() + (top == null ? 0 : 1);
    }

    /** Whether every layer was read, or failed. */
    boolean isFinished() {
        return finished;
    }

    void finish() {
        finished = true;
    }

    /** Nothing more will be read: layers that are still being read stay unread. */
    void stop() {
        stopped = true;
        steps = List.copyOf(steps.stream().map(Steps::stopped).toList());
    }

    /** Whether the reading was given up before its end. */
    boolean isStopped() {
        return stopped;
    }

    /**
     * Takes in a layer.
     *
     * @param changes what it changes; null while that is not known
     * @return the index of its step
     */
    int read(LayerFacts layer, @Nullable ChangeCounts changes, @Nullable List<Stratum> core) {
        layers.add(layer);
        int step = Steps.ofLayer(steps, layer.number());
        replace(step, Steps.read(steps.get(step), layer, changes, core));
        return step;
    }

    /**
     * Takes in that a layer cannot be read.
     *
     * @return the index of its step
     */
    int failed(int number, IOException reason) {
        int step = Steps.ofLayer(steps, number);
        boolean missing = image.image().layers().get(number).isMissing();
        replace(step, Steps.failed(steps.get(step), missing, reason));
        return step;
    }

    /**
     * Takes in short facts about layers.
     *
     * @param pills of each layer, the lowest first
     */
    void tell(List<List<Pill>> pills) {
        for (int i = 0; i < pills.size(); i++) {
            int step = Steps.ofLayer(steps, i);
            replace(step, steps.get(step).withPills(pills.get(i)));
        }
    }

    private void replace(int index, Step step) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(index, step);
        steps = List.copyOf(changed);
    }
}
