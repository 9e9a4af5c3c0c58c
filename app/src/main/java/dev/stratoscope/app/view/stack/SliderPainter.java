package dev.stratoscope.app.view.stack;

import dev.stratoscope.app.view.canvas.Pen;

import java.util.List;

/** Draws the slider at the left: track, dots, thumbs and the ties to their blocks. */
final class SliderPainter {
    private static final double THUMB = 9;

    private final Pen pen;

    SliderPainter(Pen pen) {
        this.pen = pen;
    }

    /**
     * What the slider shows; all y are on the canvas.
     *
     * @param x the middle of the lane
     * @param blocks where the blocks begin
     * @param top the upper end of the track
     * @param ground the lower end of the track
     * @param fillTop the upper end of the filled part
     * @param fillBottom the lower end of the filled part
     * @param dots one for each step
     * @param here index of the thumb's dot, or -1 for none
     * @param thumb the thumb's y, which may be on its way from one dot to another
     * @param other index of the second thumb's dot, or -1 for none
     * @param otherThumb the second thumb's y; not a number when there is none
     * @param focused whether the control has the focus
     */
    record State(
            double x,
            double blocks,
            double top,
            double ground,
            double fillTop,
            double fillBottom,
            List<Dot> dots,
            int here,
            double thumb,
            int other,
            double otherThumb,
            boolean focused) {}

    /**
     * One step's dot.
     *
     * @param y its middle
     * @param layer whether the step made a layer
     */
    record Dot(double y, boolean layer) {}

    /** Draws the slider. */
    void paint(State state) {
        double x = state.x();
        pen.upright(x, state.top(), state.ground(), 2, StackInk.EDGE);
        if (state.fillBottom() > state.fillTop()) {
            pen.upright(x, state.fillTop(), state.fillBottom(), 4, StackInk.ACCENT);
        }
        boolean grounded = state.fillBottom() >= state.ground();
        pen.disc(x, state.ground() + 1, 3, grounded ? StackInk.ACCENT : StackInk.GHOST);
        for (int i = 0; i < state.dots().size(); i++) {
            if (i != state.here() && i != state.other()) {
                dot(state, state.dots().get(i));
            }
        }
        if (state.other() >= 0) {
            thumb(state, state.otherThumb());
        }
        if (state.here() >= 0) {
            thumb(state, state.thumb());
            pen.disc(x, state.thumb(), 3, StackInk.ACCENT);
            if (state.focused()) {
                pen.ring(x, state.thumb(), THUMB + 2.5, 1, StackInk.ACCENT);
            }
        }
    }

    private void dot(State state, Dot dot) {
        double radius = dot.layer() ? 5.5 : 4;
        boolean filled = dot.y() >= state.fillTop() && dot.y() <= state.fillBottom();
        if (filled) {
            pen.disc(state.x(), dot.y(), radius, StackInk.ACCENT);
        } else {
            pen.disc(state.x(), dot.y(), radius, StackInk.PANE);
            pen.ring(state.x(), dot.y(), radius, 1.5, StackInk.GHOST);
        }
    }

    /** A thumb without what tells the first from the second. */
    private void thumb(State state, double y) {
        double x = state.x();
        pen.level(x + THUMB, state.blocks(), y - 1, 2, StackInk.ACCENT);
        pen.disc(x, y, THUMB + 2, StackInk.PANE);
        pen.disc(x, y, THUMB, StackInk.PANE);
        pen.ring(x, y, THUMB, 2.5, StackInk.ACCENT);
    }
}
