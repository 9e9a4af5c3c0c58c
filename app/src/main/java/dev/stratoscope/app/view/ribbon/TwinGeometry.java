package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.app.view.canvas.Band;
import dev.stratoscope.app.view.stack.StackLayout;
import dev.stratoscope.app.view.stack.StackLayout.Slot;
import dev.stratoscope.app.view.stack.Step;

import javafx.geometry.Rectangle2D;

import org.jspecify.annotations.Nullable;

/**
 * Where the stacks and their ribbons lie on the control.
 *
 * @param braid what is shown
 * @param layout the layout in its own coordinates
 * @param width of the control
 * @param shift what to add to a y of the layout to get one of the control
 */
record TwinGeometry(Braid braid, TwinLayout layout, double width, double shift) {
    /** Space above the content. */
    static final double TOP = 12;

    /** Space below the content. */
    static final double BOTTOM = 8;

    /** Height of the line that stands for a step without a layer. */
    static final double LINE = 2;

    private static final double NARROW = 300;
    private static final double STRAIT_SHARE = 0.28;
    private static final double LEAST_STRAIT = 40;
    private static final double MOST_STRAIT = 200;

    /** Between a block and its ribbon. */
    private static final double SEAM = 2;

    /** Whether there is room for numbers and sizes only. */
    boolean isNarrow() {
        return width < NARROW;
    }

    private double padding() {
        return Math.clamp(width * 0.04, 8, 16);
    }

    private double strait() {
        double inner = width - 2 * padding();
        return Math.clamp(inner * STRAIT_SHARE, LEAST_STRAIT, MOST_STRAIT);
    }

    /** The width of a stack. */
    double column() {
        return Math.max(1, (width - 2 * padding() - strait()) / 2);
    }

    /** The left edge of a stack. */
    double left(Flank flank) {
        return flank == Flank.BEFORE ? padding() : padding() + column() + strait();
    }

    /** The box of a slot. */
    Rectangle2D box(Flank flank, Slot slot) {
        return new Rectangle2D(left(flank), slot.y() + shift, column(), slot.height());
    }

    /** The box of a step. */
    Rectangle2D box(Flank flank, int step) {
        return box(flank, layout.stack(flank).slots().get(step));
    }

    /** The box of the ground. */
    Rectangle2D scratch(Flank flank) {
        return box(flank, layout.stack(flank).scratch());
    }

    /** All that belongs to a ribbon, its blocks included. */
    Rectangle2D bounds(int ribbon) {
        Band band = band(ribbon);
        double top = band.top();
        double bottom = band.bottom();
        for (Flank flank : Flank.values()) {
            int step = braid.number(flank, ribbon);
            if (step >= 0) {
                top = Math.min(top, box(flank, step).getMinY());
            }
        }
        double left = left(Flank.BEFORE);
        double right = left(Flank.AFTER) + column();
        return new Rectangle2D(left, top, right - left, bottom - top);
    }

    /** Whether a ribbon is a mere line, as neither of its steps has a layer. */
    boolean isThread(int ribbon) {
        return isLine(braid.step(Flank.BEFORE, ribbon)) && isLine(braid.step(Flank.AFTER, ribbon));
    }

    private static boolean isLine(@Nullable Step step) {
        return step == null || step.empty();
    }

    /** Where a ribbon lies between the stacks. */
    Band band(int ribbon) {
        double seam = isThread(ribbon) ? 0 : SEAM;
        Slot from = end(Flank.BEFORE, ribbon);
        Slot to = end(Flank.AFTER, ribbon);
        return new Band(
                left(Flank.BEFORE) + column() + seam,
                from.y() + shift,
                from.bottom() + shift,
                left(Flank.AFTER) - seam,
                to.y() + shift,
                to.bottom() + shift);
    }

    private Slot end(Flank flank, int ribbon) {
        int number = braid.number(flank, ribbon);
        StackLayout stack = layout.stack(flank);
        if (number < 0) {
            int below = braid.below(flank, ribbon);
            Slot base = below < 0 ? stack.scratch() : stack.slots().get(below);
            return new Slot(base.y() - StackLayout.GAP / 2, 0);
        }
        Slot slot = stack.slots().get(number);
        boolean line = braid.steps(flank).get(number).empty();
        return line ? new Slot(slot.bottom() - LINE, LINE) : slot;
    }

    /** The stack at an x; null between and beside them. */
    @Nullable Flank flankAt(double x) {
        for (Flank flank : Flank.values()) {
            if (x >= left(flank) && x <= left(flank) + column()) {
                return flank;
            }
        }
        return null;
    }
}
