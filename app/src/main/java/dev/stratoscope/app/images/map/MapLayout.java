package dev.stratoscope.app.images.map;

import dev.stratoscope.app.view.canvas.Shares;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptLayer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the layers of a set of images stand: a row an image, a column a layer. Images that share
 * layers, at one remove or several, have their columns side by side; of these the ones that most
 * images have stand first, and those of one image alone last.
 *
 * @param rows from the top
 * @param columns from the left
 * @param width of all columns together; more than was given where the floors do not fit
 */
record MapLayout(List<MapRow> rows, List<MapColumn> columns, double width) {
    /** No column is narrower than this. */
    static final double FLOOR = 16;

    /** Between columns. */
    static final double GAP = 3;

    /** Between families of images that share nothing. */
    static final double FAMILY_GAP = 12;

    /** Columns that have to scroll anyway get so many times their floors, so that sizes show. */
    private static final double SCROLLED = 2;

    /** Nothing. */
    static final MapLayout EMPTY = new MapLayout(List.of(), List.of(), 0);

    MapLayout {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /**
     * Lays out images.
     *
     * @param room the width to fill
     */
    static MapLayout of(List<MapRow> rows, double room) {
        Map<Digest, Uses> layers = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            List<KeptLayer> own = rows.get(row).image().layers();
            for (int depth = 0; depth < own.size(); depth++) {
                KeptLayer layer = own.get(depth);
                int place = depth;
                Uses uses = layers.computeIfAbsent(layer.blob(), key -> new Uses(layer, place));
                boolean last = depth == own.size() - 1;
                uses.add(row, last);
            }
        }
        Families families = new Families(rows.size());
        layers.values().forEach(uses -> families.join(uses.rows));
        int[] sizes = families.sizes();
        List<Uses> order = new ArrayList<>(layers.values());
        order.sort(
                Comparator.comparingInt((Uses uses) -> -sizes[uses.rows.getFirst()])
                        .thenComparingInt(uses -> families.of(uses.rows.getFirst()))
                        .thenComparing(uses -> !uses.layer.isShared())
                        .thenComparingInt(uses -> -uses.rows.size())
                        .thenComparingInt(uses -> uses.layer.isShared() ? 0 : uses.rows.getFirst())
                        .thenComparingInt(uses -> uses.depth));
        return place(rows, order, families, room);
    }

    private static MapLayout place(
            List<MapRow> rows, List<Uses> order, Families families, double room) {
        double gaps = 0;
        for (int i = 1; i < order.size(); i++) {
            gaps += gap(order.get(i - 1), order.get(i), families);
        }
        double floors = order.size() * FLOOR;
        double fill = floors <= room - gaps ? room - gaps : floors * SCROLLED;
        double[] widths =
                Shares.of(
                        order.stream().mapToLong(uses -> uses.layer.contentSize()).toArray(),
                        fill,
                        FLOOR);
        List<MapColumn> columns = new ArrayList<>();
        double x = 0;
        for (int i = 0; i < order.size(); i++) {
            Uses uses = order.get(i);
            x += i == 0 ? 0 : gap(order.get(i - 1), uses, families);
            MapRow top = uses.top < 0 ? null : rows.get(uses.top);
            columns.add(new MapColumn(uses.layer, uses.rows, uses.depth, top, x, widths[i]));
            x += widths[i];
        }
        return new MapLayout(rows, columns, x);
    }

    private static double gap(Uses left, Uses right, Families families) {
        return families.of(left.rows.getFirst()) == families.of(right.rows.getFirst())
                ? GAP
                : FAMILY_GAP;
    }

    /** The number of the column at a place; -1 between columns. */
    int columnAt(double x) {
        for (int i = 0; i < columns.size(); i++) {
            if (x >= columns.get(i).x() && x < columns.get(i).right()) {
                return i;
            }
        }
        return -1;
    }

    /** A layer while it is gathered. */
    private static final class Uses {
        private final KeptLayer layer;
        private final int depth;
        private final List<Integer> rows = new ArrayList<>();
        private int top = -1;

        Uses(KeptLayer layer, int depth) {
            this.layer = layer;
            this.depth = depth;
        }

        /** An image may have a layer twice. */
        void add(int row, boolean last) {
            if (rows.isEmpty() || rows.getLast() != row) {
                rows.add(row);
            }
            if (last && top < 0) {
                top = row;
            }
        }
    }
}
