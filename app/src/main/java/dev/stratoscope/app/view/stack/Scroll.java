package dev.stratoscope.app.view.stack;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/** The vertical scrolling of a stack whose floors do not fit. */
final class Scroll {
    private static final double WIDTH = 10;
    private static final double BEYOND = StackLayout.GAP + StackLayout.EMPTY;

    private final ScrollBar bar = new ScrollBar();

    /** A bar at the top that calls {@code moved} whenever it has another value. */
    Scroll(Runnable moved) {
        bar.setManaged(false);
        bar.setVisible(false);
        bar.setFocusTraversable(false);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setUnitIncrement(StackLayout.FLOOR);
        bar.valueProperty().subscribe((before, now) -> moved.run());
    }

    /** The node to show. */
    ScrollBar bar() {
        return bar;
    }

    /** How many pixels of the content lie above the view. */
    double offset() {
        return bar.getValue();
    }

    /** Fits the bar to a content seen through a room in a control of that width and height. */
    void fit(double content, double room, double width, double height) {
        double over = Math.max(0, content - room);
        bar.setVisible(over > 0);
        bar.setMax(over);
        bar.setVisibleAmount(over * room / Math.max(1, content));
        bar.setBlockIncrement(room);
        to(offset());
        bar.resizeRelocate(width - WIDTH, 0, WIDTH, height);
    }

    /**
     * Scrolls no farther than needed to see a slot and that there is more beyond; its top counts
     * more than its bottom.
     */
    void reveal(StackLayout.Slot slot, double room) {
        double least = slot.bottom() + BEYOND - room;
        double most = slot.y() - BEYOND;
        to(Math.min(most, Math.max(least, offset())));
    }

    private void to(double value) {
        bar.setValue(Math.clamp(value, 0, bar.getMax()));
    }
}
