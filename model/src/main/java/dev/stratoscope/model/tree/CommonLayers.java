package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.Digest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The layers that two stacks have in common, in the same order: of all ways to pair them one with
 * the most pairs. Immutable.
 *
 * @param idsBefore for each layer of the old stack a number, the same for the same layer
 * @param idsAfter likewise of the new stack
 * @param inAfter for each layer of the old stack its counterpart in the new one, or -1
 * @param inBefore for each layer of the new stack its counterpart in the old one, or -1
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package, never changed, never compared
record CommonLayers(int[] idsBefore, int[] idsAfter, int[] inAfter, int[] inBefore) {
    /** With more pairs to look at than this only the ends of the stacks are paired. */
    private static final long MOST_PAIRS = 1 << 22;

    static CommonLayers of(List<Digest> before, List<Digest> after) {
        Map<Digest, Integer> numbers = new HashMap<>();
        int[] a = ids(before, numbers);
        int[] b = ids(after, numbers);
        int[] inAfter = new int[a.length];
        int[] inBefore = new int[b.length];
        Arrays.fill(inAfter, -1);
        Arrays.fill(inBefore, -1);
        CommonLayers common = new CommonLayers(a, b, inAfter, inBefore);
        int least = Math.min(a.length, b.length);
        int bottom = 0;
        while (bottom < least && a[bottom] == b[bottom]) {
            common.pair(bottom, bottom);
            bottom++;
        }
        int top = 0;
        while (top < least - bottom && a[a.length - 1 - top] == b[b.length - 1 - top]) {
            top++;
            common.pair(a.length - top, b.length - top);
        }
        common.pairBetween(bottom, a.length - top, b.length - top);
        return common;
    }

    private static int[] ids(List<Digest> layers, Map<Digest, Integer> numbers) {
        return layers.stream()
                .mapToInt(layer -> numbers.computeIfAbsent(layer, _ -> numbers.size()))
                .toArray();
    }

    /** The longest common subsequence of what is left between the ends. */
    private void pairBetween(int from, int endBefore, int endAfter) {
        int rows = endBefore - from;
        int columns = endAfter - from;
        if ((long) rows * columns > MOST_PAIRS) {
            return;
        }
        int[][] longest = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                longest[i][j] =
                        idsBefore[from + i] == idsAfter[from + j]
                                ? longest[i + 1][j + 1] + 1
                                : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (idsBefore[from + i] == idsAfter[from + j]) {
                pair(from + i++, from + j++);
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private void pair(int before, int after) {
        inAfter[before] = after;
        inBefore[after] = before;
    }
}
