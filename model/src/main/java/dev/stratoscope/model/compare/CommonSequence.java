package dev.stratoscope.model.compare;

import dev.stratoscope.model.task.Progress;

import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds what two sequences have in common in the same order: as much as can be where they are
 * short, else as much as hangs on what comes once in each. All calls together have bounded work
 * beyond what grows with the sequences. Not for several threads.
 */
final class CommonSequence {
    private static final int MOST_CELLS_A_TABLE = 1 << 22;
    private static final long MOST_CELLS = 1L << 26;
    private static final int MOST_ROUNDS = 4;

    private final Progress progress;
    private long cellsLeft = MOST_CELLS;
    private int[] a = {};
    private int[] b = {};
    private int[] found = {};

    /**
     * Nothing is compared yet.
     *
     * @param progress the cancellation point
     */
    CommonSequence(Progress progress) {
        this.progress = progress;
    }

    /**
     * For each element of the first the place in the second of the one it is found to be, rising;
     * -1 for none.
     */
    int[] of(int[] first, int[] second) throws InterruptedIOException {
        a = first;
        b = second;
        found = new int[first.length];
        Arrays.fill(found, -1);
        find(0, first.length, 0, second.length, 0);
        return found;
    }

    private void find(int aFrom, int aTo, int bFrom, int bTo, int round)
            throws InterruptedIOException {
        int start = aFrom;
        int otherStart = bFrom;
        while (start < aTo && otherStart < bTo && a[start] == b[otherStart]) {
            found[start++] = otherStart++;
        }
        int end = aTo;
        int otherEnd = bTo;
        while (end > start && otherEnd > otherStart && a[end - 1] == b[otherEnd - 1]) {
            found[--end] = --otherEnd;
        }
        long cells = (end - start + 1L) * (otherEnd - otherStart + 1L);
        if (end == start || otherEnd == otherStart) {
            return;
        }
        if (cells <= Math.min(cellsLeft, MOST_CELLS_A_TABLE)) {
            cellsLeft -= cells;
            tabulate(start, end, otherStart, otherEnd);
        } else if (round < MOST_ROUNDS) {
            anchor(start, end, otherStart, otherEnd, round);
        }
    }

    /** The longest common subsequence by the textbook: the lengths of those of all ends. */
    private void tabulate(int aFrom, int aTo, int bFrom, int bTo) throws InterruptedIOException {
        int width = bTo - bFrom + 1;
        // The shorter side has at most the root of the cells.
        short[] lengths = new short[(aTo - aFrom + 1) * width];
        for (int i = aTo - aFrom - 1; i >= 0; i--) {
            progress.advance(0);
            for (int j = bTo - bFrom - 1; j >= 0; j--) {
                int at = i * width + j;
                lengths[at] =
                        a[aFrom + i] == b[bFrom + j]
                                ? (short) (lengths[at + width + 1] + 1)
                                : (short) Math.max(lengths[at + width], lengths[at + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < aTo - aFrom && j < bTo - bFrom) {
            int at = i * width + j;
            if (a[aFrom + i] == b[bFrom + j]) {
                found[aFrom + i++] = bFrom + j++;
            } else if (lengths[at + width] >= lengths[at + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    /** Goes on between those that come once in each and are in the same order. */
    private void anchor(int aFrom, int aTo, int bFrom, int bTo, int round)
            throws InterruptedIOException {
        progress.advance(0);
        Map<Integer, Integer> once = once(a, aFrom, aTo);
        Map<Integer, Integer> otherOnce = once(b, bFrom, bTo);
        int[] places = new int[aTo - aFrom];
        int[] others = new int[aTo - aFrom];
        int count = 0;
        for (int at = aFrom; at < aTo; at++) {
            int other = once.getOrDefault(a[at], -1) < 0 ? -1 : otherOnce.getOrDefault(a[at], -1);
            if (other >= 0) {
                places[count] = at;
                others[count++] = other;
            }
        }
        BitSet chosen = Ascent.longest(Arrays.copyOf(others, count));
        int next = aFrom;
        int otherNext = bFrom;
        for (int at = chosen.nextSetBit(0); at >= 0; at = chosen.nextSetBit(at + 1)) {
            found[places[at]] = others[at];
            find(next, places[at], otherNext, others[at], round + 1);
            next = places[at] + 1;
            otherNext = others[at] + 1;
        }
        if (!chosen.isEmpty()) {
            find(next, aTo, otherNext, bTo, round + 1);
        }
    }

    /** Where each element is; -1 for those that come again. */
    private static Map<Integer, Integer> once(int[] elements, int from, int to) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int at = from; at < to; at++) {
            places.merge(elements[at], at, (_, _) -> -1);
        }
        return places;
    }
}
