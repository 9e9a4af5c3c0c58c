package dev.stratoscope.model.diff.content;

import dev.stratoscope.model.task.Progress;

import java.io.InterruptedIOException;

/**
 * Finds a point in the middle of a shortest way to change one sequence into another, by walking
 * from both ends at once, in memory that grows with the lengths alone (Myers, "An O(ND) Difference
 * Algorithm and Its Variations", section 4b). A point {@code (x, y)} lies on the diagonal {@code x
 * - y}; for each diagonal the point furthest from its end is known.
 */
final class MiddleSearch {
    private final int[] before;
    private final int[] after;
    private final Progress progress;
    private final int[] forward;
    private final int[] backward;
    private final int zero;
    private long cost;
    private int x;
    private int y;

    MiddleSearch(int[] before, int[] after, Progress progress) {
        this.before = before;
        this.after = after;
        this.progress = progress;
        zero = after.length + 1;
        forward = new int[before.length + after.length + 3];
        backward = new int[before.length + after.length + 3];
    }

    /**
     * Searches a stretch whose sides are not empty and begin and end differently.
     *
     * @param allowed how many steps at most
     * @return false when that was too few
     */
    boolean find(int beforeFrom, int beforeTo, int afterFrom, int afterTo, long allowed)
            throws InterruptedIOException {
        int least = beforeFrom - afterTo;
        int most = beforeTo - afterFrom;
        int start = beforeFrom - afterFrom;
        int end = beforeTo - afterTo;
        boolean odd = ((start - end) & 1) != 0;
        int low = start;
        int high = start;
        int endLow = end;
        int endHigh = end;
        forward[zero + start] = beforeFrom;
        backward[zero + end] = beforeTo;
        cost = 0;
        while (cost < allowed) {
            progress.advance(0);
            if (low > least) {
                forward[zero + --low - 1] = -1;
            } else {
                low++;
            }
            if (high < most) {
                forward[zero + ++high + 1] = -1;
            } else {
                high--;
            }
            for (int diagonal = high; diagonal >= low && cost < allowed; diagonal -= 2) {
                x = ahead(diagonal, beforeTo, afterTo);
                if (odd
                        && diagonal >= endLow
                        && diagonal <= endHigh
                        && backward[zero + diagonal] <= x) {
                    y = x - diagonal;
                    return true;
                }
            }
            if (endLow > least) {
                backward[zero + --endLow - 1] = Integer.MAX_VALUE;
            } else {
                endLow++;
            }
            if (endHigh < most) {
                backward[zero + ++endHigh + 1] = Integer.MAX_VALUE;
            } else {
                endHigh--;
            }
            for (int diagonal = endHigh; diagonal >= endLow && cost < allowed; diagonal -= 2) {
                x = back(diagonal, beforeFrom, afterFrom);
                if (!odd && diagonal >= low && diagonal <= high && x <= forward[zero + diagonal]) {
                    y = x - diagonal;
                    return true;
                }
            }
        }
        return false;
    }

    /** What the last search took, in steps. */
    long cost() {
        return cost;
    }

    /** Where the point that was found lies on the old side. */
    int before() {
        return x;
    }

    /** Where the point that was found lies on the new side. */
    int after() {
        return y;
    }

    private int ahead(int diagonal, int beforeTo, int afterTo) {
        int below = forward[zero + diagonal - 1];
        int above = forward[zero + diagonal + 1];
        int from = below < above ? above : below + 1;
        int at = from;
        while (at < beforeTo && at - diagonal < afterTo && before[at] == after[at - diagonal]) {
            at++;
        }
        forward[zero + diagonal] = at;
        cost += 1 + at - from;
        return at;
    }

    private int back(int diagonal, int beforeFrom, int afterFrom) {
        int below = backward[zero + diagonal - 1];
        int above = backward[zero + diagonal + 1];
        int from = below < above ? below : above - 1;
        int at = from;
        while (at > beforeFrom
                && at - diagonal > afterFrom
                && before[at - 1] == after[at - diagonal - 1]) {
            at--;
        }
        backward[zero + diagonal] = at;
        cost += 1 + from - at;
        return at;
    }
}
