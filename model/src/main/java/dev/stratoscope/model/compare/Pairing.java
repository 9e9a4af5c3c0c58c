package dev.stratoscope.model.compare;

import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two lists of steps, and which of them were found to belong together so far. */
final class Pairing {
    private static final int NO_KEY = -1;

    /** What two steps must have the same to belong together. */
    @FunctionalInterface
    interface Key {
        /** Something with an {@code equals} of its own; null for a step that has no such thing. */
        @Nullable Object of(ReadStep step);
    }

    private final List<ReadStep> before;
    private final List<ReadStep> after;
    private final Progress progress;
    private final CommonSequence common;
    private final int[] partners;
    private final int[] otherPartners;
    private final StepPair.Reason[] reasons;

    /** The old side's steps that are paired in the same order as their partners. */
    private final BitSet inOrder = new BitSet();

    Pairing(List<ReadStep> before, List<ReadStep> after, Progress progress) {
        this.before = before;
        this.after = after;
        this.progress = progress;
        this.common = new CommonSequence(progress);
        this.partners = new int[before.size()];
        this.otherPartners = new int[after.size()];
        this.reasons = new StepPair.Reason[before.size()];
        Arrays.fill(partners, -1);
        Arrays.fill(otherPartners, -1);
    }

    /** The partner of a step of the old side; -1 while it has none. */
    int partner(int step) {
        return partners[step];
    }

    /** The partner of a step of the new side; -1 while it has none. */
    int otherPartner(int step) {
        return otherPartners[step];
    }

    StepPair.Reason reason(int step) {
        return reasons[step];
    }

    /** Pairs two steps, wherever they stand. */
    void pair(int step, int other, StepPair.Reason reason) {
        partners[step] = other;
        otherPartners[other] = step;
        reasons[step] = reason;
    }

    /** How many of the pairs in order stand below a step of the old side. */
    int[] gaps() {
        int[] gaps = new int[partners.length];
        int below = 0;
        for (int at = 0; at < gaps.length; at++) {
            gaps[at] = below;
            below += inOrder.get(at) ? 1 : 0;
        }
        return gaps;
    }

    /** How many of the pairs in order stand below a step of the new side. */
    int[] otherGaps() {
        int[] gaps = new int[otherPartners.length];
        int below = 0;
        for (int at = 0; at < gaps.length; at++) {
            gaps[at] = below;
            below += otherPartners[at] >= 0 && inOrder.get(otherPartners[at]) ? 1 : 0;
        }
        return gaps;
    }

    /**
     * Pairs what has the same key and comes in the same order on both sides, also as what was
     * paired so before.
     */
    void pairInOrder(Key key, StepPair.Reason reason) throws InterruptedIOException {
        Map<Object, Integer> numbers = new HashMap<>();
        int[] keys = keys(before, partners, key, numbers);
        int[] otherKeys = keys(after, otherPartners, key, numbers);
        int from = 0;
        int otherFrom = 0;
        while (from <= keys.length) {
            int next = inOrder.nextSetBit(from);
            int to = next < 0 ? keys.length : next;
            int otherTo = next < 0 ? otherKeys.length : partners[next];
            pairBetween(
                    keyed(keys, from, to),
                    keyed(otherKeys, otherFrom, otherTo),
                    keys,
                    otherKeys,
                    reason);
            from = to + 1;
            otherFrom = otherTo + 1;
        }
    }

    private void pairBetween(
            int[] steps, int[] others, int[] keys, int[] otherKeys, StepPair.Reason reason)
            throws InterruptedIOException {
        int[] found =
                common.of(
                        Arrays.stream(steps).map(step -> keys[step]).toArray(),
                        Arrays.stream(others).map(step -> otherKeys[step]).toArray());
        for (int i = 0; i < found.length; i++) {
            if (found[i] >= 0) {
                pair(steps[i], others[found[i]], reason);
                inOrder.set(steps[i]);
            }
        }
    }

    /**
     * Pairs what has the same key wherever it stands: the first that is left with the first.
     *
     * @param onlyUnique leaves those alone whose key is left more than once on a side
     */
    void pairRest(Key key, boolean onlyUnique, StepPair.Reason reason)
            throws InterruptedIOException {
        progress.advance(0);
        Map<Object, Integer> numbers = new HashMap<>();
        int[] keys = keys(before, partners, key, numbers);
        int[] otherKeys = keys(after, otherPartners, key, numbers);
        Map<Integer, Deque<Integer>> waiting = waiting(keys);
        Map<Integer, Deque<Integer>> others = waiting(otherKeys);
        waiting.forEach(
                (number, steps) -> {
                    Deque<Integer> same = others.getOrDefault(number, new ArrayDeque<>());
                    if (onlyUnique && (steps.size() > 1 || same.size() > 1)) {
                        return;
                    }
                    while (!steps.isEmpty() && !same.isEmpty()) {
                        pair(steps.remove(), same.remove(), reason);
                    }
                });
    }

    private static Map<Integer, Deque<Integer>> waiting(int[] keys) {
        Map<Integer, Deque<Integer>> waiting = new HashMap<>();
        for (int at = 0; at < keys.length; at++) {
            if (keys[at] != NO_KEY) {
                waiting.computeIfAbsent(keys[at], _ -> new ArrayDeque<>()).add(at);
            }
        }
        return waiting;
    }

    /** A number for each key, and none for steps that have a partner or no key. */
    private static int[] keys(
            List<ReadStep> steps, int[] partners, Key key, Map<Object, Integer> numbers) {
        int[] keys = new int[partners.length];
        for (int at = 0; at < keys.length; at++) {
            Object own = partners[at] < 0 ? key.of(steps.get(at)) : null;
            keys[at] = own == null ? NO_KEY : numbers.computeIfAbsent(own, _ -> numbers.size());
        }
        return keys;
    }

    private static int[] keyed(int[] keys, int from, int to) {
        int[] steps = new int[to - from];
        int count = 0;
        for (int at = from; at < to; at++) {
            if (keys[at] != NO_KEY) {
                steps[count++] = at;
            }
        }
        return Arrays.copyOf(steps, count);
    }
}
