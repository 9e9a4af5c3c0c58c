package dev.stratoscope.app.view.stack;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/** The vertical scrolling of stacks whose floors do not fit. On the JavaFX thread. */
public final class Scroll {
    /** Of the bar. */
    public static final double WIDTH = 10;

    private static final double BEYOND = StackLayout.GAP + StackLayout.EMPTY;

    private final ScrollBar bar = new ScrollBar();

    /** A bar at the top that calls {@code moved} whenever it has another value. */
    public Scroll(Runnable moved) {
        bar.setManaged(false);
        bar.setVisible(false);
        bar.setFocusTraversable(false);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setUnitIncrement(StackLayout.FLOOR);
        bar.valueProperty().subscribe((before, now) -> moved.run());
    }

    /** The node to show. */
    public ScrollBar bar() {
        return bar;
    }

    /** How many pixels of the content lie above the view. */
    public double offset() {
        return bar.getValue();
    }

    /** Fits the bar to a content seen through a room in a control of that width and height. */
    public void fit(double content, double room, double width, double height) {
        double over = content - room < 1 ? 0 : content - room;
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
    public void reveal(StackLayout.Slot slot, double room) {
        double least = slot.bottom() + BEYOND - room;
        double most = slot.y() - BEYOND;
        to(Math.min(most, Math.max(least, offset())));
    }

    /** Scrolls down by some pixels, or up; returns whether there is anything to scroll. */
    public boolean by(double pixels) {
        to(offset() + pixels);
        return bar.isVisible();
    }

    private void to(double value) {
        bar.setValue(Math.clamp(value, 0, bar.getMax()));
    }
}
