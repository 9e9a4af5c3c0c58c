package dev.stratoscope.app.container.terminal;

/**
 * What is selected, from one cell to another, in either order. Rows are counted from the first of
 * the history, so that they stay when the screen moves on. Immutable.
 */
record Selection(long row1, int column1, long row2, int column2) {
    private boolean isForward() {
        return row1 < row2 || (row1 == row2 && column1 <= column2);
    }

    long firstRow() {
        return Math.min(row1, row2);
    }

    long lastRow() {
        return Math.max(row1, row2);
    }

    /** The first selected column of a row. */
    int from(long row) {
        if (row < firstRow() || row > lastRow()) {
            return 0;
        }
        return row == firstRow() ? (isForward() ? column1 : column2) : 0;
    }

    /** The column after the last selected one of a row; nothing is selected where it is 0. */
    int to(long row) {
        if (row < firstRow() || row > lastRow()) {
            return 0;
        }
        return row == lastRow() ? (isForward() ? column2 : column1) : Integer.MAX_VALUE;
    }

    /** The same start with another end. */
    Selection until(long row, int column) {
        return new Selection(row1, column1, row, column);
    }

    boolean isEmpty() {
        return row1 == row2 && column1 == column2;
    }
}
