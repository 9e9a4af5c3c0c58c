package dev.stratoscope.model.diff.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts the lines of a replaced block side by side, those together that are most alike. */
public final class LinePairs {
    /** In blocks where more pairs would have to be looked at, lines are paired by their order. */
    private static final int MOST_PAIRS = 10_000;

    private static final int LOOKED_AT = 400;

    /** Less than so many parts of a thousand in common is not alike. */
    private static final int ALIKE = 350;

    private LinePairs() {}

    /**
     * One row.
     *
     * @param before the old line, from 0; -1 for none
     * @param after the new line, from 0; -1 for none
     */
    public record Pair(int before, int after) {}

    /**
     * Pairs lines, every line of both sides once and in order.
     *
     * @param before the old lines of the block
     * @param after the new lines of the block
     */
    public static List<Pair> of(List<String> before, List<String> after) {
        List<Pair> pairs = new ArrayList<>();
        if ((long) before.size() * after.size() > MOST_PAIRS) {
            fill(pairs, 0, before.size(), 0, after.size());
            return pairs;
        }
        int[][] old = before.stream().map(LinePairs::fingerprint).toArray(int[][]::new);
        int[][] now = after.stream().map(LinePairs::fingerprint).toArray(int[][]::new);
        int x = 0;
        int y = 0;
        for (Pair pair : alike(old, now)) {
            fill(pairs, x, pair.before(), y, pair.after());
            pairs.add(pair);
            x = pair.before() + 1;
            y = pair.after() + 1;
        }
        fill(pairs, x, old.length, y, now.length);
        return pairs;
    }

    /** Lines that are like no other stand beside each other, too, to save room. */
    private static void fill(List<Pair> pairs, int x, int beforeTo, int y, int afterTo) {
        for (int i = 0; x + i < beforeTo || y + i < afterTo; i++) {
            pairs.add(new Pair(x + i < beforeTo ? x + i : -1, y + i < afterTo ? y + i : -1));
        }
    }

    /** The pairs in order whose likeness is the greatest in all. */
    private static List<Pair> alike(int[][] old, int[][] now) {
        int[][] likeness = new int[old.length][now.length];
        int[][] best = new int[old.length + 1][now.length + 1];
        for (int i = old.length - 1; i >= 0; i--) {
            for (int j = now.length - 1; j >= 0; j--) {
                int score = likeness(old[i], now[j]);
                likeness[i][j] = score;
                int apart = Math.max(best[i + 1][j], best[i][j + 1]);
                best[i][j] = score < ALIKE ? apart : Math.max(apart, score + best[i + 1][j + 1]);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.length && j < now.length) {
            if (likeness[i][j] >= ALIKE && best[i][j] == likeness[i][j] + best[i + 1][j + 1]) {
                pairs.add(new Pair(i++, j++));
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }

    /** The hashes of a line's words in order, white space aside. */
    private static int[] fingerprint(String line) {
        String head = line.substring(0, Math.min(LOOKED_AT, line.length()));
        int[] hashes =
                WordDiff.words(head).stream()
                        .filter(word -> !word.isBlank())
                        .mapToInt(String::hashCode)
                        .toArray();
        Arrays.sort(hashes);
        return hashes;
    }

    /** How much of both is common, in parts of a thousand. */
    private static int likeness(int[] one, int[] other) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            if (one[i] == other[j]) {
                common++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        int all = one.length + other.length;
        return all == 0 ? 1000 : 2000 * common / all;
    }
}
