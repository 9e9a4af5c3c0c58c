package dev.stratoscope.model.diff.content;

import java.util.ArrayList;
import java.util.List;

/** Finds what stands exactly once on both sides of a stretch, in the same order on both. */
final class Anchors {
    private final int[] before;
    private final int[] after;
    private final int[] beforeCount;
    private final int[] afterCount;
    private final int[] afterPlace;

    Anchors(int[] before, int[] after, int symbols) {
        this.before = before;
        this.after = after;
        beforeCount = new int[symbols];
        afterCount = new int[symbols];
        afterPlace = new int[symbols];
    }

    /** Where one thing stands on both sides. */
    record Pair(int before, int after) {}

    /** The longest list of pairs that rises on both sides, among what stands once on both. */
    List<Pair> between(int beforeFrom, int beforeTo, int afterFrom, int afterTo) {
        for (int i = beforeFrom; i < beforeTo; i++) {
            beforeCount[before[i]]++;
        }
        for (int j = afterFrom; j < afterTo; j++) {
            afterCount[after[j]]++;
            afterPlace[after[j]] = j;
        }
        List<Pair> single = new ArrayList<>();
        for (int i = beforeFrom; i < beforeTo; i++) {
            if (beforeCount[before[i]] == 1 && afterCount[before[i]] == 1) {
                single.add(new Pair(i, afterPlace[before[i]]));
            }
        }
        for (int i = beforeFrom; i < beforeTo; i++) {
            beforeCount[before[i]] = 0;
        }
        for (int j = afterFrom; j < afterTo; j++) {
            afterCount[after[j]] = 0;
        }
        return rising(single);
    }

    /** For every length the pair at which a list so long can end first, and what comes before. */
    private static List<Pair> rising(List<Pair> pairs) {
        int[] last = new int[pairs.size()];
        int[] previous = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int place = pairs.get(i).after();
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(last[middle]).after() < place) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : last[low - 1];
            last[low] = i;
            length = Math.max(length, low + 1);
        }
        List<Pair> found = new ArrayList<>();
        for (int i = length == 0 ? -1 : last[length - 1]; i >= 0; i = previous[i]) {
            found.add(pairs.get(i));
        }
        return found.reversed();
    }
}
