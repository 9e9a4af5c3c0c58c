package dev.stratoscope.app.images.map;

import javafx.geometry.Rectangle2D;

/**
 * Where the parts of the map are on the screen: names at the left and what the columns are at the
 * top stay, the blocks between scroll.
 *
 * @param names the width of the names with the room around them
 * @param left how many pixels of the columns lie left of the view
 * @param top how many pixels of the rows lie above the view
 */
record MapGeometry(MapLayout layout, double names, double left, double top) {
    /** Above the rows. */
    static final double HEAD = 50;

    /** From one row to the next. */
    static final double ROW = 40;

    /** A block. */
    static final double BLOCK = 30;

    /** Around everything. */
    static final double PADDING = 16;

    /** The left edge of a column. */
    double x(MapColumn column) {
        return names + column.x() - left;
    }

    /** The upper edge of a row. */
    double y(int row) {
        return HEAD + row * ROW - top;
    }

    /** The block of a column in a row. */
    Rectangle2D block(MapColumn column, int row) {
        return new Rectangle2D(x(column), y(row) + (ROW - BLOCK) / 2, column.width(), BLOCK);
    }

    /** The uppermost block of a column. */
    Rectangle2D uppermost(int number) {
        MapColumn column = layout.columns().get(number);
        return block(column, column.rows().getFirst());
    }

    /** The row at a height; -1 for none. */
    int rowAt(double y) {
        int row = (int) Math.floor((y - HEAD + top) / ROW);
        return y < HEAD || row >= layout.rows().size() ? -1 : row;
    }

    /** The column at a place: at its blocks, its line or its head; -1 for none. */
    int columnAt(double x, double y) {
        int column = x < names ? -1 : layout.columnAt(x - names + left);
        if (column < 0 || y < HEAD) {
            return column;
        }
        var rows = layout.columns().get(column).rows();
        int row = rowAt(y);
        return row >= rows.getFirst() && row <= rows.getLast() ? column : -1;
    }
}
