package dev.stratoscope.app.images.map;

import dev.stratoscope.model.image.KeptLayer;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A layer of the map, as it is stored: compressed in two ways it is two.
 *
 * @param rows the numbers of the rows that have it, from the top
 * @param depth its place in the first of them, from 0 at the bottom
 * @param top the row that ends with it, so that its name tells what the layer is; null for none
 * @param x its left edge
 * @param width at least {@link MapLayout#FLOOR}
 */
record MapColumn(
        KeptLayer layer,
        List<Integer> rows,
        int depth,
        @Nullable MapRow top,
        double x,
        double width) {
    MapColumn {
        rows = List.copyOf(rows);
    }

    double right() {
        return x + width;
    }
}
