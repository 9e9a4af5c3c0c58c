package dev.stratoscope.app.images.map;

import dev.stratoscope.app.view.canvas.Pen;

import javafx.geometry.Rectangle2D;

import java.util.List;

/** Paints the map, leaving out what is scrolled away. */
final class MapPainter {
    private static final double RADIUS = 4;
    private static final double CAPTION_DROP = 4;
    private static final double ROOM_FOR_WORDS = 92;
    private static final double ROOM_FOR_NUMBER = 14;
    private static final double JOIN = 2;

    private final Pen pen;

    MapPainter(Pen pen) {
        this.pen = pen;
    }

    /** Paints one picture. */
    void paint(MapView view) {
        MapGeometry geometry = view.geometry();
        double below = view.height() - MapGeometry.HEAD;
        pen.within(0, MapGeometry.HEAD, view.width(), below);
        rows(view);
        pen.whole();
        double beside = view.width() - geometry.names();
        pen.within(geometry.names() - 1, MapGeometry.HEAD, beside + 1, below);
        for (MapColumn column : geometry.layout().columns()) {
            if (isSeen(view, column)) {
                join(view, column);
            }
        }
        selected(view);
        List<MapColumn> columns = geometry.layout().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (isSeen(view, columns.get(i))) {
                blocks(view, columns.get(i), i == view.lit());
            }
        }
        pen.whole();
        pen.within(geometry.names(), 0, beside, MapGeometry.HEAD);
        heads(view);
        pen.whole();
    }

    private static boolean isSeen(MapView view, MapColumn column) {
        double x = view.geometry().x(column);
        return x < view.width() && x + column.width() > view.geometry().names();
    }

    private static boolean isSeen(MapView view, int row) {
        double y = view.geometry().y(row);
        return y < view.height() && y + MapGeometry.ROW > MapGeometry.HEAD;
    }

    private void rows(MapView view) {
        MapGeometry geometry = view.geometry();
        List<MapRow> rows = geometry.layout().rows();
        for (int i = 0; i < rows.size(); i++) {
            if (!isSeen(view, i)) {
                continue;
            }
            boolean lit = view.isLit(i);
            if (i == view.selected() || lit) {
                pen.fill(row(view, i), RADIUS, i == view.selected() ? MapInk.SELECT : MapInk.BAND);
            }
            MapFace face = lit || i == view.selected() ? MapFace.STRONG : MapFace.NAME;
            String name =
                    pen.fit(
                            rows.get(i).label(),
                            face,
                            geometry.names() - MapGeometry.PADDING - 2 * RADIUS - 8);
            double baseline = geometry.y(i) + MapGeometry.ROW / 2 + CAPTION_DROP;
            boolean damaged = rows.get(i).image().problem() != null;
            pen.text(
                    name,
                    face,
                    damaged ? MapInk.DANGER : MapInk.TEXT,
                    MapGeometry.PADDING + 2 * RADIUS,
                    baseline);
        }
    }

    /** The band of the selected row over the lines that cross it. */
    private void selected(MapView view) {
        if (view.selected() >= 0 && isSeen(view, view.selected())) {
            pen.fill(row(view, view.selected()), RADIUS, MapInk.SELECT);
        }
    }

    private Rectangle2D row(MapView view, int row) {
        double x = MapGeometry.PADDING;
        return pen.snapped(
                x, view.geometry().y(row) + 1, view.width() - 2 * x, MapGeometry.ROW - 2);
    }

    /** The line that joins the blocks of a shared layer. */
    private void join(MapView view, MapColumn column) {
        MapGeometry geometry = view.geometry();
        if (column.rows().size() < 2) {
            return;
        }
        Rectangle2D first = geometry.block(column, column.rows().getFirst());
        Rectangle2D last = geometry.block(column, column.rows().getLast());
        double height = last.getMinY() - first.getMaxY() + 2 * RADIUS;
        double top = first.getMaxY() - RADIUS;
        pen.fill(pen.snapped(first.getMinX(), top, column.width(), height), 0, MapInk.BAND);
        double middle = first.getMinX() + column.width() / 2;
        pen.fill(pen.snapped(middle - JOIN / 2, top, JOIN, height), 0, MapInk.LINE);
    }

    private void blocks(MapView view, MapColumn column, boolean lit) {
        MapGeometry geometry = view.geometry();
        boolean shared = column.layer().isShared();
        String words = words(column);
        for (int row : column.rows()) {
            if (!isSeen(view, row)) {
                continue;
            }
            Rectangle2D at = geometry.block(column, row);
            Rectangle2D box =
                    pen.snapped(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
            boolean selected = row == view.selected();
            MapInk inside = selected ? MapInk.SELECTED : MapInk.SHARED;
            pen.fill(box, RADIUS, shared ? inside : MapInk.PANE);
            pen.edge(box, RADIUS, lit ? 2 : 1, lit || selected ? MapInk.ACCENT : MapInk.EDGE);
            double baseline = at.getMinY() + MapGeometry.BLOCK / 2 + CAPTION_DROP;
            if (!words.isEmpty()) {
                double middle = at.getMinX() + at.getWidth() / 2;
                pen.textCentred(
                        words,
                        MapFace.CAPTION,
                        shared ? MapInk.TEXT : MapInk.MUTED,
                        middle,
                        baseline);
            }
        }
    }

    /** What stands in the blocks of a column: how many images have the layer. */
    private String words(MapColumn column) {
        boolean wide = column.width() >= ROOM_FOR_WORDS;
        if (!column.layer().isShared()) {
            return wide ? "only here" : "";
        }
        String number = String.valueOf(column.layer().images());
        if (wide) {
            return "in " + number + " images";
        }
        boolean fits = pen.width(number, MapFace.CAPTION) <= column.width() - 2;
        return column.width() >= ROOM_FOR_NUMBER && fits ? number : "";
    }

    /** A tick above every column; above the shared and the wide ones what they are. */
    private void heads(MapView view) {
        List<MapColumn> columns = view.geometry().layout().columns();
        for (int i = 0; i < columns.size(); i++) {
            MapColumn column = columns.get(i);
            if (column.width() <= 0 || !isSeen(view, column)) {
                continue;
            }
            double x = view.geometry().x(column);
            boolean lit = i == view.lit();
            pen.fill(
                    pen.snapped(x, MapGeometry.HEAD - 5, column.width(), lit ? 2 : 1),
                    0,
                    lit ? MapInk.ACCENT : MapInk.LINE);
        }
        for (MapLabels.Label label : MapLabels.of(columns, column -> isNamed(view, column), pen)) {
            double x = view.geometry().x(label.column()) + 1;
            pen.text(
                    pen.fit(MapWords.brief(label.column()), MapFace.HEAD, label.room()),
                    MapFace.HEAD,
                    MapInk.TEXT,
                    x,
                    MapGeometry.HEAD - 25);
            pen.text(
                    MapWords.size(label.column()),
                    MapFace.CAPTION,
                    MapInk.MUTED,
                    x,
                    MapGeometry.HEAD - 11);
        }
    }

    /** Shared columns have a name above them, and wide ones. */
    private static boolean isNamed(MapView view, MapColumn column) {
        boolean telling = column.layer().isShared() || column.width() >= ROOM_FOR_WORDS;
        return telling && isSeen(view, column);
    }
}
