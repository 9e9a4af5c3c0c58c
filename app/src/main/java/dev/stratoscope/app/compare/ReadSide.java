package dev.stratoscope.app.compare;

import dev.stratoscope.app.reading.Steps;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.compare.ImageStep;
import dev.stratoscope.model.compare.Side;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An image all of whose layers were read. Immutable.
 *
 * @param steps for finding out which belong together, the oldest first
 * @param shown the same steps for the stack
 * @param whole the image as a side
 */
record ReadSide(OpenImage image, List<ImageStep> steps, List<Step> shown, Side whole) {
    /** A side with no files. */
    static final Side NOTHING = new Side(List.of(), List.of(), 0);

    ReadSide {
        steps = List.copyOf(steps);
        shown = List.copyOf(shown);
    }

    /**
     * Reads every layer; on a background thread.
     *
     * @throws IOException when one cannot be read
     */
    static ReadSide of(OpenImage image, Progress progress) throws IOException {
        Side whole = image.side(progress);
        List<Step> shown = new ArrayList<>();
        for (Step step : Steps.of(image)) {
            if (step.empty()) {
                shown.add(step);
            } else {
                LayerFacts facts = image.layer(step.layer(), progress);
                shown.add(Steps.read(step, facts, null, List.of()));
            }
        }
        return new ReadSide(image, image.steps(progress), shown, whole);
    }

    /** One step's own files as a side; those of a step without a layer are none. */
    Side side(int step, Progress progress) throws IOException {
        int layer = step < 0 ? -1 : steps.get(step).layer();
        return layer < 0 ? NOTHING : image.side(layer, progress);
    }

    /** Whether a step made a layer; -1 is no step. */
    boolean hasLayer(int step) {
        return step >= 0 && steps.get(step).layer() >= 0;
    }

    /** What made a layer, in one line; empty where nobody tells. */
    String instruction(int layer) {
        for (Step step : shown) {
            if (layer >= 0 && step.layer() == layer) {
                return (step.keyword() + " " + step.command()).strip();
            }
        }
        return "";
    }
}
