package dev.stratoscope.app.view.files;

import java.util.stream.IntStream;

/**
 * What a search found, in the order of the rows, whichever folders are open.
 *
 * @param kept whose matches these are
 * @param order how they are sorted
 * @param nodes the matches
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, never compared
record Matches(Kept kept, FileOrder order, int[] nodes) {

    static Matches of(FileRows rows) {
        FileRows all = rows.showsAllMatches() ? rows : rows.unfolded();
        int[] nodes = IntStream.range(0, all.size()).map(all::node).filter(all::isMatch).toArray();
        return new Matches(rows.kept(), rows.order(), nodes);
    }

    /** Whether these are the matches of rows. */
    boolean areOf(FileRows rows) {
        return kept.equals(rows.kept()) && order.equals(rows.order());
    }

    /**
     * The place among the matches of the one that comes after a row, or before it; from the first
     * one on again after the last.
     *
     * @param row the row to go from; -1 when there is none
     */
    int step(FileRows rows, int row, boolean forward) {
        int at = row < 0 ? -1 : placeOf(rows.node(row));
        if (at >= 0) {
            return Math.floorMod(at + (forward ? 1 : -1), nodes.length);
        }
        int next = row;
        do {
            next += forward ? 1 : -1;
        } while (next >= 0 && next < rows.size() && !rows.isMatch(rows.node(next)));
        boolean found = next >= 0 && next < rows.size();
        return found ? placeOf(rows.node(next)) : forward ? 0 : nodes.length - 1;
    }

    private int placeOf(int node) {
        for (int i = 0; i < nodes.length; i++) {
            if (nodes[i] == node) {
                return i;
            }
        }
        return -1;
    }
}
