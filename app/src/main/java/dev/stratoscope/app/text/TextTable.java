package dev.stratoscope.app.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table laid out as docker's: what Go's tabwriter makes with a least width of 10, a padding of 3
 * and spaces. Cells are single lines; the last one of a row is not padded. Not for several threads.
 */
public final class TextTable {
    private static final int LEAST_WIDTH = 10;
    private static final int PADDING = 3;

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] right;

    /** A table with these headings. */
    public TextTable(String... headings) {
        right = new boolean[headings.length];
        rows.add(List.of(headings));
    }

    /**
     * Puts the cells of a column, its heading too, at the right. Docker's tables have none such.
     */
    public TextTable alignRight(int column) {
        right[column] = true;
        return this;
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException when it has not one cell for each heading
     */
    public TextTable row(String... cells) {
        if (cells.length != right.length) {
            throw new IllegalArgumentException(cells.length + " cells, not " + right.length);
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The lines, each ended by a line feed. */
    @Override
    public String toString() {
        int last = right.length - 1;
        int[] widths = new int[right.length];
        for (List<String> row : rows) {
            for (int i = 0; i < last; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < last; i++) {
                String cell = row.get(i);
                int free = Math.max(widths[i] + PADDING, LEAST_WIDTH) - length(cell);
                if (right[i]) {
                    out.repeat(' ', free - PADDING).append(cell).repeat(' ', PADDING);
                } else {
                    out.append(cell).repeat(' ', free);
                }
            }
            out.append(row.get(last)).append('\n');
        }
        return out.toString();
    }

    /** Tabwriter counts characters, not columns. */
    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
