package dev.stratoscope.app.images.map;

import java.util.List;

/** Which rows belong together because layers join them. */
final class Families {
    private final int[] heads;

    /** Every row for itself. */
    Families(int rows) {
        heads = new int[rows];
        for (int i = 0; i < rows; i++) {
            heads[i] = i;
        }
    }

    /** Makes one family of the families of some rows. */
    void join(List<Integer> rows) {
        int first = of(rows.getFirst());
        for (int row : rows) {
            int other = of(row);
            int least = Math.min(first, other);
            heads[Math.max(first, other)] = least;
            first = least;
        }
    }

    /** The family of a row: the number of its first row. */
    int of(int row) {
        int head = row;
        while (heads[head] != head) {
            head = heads[head];
        }
        heads[row] = head;
        return head;
    }

    /** How many rows the family of each row has. */
    int[] sizes() {
        int[] counts = new int[heads.length];
        for (int row = 0; row < heads.length; row++) {
            counts[of(row)]++;
        }
        int[] sizes = new int[heads.length];
        for (int row = 0; row < heads.length; row++) {
            sizes[row] = counts[of(row)];
        }
        return sizes;
    }
}
