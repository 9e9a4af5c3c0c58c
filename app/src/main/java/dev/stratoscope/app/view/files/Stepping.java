package dev.stratoscope.app.view.files;

import org.jspecify.annotations.Nullable;

/** Goes from match to match of what is searched for. On the JavaFX thread. */
final class Stepping {
    private @Nullable Matches known;

    /**
     * A match that was gone to.
     *
     * @param rows those in which it has a row
     * @param node the match
     * @param words which one it is of how many
     */
    record Step(FileRows rows, int node, String words) {}

    /**
     * The match after a row, or before it; null when there is none at all.
     *
     * @param from the row; -1 when none is selected
     */
    @Nullable Step step(FileRows rows, int from, boolean forward) {
        Matches before = known;
        Matches all = before != null && before.areOf(rows) ? before : Matches.of(rows);
        known = all;
        int count = all.nodes().length;
        if (count == 0) {
            return null;
        }
        int at = all.step(rows, from, forward);
        FileRows opened = rows.withPathOpen(all.nodes()[at]);
        int start = from < 0 ? -1 : opened.rowOf(rows.node(from));
        boolean around = from >= 0 && forward == opened.rowOf(all.nodes()[at]) <= start;
        String words = String.format("Match %,d of %,d", at + 1, count);
        return new Step(
                opened,
                all.nodes()[at],
                !around
                        ? words
                        : words + (forward ? ", from the top again" : ", from the end again"));
    }
}
