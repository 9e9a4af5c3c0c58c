package dev.stratoscope.app.view.stack;

import java.util.List;

/** Draws the slider at the left: track, dots, thumb and the tie to the thumb's block. */
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
     * @param ghost y of the writable layer's dot; not a number when there is none
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
            double ghost,
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
        pen.upright(x, state.top(), state.ground(), 2, Ink.EDGE);
        if (state.fillBottom() > state.fillTop()) {
            pen.upright(x, state.fillTop(), state.fillBottom(), 4, Ink.ACCENT);
        }
        boolean grounded = state.fillBottom() >= state.ground();
        pen.disc(x, state.ground() + 1, 3, grounded ? Ink.ACCENT : Ink.GHOST);
        for (int i = 0; i < state.dots().size(); i++) {
            if (i != state.here()) {
                dot(state, state.dots().get(i));
            }
        }
        if (!Double.isNaN(state.ghost())) {
            pen.disc(x, state.ghost(), 5, Ink.PANE);
            pen.ring(x, state.ghost(), 4.5, 1, Ink.GHOST, 2, 1.5);
        }
        if (state.here() >= 0) {
            thumb(state);
        }
    }

    private void dot(State state, Dot dot) {
        double radius = dot.layer() ? 5.5 : 4;
        boolean filled = dot.y() >= state.fillTop() && dot.y() <= state.fillBottom();
        if (filled) {
            pen.disc(state.x(), dot.y(), radius, Ink.ACCENT);
        } else {
            pen.disc(state.x(), dot.y(), radius, Ink.PANE);
            pen.ring(state.x(), dot.y(), radius, 1.5, Ink.GHOST);
        }
    }

    private void thumb(State state) {
        double x = state.x();
        double y = state.thumb();
        pen.level(x + THUMB, state.blocks(), y - 1, 2, Ink.ACCENT);
        pen.disc(x, y, THUMB + 2, Ink.PANE);
        pen.disc(x, y, THUMB, Ink.PANE);
        pen.ring(x, y, THUMB, 2.5, Ink.ACCENT);
        pen.disc(x, y, 3, Ink.ACCENT);
        if (state.focused()) {
            pen.ring(x, y, THUMB + 2.5, 1, Ink.ACCENT);
        }
    }
}
