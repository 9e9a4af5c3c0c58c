package dev.stratoscope.app.cli;

import dev.stratoscope.model.compare.Alignment;
import dev.stratoscope.model.compare.Comparison;
import dev.stratoscope.model.compare.ConfigDifference;
import dev.stratoscope.model.compare.Ignored;
import dev.stratoscope.model.compare.ImageStep;
import dev.stratoscope.model.compare.Side;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * In what two images differ. Of two single layers only the files are compared.
 *
 * @param isOfLayers whether only single layers were compared
 * @param ignored what does not count
 * @param files the files that differ
 * @param layers all layers, from the bottom up; empty of single layers
 * @param config the values that differ
 */
record Difference(
        boolean isOfLayers,
        Ignored ignored,
        Comparison files,
        List<LayerPair> layers,
        ConfigDifference config)
        implements CompareVerb.Told {

    static Difference between(
            ComparedImage before, ComparedImage after, Ignored ignored, Progress progress)
            throws IOException {
        Side old = before.side(progress);
        Side now = after.side(progress);
        Progress comparing = progress.child("Comparing", -1);
        Comparison files;
        try {
            files = Comparison.of(old, now, ignored, comparing);
        } catch (ImageFormatException e) {
            throw new Failure.About(before.source() + ", " + after.source(), e);
        }
        if (before.isLayer()) {
            return new Difference(true, ignored, files, List.of(), new ConfigDifference(List.of()));
        }
        List<ImageStep> steps = before.steps(progress);
        List<ImageStep> others = after.steps(progress);
        Alignment aligned = Alignment.of(steps, others, comparing);
        return new Difference(
                false,
                ignored,
                files,
                LayerPair.of(aligned, steps, others),
                ConfigDifference.between(before.config(), after.config(), aligned, ignored));
    }

    /** Whether nothing differs that counts; the layers do not when their order does not. */
    @Override
    public boolean isEmpty() {
        return files.isEmpty()
                && config.changes().isEmpty()
                && (ignored.order() || !isLayerChanged());
    }

    @Override
    public void write(OutputStream out, boolean json) throws IOException {
        if (json) {
            new DifferenceJson(this).write(out);
        } else {
            new DifferenceListing(this).write(out);
        }
    }

    /** Whether a layer has no counterpart, another one, or one in another place. */
    boolean isLayerChanged() {
        return layers.stream().anyMatch(pair -> pair.change() != LayerPair.Change.UNCHANGED);
    }
}
