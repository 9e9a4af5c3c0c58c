package dev.stratoscope.app.images.map;

import dev.stratoscope.app.view.canvas.Pen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Chooses which columns get a label: there is room for few, and the heaviest come first. */
final class MapLabels {
    private static final double MOST = 120;
    private static final double APART = 8;

    private MapLabels() {}

    /**
     * A label.
     *
     * @param room how wide its text may be
     */
    record Label(MapColumn column, double room) {}

    /**
     * The labels that fit side by side, from the left. Each has room for its size at least; names
     * are cut.
     */
    static List<Label> of(List<MapColumn> columns, Predicate<MapColumn> wanted, Pen pen) {
        List<MapColumn> heaviest =
                columns.stream()
                        .filter(wanted)
                        .sorted(
                                Comparator.comparingLong(
                                        column ->
                                                -column.layer().contentSize()
                                                        * column.rows().size()))
                        .toList();
        TreeMap<Double, MapColumn> taken = new TreeMap<>();
        for (MapColumn column : heaviest) {
            double end = column.x() + least(column, pen);
            var before = taken.lowerEntry(column.x());
            var after = taken.ceilingKey(column.x());
            boolean free =
                    before == null || before.getKey() + least(before.getValue(), pen) <= column.x();
            if (free && (after == null || end <= after)) {
                taken.put(column.x(), column);
            }
        }
        List<Label> labels = new ArrayList<>();
        taken.forEach(
                (x, column) -> {
                    Double next = taken.higherKey(x);
                    double most = Math.max(MOST, column.width());
                    double room = next == null ? most : Math.min(most, next - x - APART);
                    labels.add(new Label(column, room));
                });
        return labels;
    }

    /** What it takes at the very least: its size, and a name of which something can be read. */
    private static double least(MapColumn column, Pen pen) {
        double name = Math.min(48, pen.width(MapWords.brief(column), MapFace.HEAD));
        return Math.max(name, pen.width(MapWords.size(column), MapFace.CAPTION)) + APART;
    }
}
