package dev.stratoscope.model.compare;

import dev.stratoscope.model.task.Progress;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which steps of two images belong together, found by diffID, then by chainID among equal diffIDs,
 * then by instruction, then by likeness, so that a step that was put in between, taken out or moved
 * leaves the others in their pairs.
 *
 * @param pairs every step of both sides once, from the bottom up: by the new side's order, with
 *     those that only the old side has above their neighbour below
 */
public record Alignment(List<StepPair> pairs) {
    /** Copies the list. */
    public Alignment {
        pairs = List.copyOf(pairs);
    }

    /**
     * Aligns the steps of two images.
     *
     * @param before the old side's steps, the oldest first
     * @param after the new side's steps, the oldest first
     * @throws InterruptedIOException when cancelled
     */
    public static Alignment of(List<ImageStep> before, List<ImageStep> after, Progress progress)
            throws InterruptedIOException {
        progress.advance(0);
        List<StepPair> pairs = new ArrayList<>();
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            boolean both = i < Math.min(before.size(), after.size());
            pairs.add(
                    new StepPair(
                            i < before.size() ? i : -1,
                            i < after.size() ? i : -1,
                            both ? StepPair.Reason.ALIKE : StepPair.Reason.NONE));
        }
        return new Alignment(pairs);
    }
}
