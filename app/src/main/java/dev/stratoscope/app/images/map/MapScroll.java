package dev.stratoscope.app.images.map;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;

import java.util.List;

/** The scrolling of a map whose rows or columns do not fit. */
final class MapScroll {
    /** Of a bar. */
    static final double WIDTH = 10;

    private final ScrollBar across = bar(Orientation.HORIZONTAL);
    private final ScrollBar down = bar(Orientation.VERTICAL);

    /** Bars at the top left that call {@code moved} whenever one has another value. */
    MapScroll(Runnable moved) {
        across.valueProperty().subscribe((before, now) -> moved.run());
        down.valueProperty().subscribe((before, now) -> moved.run());
    }

    private static ScrollBar bar(Orientation orientation) {
        ScrollBar bar = new ScrollBar();
        bar.setManaged(false);
        bar.setVisible(false);
        bar.setFocusTraversable(false);
        bar.setOrientation(orientation);
        bar.setUnitIncrement(MapGeometry.ROW);
        return bar;
    }

    /** The nodes to show. */
    List<Node> bars() {
        return List.of(across, down);
    }

    /** How many pixels of the columns lie left of the view. */
    double left() {
        return across.getValue();
    }

    /** How many pixels of the rows lie above the view. */
    double top() {
        return down.getValue();
    }

    /** Fits the bars to columns and rows of that extent in a control of that width and height. */
    void fit(double width, double height, double names, double columns, double rows) {
        double high = height - MapGeometry.HEAD;
        boolean tall = rows > high;
        double wide = width - names - MapGeometry.PADDING - (tall ? WIDTH : 0);
        fit(across, columns, wide);
        fit(down, rows + (across.isVisible() ? WIDTH : 0), high);
        across.resizeRelocate(names, height - WIDTH, Math.max(0, width - names), WIDTH);
        down.resizeRelocate(
                width - WIDTH,
                MapGeometry.HEAD,
                WIDTH,
                Math.max(0, high - (across.isVisible() ? WIDTH : 0)));
    }

    private static void fit(ScrollBar bar, double content, double room) {
        double over = content - room > 1 ? content - room : 0;
        bar.setVisible(over > 0);
        bar.setMax(over);
        bar.setVisibleAmount(over * room / Math.max(1, content));
        bar.setBlockIncrement(Math.max(0, room));
        to(bar, bar.getValue());
    }

    /** Scrolls no farther than needed to see a row. */
    void revealRow(int row, double room) {
        double top = row * MapGeometry.ROW;
        to(down, Math.min(top, Math.max(top + MapGeometry.ROW + WIDTH - room, top())));
    }

    /** Whether a column is in view, at least in part. */
    boolean shows(MapColumn column, double room) {
        return column.x() < left() + room && column.right() > left();
    }

    /** Scrolls no farther than needed to see a column. */
    void revealColumn(MapColumn column, double room) {
        double least = column.right() + MapGeometry.PADDING + WIDTH - room;
        to(across, Math.min(column.x(), Math.max(least, left())));
    }

    /** Scrolls by some pixels and returns whether there was anything to scroll. */
    boolean by(double right, double below) {
        to(across, left() + right);
        to(down, top() + below);
        return across.isVisible() || down.isVisible();
    }

    private static void to(ScrollBar bar, double value) {
        bar.setValue(Math.clamp(value, 0, bar.getMax()));
    }
}
