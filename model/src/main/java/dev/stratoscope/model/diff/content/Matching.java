package dev.stratoscope.model.diff.content;

import dev.stratoscope.model.task.Progress;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds what two sequences of numbers have in common, in order: as much as possible while that is
 * cheap. Where it is not, what stands once on both sides is taken as common and parts the rest;
 * what then is still too much work counts as different.
 */
final class Matching {
    /** What any stretch may cost in steps, however short it is. */
    private static final long LEAST_TRY = 1_000_000;

    /** What a stretch may cost in steps for each of its members. */
    private static final long TRY = 64;

    private static final int DEEPEST = 64;

    private final int[] before;
    private final int[] after;
    private final Progress progress;
    private final BitSet beforeChanged;
    private final BitSet afterChanged;
    private final MiddleSearch search;
    private final Anchors anchors;
    private long steps;
    private boolean coarse;

    private Matching(int[] before, int[] after, int symbols, long steps, Progress progress) {
        this.before = before;
        this.after = after;
        this.steps = steps;
        this.progress = progress;
        beforeChanged = new BitSet(before.length);
        afterChanged = new BitSet(after.length);
        search = new MiddleSearch(before, after, progress);
        anchors = new Anchors(before, after, symbols);
    }

    /**
     * What was found.
     *
     * @param runs the whole of both sides, equal and different stretches in turn
     * @param isCoarse whether something counts as different that was not looked at
     */
    record Result(List<Run> runs, boolean isCoarse) {}

    /**
     * Matches two sequences.
     *
     * @param symbols more than any number in them
     * @param steps about how many steps of work are allowed
     */
    static Result of(int[] before, int[] after, int symbols, long steps, Progress progress)
            throws InterruptedIOException {
        int[] beforeKept = common(before, after, symbols);
        int[] afterKept = common(after, before, symbols);
        Matching matching =
                new Matching(
                        pick(before, beforeKept), pick(after, afterKept), symbols, steps, progress);
        matching.match(0, beforeKept.length, 0, afterKept.length, 0);
        return new Result(
                runs(
                        restore(before.length, beforeKept, matching.beforeChanged),
                        before.length,
                        restore(after.length, afterKept, matching.afterChanged),
                        after.length),
                matching.coarse);
    }

    /** Where in a sequence something stands that the other has, too; the rest is surely changed. */
    private static int[] common(int[] one, int[] other, int symbols) {
        BitSet known = new BitSet(symbols);
        for (int symbol : other) {
            known.set(symbol);
        }
        int[] kept = new int[one.length];
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            if (known.get(one[i])) {
                kept[count++] = i;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static int[] pick(int[] from, int[] places) {
        int[] picked = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            picked[i] = from[places[i]];
        }
        return picked;
    }

    private static BitSet restore(int length, int[] kept, BitSet changed) {
        BitSet all = new BitSet(length);
        all.set(0, length);
        for (int i = 0; i < kept.length; i++) {
            all.set(kept[i], changed.get(i));
        }
        return all;
    }

    private static List<Run> runs(BitSet removed, int beforeSize, BitSet added, int afterSize) {
        List<Run> runs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < beforeSize || j < afterSize) {
            int beforeEnd = Math.min(beforeSize, removed.nextClearBit(i));
            int afterEnd = Math.min(afterSize, added.nextClearBit(j));
            boolean equal = beforeEnd == i && afterEnd == j;
            if (equal) {
                int length = Math.min(next(removed, i, beforeSize), next(added, j, afterSize));
                beforeEnd = i + length;
                afterEnd = j + length;
            }
            runs.add(new Run(i, beforeEnd, j, afterEnd, equal));
            i = beforeEnd;
            j = afterEnd;
        }
        return runs;
    }

    private static int next(BitSet changed, int from, int size) {
        int next = changed.nextSetBit(from);
        return (next < 0 ? size : next) - from;
    }

    private void match(int beforeStart, int beforeStop, int afterStart, int afterStop, int depth)
            throws InterruptedIOException {
        int beforeFrom = beforeStart;
        int beforeTo = beforeStop;
        int afterFrom = afterStart;
        int afterTo = afterStop;
        while (beforeFrom < beforeTo
                && afterFrom < afterTo
                && before[beforeFrom] == after[afterFrom]) {
            beforeFrom++;
            afterFrom++;
        }
        while (beforeFrom < beforeTo
                && afterFrom < afterTo
                && before[beforeTo - 1] == after[afterTo - 1]) {
            beforeTo--;
            afterTo--;
        }
        if (beforeFrom == beforeTo || afterFrom == afterTo) {
            beforeChanged.set(beforeFrom, beforeTo);
            afterChanged.set(afterFrom, afterTo);
            return;
        }
        long size = (long) beforeTo - beforeFrom + afterTo - afterFrom;
        long allowed = Math.min(steps, Math.max(LEAST_TRY, TRY * size));
        boolean found = search.find(beforeFrom, beforeTo, afterFrom, afterTo, allowed);
        steps -= search.cost();
        if (found) {
            int x = search.before();
            int y = search.after();
            match(beforeFrom, x, afterFrom, y, depth + 1);
            match(x, beforeTo, y, afterTo, depth + 1);
        } else {
            part(beforeFrom, beforeTo, afterFrom, afterTo, depth);
        }
    }

    /** Parts a stretch at what stands once on both sides, which is cheap to find. */
    private void part(int beforeFrom, int beforeTo, int afterFrom, int afterTo, int depth)
            throws InterruptedIOException {
        progress.advance(0);
        List<Anchors.Pair> pairs =
                depth > DEEPEST
                        ? List.of()
                        : anchors.between(beforeFrom, beforeTo, afterFrom, afterTo);
        if (pairs.isEmpty()) {
            coarse = true;
            beforeChanged.set(beforeFrom, beforeTo);
            afterChanged.set(afterFrom, afterTo);
            return;
        }
        int x = beforeFrom;
        int y = afterFrom;
        for (Anchors.Pair pair : pairs) {
            match(x, pair.before(), y, pair.after(), depth + 1);
            x = pair.before() + 1;
            y = pair.after() + 1;
        }
        match(x, beforeTo, y, afterTo, depth + 1);
    }
}
