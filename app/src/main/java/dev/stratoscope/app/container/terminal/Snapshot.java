package dev.stratoscope.app.container.terminal;

import java.util.List;

/**
 * What a screen shows at one moment. Immutable.
 *
 * @param rows from the top, as many as were asked for
 * @param first the number of the first row: 0 is the top of the screen, below that is history
 * @param history how many rows there are above the screen
 * @param cursorColumn from 0
 * @param cursorRow from 0 at the top of the screen
 * @param cursor whether it is to be seen
 * @param full whether a program has the whole screen, without a history
 */
record Snapshot(
        List<List<Piece>> rows,
        int first,
        int history,
        int cursorColumn,
        int cursorRow,
        boolean cursor,
        boolean full) {

    /** Nothing was written yet. */
    static final Snapshot EMPTY = new Snapshot(List.of(), 0, 0, 0, 0, false, false);

    /** The text of a row without blanks at its end. */
    String text(int row) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : rows.get(row)) {
            while (text.length() < piece.column()) {
                text.append(' ');
            }
            text.append(piece.text());
        }
        return text.toString().stripTrailing();
    }
}
