package dev.stratoscope.app.compare;

import dev.stratoscope.model.compare.Alignment;
import dev.stratoscope.model.compare.Comparison;
import dev.stratoscope.model.compare.ConfigChange.Section;
import dev.stratoscope.model.compare.ConfigDifference;
import dev.stratoscope.model.compare.Ignored;
import dev.stratoscope.model.compare.StepPair;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What two images differ in. Immutable.
 *
 * @param ignored what did not count
 * @param steps which steps belong together
 * @param files the paths that differ
 * @param config the values that differ
 * @param nanos how long it took
 */
record Compared(
        ReadSide left,
        ReadSide right,
        Ignored ignored,
        Alignment steps,
        Comparison files,
        ConfigDifference config,
        long nanos) {

    /** Compares two images that were read; on a background thread. */
    static Compared of(ReadSide left, ReadSide right, Ignored ignored, Progress progress)
            throws IOException {
        long begun = System.nanoTime();
        Alignment steps = Alignment.of(left.steps(), right.steps(), progress);
        Comparison files = Comparison.of(left.whole(), right.whole(), ignored, progress);
        files.prepare();
        ConfigDifference config =
                ConfigDifference.between(
                        left.image().image().config(),
                        right.image().image().config(),
                        steps,
                        ignored);
        return new Compared(left, right, ignored, steps, files, config, System.nanoTime() - begun);
    }

    /** How the layers of a pair differ by themselves; on a background thread. */
    Comparison layers(StepPair pair, Progress progress) throws IOException {
        Comparison own = compare(pair, progress);
        own.prepare();
        return own;
    }

    private Comparison compare(StepPair pair, Progress progress) throws IOException {
        return Comparison.of(
                left.side(pair.before(), progress),
                right.side(pair.after(), progress),
                ignored,
                progress);
    }

    /** Whether the steps of a pair have files of their own to compare. */
    boolean hasLayers(StepPair pair) {
        return left.hasLayer(pair.before()) || right.hasLayer(pair.after());
    }

    /**
     * Counts what differs between the layers of each pair that has different ones; on a background
     * thread.
     */
    Map<StepPair, ChangeCounts> count(Progress progress) throws IOException {
        Map<StepPair, ChangeCounts> counts = new HashMap<>();
        for (StepPair pair : steps.pairs()) {
            if (hasLayers(pair) && !pair.isSameLayer()) {
                counts.put(pair, compare(pair, progress).counts());
            }
        }
        return counts;
    }

    /** Whether nothing differs that counts. */
    boolean isSame() {
        return files.isEmpty() && config.changes().isEmpty();
    }

    /** Whether both are one and the same image, to the byte. */
    boolean isOneImage() {
        return left.image().image().id().equals(right.image().image().id());
    }

    /** Whether both have files, but neither a layer nor a file's content in common. */
    boolean hasNothingCommon() {
        return files.pathsBefore() > 0
                && files.pathsAfter() > 0
                && files.commonFiles() == 0
                && steps.pairs().stream().noneMatch(StepPair::isSameLayer);
    }

    /** By how many bytes the files of the right image are more. */
    long grown() {
        return files.total(0) - files.totalBefore(0);
    }

    /** How many values differ that are neither of the history nor labels. */
    long configValues() {
        return config.changes().size()
                - config.count(Section.HISTORY)
                - config.count(Section.LABELS);
    }
}
