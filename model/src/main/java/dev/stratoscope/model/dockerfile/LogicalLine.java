package dev.stratoscope.model.dockerfile;

import java.util.Arrays;
import java.util.List;

/**
 * Lines joined by continuation, and where each part of them stands in the text.
 *
 * @param text the joined text
 * @param starts where in the joined text each part begins, ascending, the first 0
 * @param lines the line of each part
 * @param columns the column of each part
 * @param lastLine the last line that belongs to it
 * @param lastColumn the column after its end
 */
record LogicalLine(
        String text,
        List<Integer> starts,
        List<Integer> lines,
        List<Integer> columns,
        int lastLine,
        int lastColumn) {

    /** The place of some of its characters. */
    SourceRange range(int from, int to) {
        int first = part(from);
        int last = part(Math.max(from, to - 1));
        return new SourceRange(
                lines.get(first),
                columns.get(first) + from - starts.get(first),
                lines.get(last),
                columns.get(last) + Math.max(from, to) - starts.get(last));
    }

    /** The place of all of it. */
    SourceRange range() {
        return new SourceRange(lines.getFirst(), columns.getFirst(), lastLine, lastColumn);
    }

    private int part(int offset) {
        int[] all = starts.stream().mapToInt(Integer::intValue).toArray();
        int at = Arrays.binarySearch(all, offset);
        if (at < 0) {
            return -at - 2;
        }
        while (at + 1 < all.length && all[at + 1] == offset) {
            at++;
        }
        return at;
    }
}
