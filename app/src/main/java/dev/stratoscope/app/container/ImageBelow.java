package dev.stratoscope.app.container;

import dev.stratoscope.app.reading.CoreSample;
import dev.stratoscope.app.reading.Steps;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.LayerIndex;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The image below a writable layer, all of its layers read. Immutable.
 *
 * @param steps of its history, the oldest first
 * @param layers bottom first
 */
record ImageBelow(OpenImage image, List<Step> steps, List<LayerIndex> layers) {
    /** Copies the lists. */
    ImageBelow {
        steps = List.copyOf(steps);
        layers = List.copyOf(layers);
    }

    /** Reads every layer; not on the JavaFX thread. */
    static ImageBelow of(OpenImage image, Progress progress) throws IOException {
        List<LayerFacts> facts = image.layers(progress);
        List<ChangeCounts> counts = image.changeCounts(progress);
        List<Step> steps = new ArrayList<>();
        for (Step step : Steps.of(image)) {
            steps.add(step.empty() ? step : read(step, facts, counts));
        }
        return new ImageBelow(image, steps, facts.stream().map(LayerFacts::index).toList());
    }

    private static Step read(Step step, List<LayerFacts> facts, List<ChangeCounts> counts) {
        LayerFacts layer = facts.get(step.layer());
        ChangeCounts own = step.layer() < counts.size() ? counts.get(step.layer()) : null;
        return Steps.read(step, layer, own, CoreSample.of(layer.index()));
    }

    /** What made a layer, in one line; empty where nobody tells. */
    String instruction(int layer) {
        for (Step step : steps) {
            if (layer >= 0 && step.layer() == layer) {
                return (step.keyword() + " " + step.command()).strip();
            }
        }
        return "";
    }
}
