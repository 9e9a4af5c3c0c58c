package dev.stratoscope.model.compare;

import dev.stratoscope.model.compare.StepPair.Reason;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which steps of two images belong together, found by diffID, then by chainID among equal diffIDs,
 * then by instruction, then by likeness, so that a step that was put in between, taken out or moved
 * leaves the others in their pairs. Which side is called the old one makes no difference.
 *
 * @param pairs every step of both sides once, from the bottom up: by the new side's order, with
 *     those that only the old side has above their neighbour below
 */
public record Alignment(List<StepPair> pairs) {
    private static final Comparator<ImageStep> ANY_ORDER =
            Comparator.comparing(ImageStep::createdBy)
                    .thenComparing(ImageStep::diffId, Alignment::compare)
                    .thenComparing(ImageStep::chainId, Alignment::compare);

    /** Copies the list. */
    public Alignment {
        pairs = List.copyOf(pairs);
    }

    /**
     * Aligns the steps of two images. The work grows with the steps and with the entries of those
     * layers that only likeness can pair; beyond some thousands of steps that differ it settles for
     * fewer pairs.
     *
     * @param before the old side's steps, the oldest first
     * @param after the new side's steps, the oldest first
     * @param progress the cancellation point
     * @throws InterruptedIOException when cancelled
     */
    public static Alignment of(List<ImageStep> before, List<ImageStep> after, Progress progress)
            throws InterruptedIOException {
        List<ReadStep> old = before.stream().map(ReadStep::of).toList();
        List<ReadStep> now = after.stream().map(ReadStep::of).toList();
        if (compare(before, after) <= 0) {
            return of(paired(old, now, progress), old.size(), now.size(), false);
        }
        return of(paired(now, old, progress), old.size(), now.size(), true);
    }

    /**
     * The pairs whose steps stand in another order on both sides: as few as would have to be moved
     * to bring all into the same order.
     */
    public Set<StepPair> moved() {
        List<StepPair> both = pairs.stream().filter(StepPair::isBoth).toList();
        BitSet rising = Ascent.longest(both.stream().mapToInt(StepPair::before).toArray());
        Set<StepPair> moved = new HashSet<>();
        for (int at = rising.nextClearBit(0); at < both.size(); at = rising.nextClearBit(at + 1)) {
            moved.add(both.get(at));
        }
        return Set.copyOf(moved);
    }

    private static Pairing paired(List<ReadStep> before, List<ReadStep> after, Progress progress)
            throws InterruptedIOException {
        Pairing pairing = new Pairing(before, after, progress);
        pairing.pairInOrder(step -> step.step().chainId(), Reason.SAME_CHAIN);
        pairing.pairInOrder(Alignment::layerAndText, Reason.SAME_LAYER);
        pairing.pairInOrder(step -> step.step().diffId(), Reason.SAME_LAYER);
        pairing.pairRest(Alignment::layerAndText, false, Reason.SAME_LAYER);
        pairing.pairRest(step -> step.step().diffId(), false, Reason.SAME_LAYER);
        pairing.pairInOrder(step -> exactly(step, true), Reason.SAME_INSTRUCTION);
        pairing.pairInOrder(Alignment::loosely, Reason.SAME_INSTRUCTION);
        pairing.pairRest(step -> exactly(step, false), true, Reason.SAME_INSTRUCTION);
        pairing.pairRest(Alignment::loosely, true, Reason.SAME_INSTRUCTION);
        pairing.pairInOrder(step -> step.text().subject(), Reason.ALIKE);
        pairing.pairRest(step -> step.text().subject(), true, Reason.ALIKE);
        Likeness.pair(pairing, before, after, progress);
        return pairing;
    }

    private record Said(@Nullable Digest layer, boolean isLayer, String text) {}

    private static @Nullable Said layerAndText(ReadStep step) {
        Digest layer = step.step().diffId();
        return layer == null ? null : new Said(layer, true, step.text().whole());
    }

    /** Steps that say nothing are told by nothing but their order, and layers by their files. */
    private static @Nullable Said exactly(ReadStep step, boolean silent) {
        return step.text().isSilent() && (!silent || step.isLayer())
                ? null
                : new Said(null, step.isLayer(), step.text().whole());
    }

    /** WORKDIR may make a layer or not, and what is copied may have changed. */
    private static @Nullable String loosely(ReadStep step) {
        return step.text().isSilent() ? null : step.text().withoutSums();
    }

    private static Alignment of(Pairing pairing, int before, int after, boolean swapped) {
        List<StepPair> pairs = new ArrayList<>();
        addLonely(pairs, pairing, 0, before, swapped);
        for (int now = 0; now < after; now++) {
            int old = swapped ? pairing.partner(now) : pairing.otherPartner(now);
            if (old < 0) {
                pairs.add(new StepPair(-1, now, Reason.NONE));
            } else {
                pairs.add(new StepPair(old, now, pairing.reason(swapped ? now : old)));
                addLonely(pairs, pairing, old + 1, before, swapped);
            }
        }
        return new Alignment(pairs);
    }

    /** Those of the old side that follow one another and have no partner. */
    private static void addLonely(
            List<StepPair> pairs, Pairing pairing, int from, int before, boolean swapped) {
        for (int old = from; old < before; old++) {
            if ((swapped ? pairing.otherPartner(old) : pairing.partner(old)) >= 0) {
                break;
            }
            pairs.add(new StepPair(old, -1, Reason.NONE));
        }
    }

    private static int compare(List<ImageStep> before, List<ImageStep> after) {
        int order = Integer.compare(before.size(), after.size());
        for (int at = 0; order == 0 && at < before.size(); at++) {
            order = ANY_ORDER.compare(before.get(at), after.get(at));
        }
        return order;
    }

    private static int compare(@Nullable Digest one, @Nullable Digest other) {
        return one == null || other == null
                ? Boolean.compare(one != null, other != null)
                : one.compareTo(other);
    }
}
