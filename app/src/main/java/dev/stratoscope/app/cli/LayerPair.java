package dev.stratoscope.app.cli;

import dev.stratoscope.model.compare.Alignment;
import dev.stratoscope.model.compare.ImageStep;
import dev.stratoscope.model.compare.StepPair;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A layer of one image and the one of another that it belongs to, or one that stands alone.
 *
 * @param change how they differ
 * @param reason why they belong together
 * @param before the old side's; null where there is none
 * @param after the new side's; null where there is none
 */
record LayerPair(
        Change change,
        StepPair.Reason reason,
        @Nullable ImageStep before,
        @Nullable ImageStep after) {
    /** How a layer differs. */
    enum Change {
        UNCHANGED("unchanged", '='),
        MOVED("moved", '='),
        MODIFIED("modified", 'M'),
        ADDED("added", 'A'),
        DELETED("deleted", 'D');

        private final String word;
        private final char letter;

        Change(String word, char letter) {
            this.word = word;
            this.letter = letter;
        }

        String word() {
            return word;
        }

        char letter() {
            return letter;
        }
    }

    /** The pairs of which one side at least made a layer, in the order of the alignment. */
    static List<LayerPair> of(Alignment aligned, List<ImageStep> before, List<ImageStep> after) {
        Set<StepPair> moved = aligned.moved();
        List<LayerPair> pairs = new ArrayList<>();
        for (StepPair pair : aligned.pairs()) {
            ImageStep old = layer(before, pair.before());
            ImageStep now = layer(after, pair.after());
            if (old != null || now != null) {
                Change change = change(pair, old, now, moved.contains(pair));
                pairs.add(new LayerPair(change, pair.reason(), old, now));
            }
        }
        return List.copyOf(pairs);
    }

    private static @Nullable ImageStep layer(List<ImageStep> steps, int number) {
        return number < 0 || steps.get(number).layer() < 0 ? null : steps.get(number);
    }

    private static Change change(
            StepPair pair, @Nullable ImageStep before, @Nullable ImageStep after, boolean moved) {
        if (before == null) {
            return Change.ADDED;
        }
        if (after == null) {
            return Change.DELETED;
        }
        if (!pair.isSameLayer()) {
            return Change.MODIFIED;
        }
        return moved ? Change.MOVED : Change.UNCHANGED;
    }
}
