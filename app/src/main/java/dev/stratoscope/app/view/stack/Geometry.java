package dev.stratoscope.app.view.stack;

import javafx.geometry.Rectangle2D;

/**
 * Where the layout lies on the control.
 *
 * @param layout the layout in its own coordinates
 * @param steps how many of its slots are steps: one more is the place for a writable layer
 * @param width of the control
 * @param shift what to add to a y of the layout to get one of the control
 */
record Geometry(StackLayout layout, int steps, double width, double shift) {
    /** Space above the content. */
    static final double TOP = 12;

    /** Space below the content. */
    static final double BOTTOM = 8;

    private static final double NARROW = 150;

    /** Whether there is room for numbers and sizes only. */
    boolean narrow() {
        return width < NARROW;
    }

    /** The middle of the slider's lane. */
    double lane() {
        return narrow() ? 18 : 24;
    }

    /** The left edge of the blocks. */
    double left() {
        return narrow() ? 36 : 46;
    }

    /** The right edge of the blocks. */
    double right() {
        return Math.max(left(), width - (narrow() ? 10 : 12));
    }

    /** The box of a slot. */
    Rectangle2D box(StackLayout.Slot slot) {
        return new Rectangle2D(left(), slot.y() + shift, right() - left(), slot.height());
    }

    /** The step at a point of the control, its part of the lane included; -1 for none. */
    int stepAt(double x, double y) {
        int slot = slotAt(x, y);
        return slot < steps ? slot : -1;
    }

    /** Whether a point of the control is in the place that a writable layer would have. */
    boolean isGhost(double x, double y) {
        return hasGhost() && !inLane(x) && slotAt(x, y) == steps;
    }

    /** Whether there is a place for a writable layer above the steps. */
    boolean hasGhost() {
        return layout.slots().size() > steps;
    }

    private int slotAt(double x, double y) {
        return x < 0 || x > right() ? -1 : layout.at(y - shift);
    }

    /** The step nearest to a y of the control; -1 when there are no steps. */
    int nearest(double y) {
        return Math.min(layout.nearest(y - shift), steps - 1);
    }

    /** Whether an x of the control belongs to the slider. */
    boolean inLane(double x) {
        return x < left();
    }
}
