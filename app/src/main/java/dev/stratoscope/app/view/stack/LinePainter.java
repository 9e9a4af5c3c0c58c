package dev.stratoscope.app.view.stack;

import dev.stratoscope.app.view.canvas.Pen;

import javafx.geometry.Rectangle2D;

/** Draws what is not a layer: steps without one, and the ground. */
public final class LinePainter {
    private static final double RADIUS = 4;
    private static final double TICK = 8;
    private static final double TEXT = 13;
    private static final double LEAST_LINE = 36;
    private static final double GAP = 6;

    private final Pen pen;

    /** Draws with a pen. */
    public LinePainter(Pen pen) {
        this.pen = pen;
    }

    /** Draws a step without a layer: a line cut by its keyword and value. */
    void step(Rectangle2D box, Step step, Look look) {
        if (look.selected()) {
            pen.fill(box, RADIUS, StackInk.SELECT);
            pen.edge(box, RADIUS, 2, StackInk.ACCENT);
        } else if (look.other()) {
            pen.edge(box, RADIUS, 2, StackInk.ACCENT);
        } else if (look.hovered()) {
            pen.edge(box, RADIUS, 1, StackInk.GHOST);
        }
        boolean framed = look.selected() || look.other() || look.hovered();
        double y = Math.floor(box.getMinY() + box.getHeight() / 2) - 1;
        double end = box.getMinX() + TICK + 3;
        if (!look.narrow()) {
            double spare = framed ? GAP : LEAST_LINE + GAP;
            end = text(box, step, look, box.getMaxX() - spare) + GAP;
        }
        if (!framed) {
            pen.level(box.getMinX(), box.getMinX() + TICK, y, 2, StackInk.GHOST);
            double[] dashes = look.above() ? new double[] {4, 3} : new double[0];
            pen.level(end, box.getMaxX(), y, 2, StackInk.EDGE, dashes);
        } else if (look.narrow()) {
            pen.level(box.getMinX() + TICK, box.getMaxX() - TICK, y, 2, StackInk.GHOST);
        }
    }

    /** Draws keyword and value and returns where they end, at {@code right} at the most. */
    private double text(Rectangle2D box, Step step, Look look, double right) {
        double left = box.getMinX() + TEXT;
        double base = box.getMinY() + box.getHeight() / 2 + 4;
        String keyword = pen.fit(step.keyword(), StackFace.STEP_LABEL, right - left);
        StackInk ink = look.selected() ? StackInk.LINK : StackInk.MUTED;
        pen.text(keyword, StackFace.STEP_LABEL, ink, left, base);
        double keywordEnd = left + pen.width(keyword, StackFace.STEP_LABEL);
        double x = left + pen.width(keyword + " ", StackFace.STEP_LABEL);
        String value = pen.fit(step.command(), StackFace.STEP_VALUE, right - x);
        pen.text(
                value,
                StackFace.STEP_VALUE,
                look.selected() ? StackInk.TEXT : StackInk.MUTED,
                x,
                base);
        return value.isEmpty() ? keywordEnd : x + pen.width(value, StackFace.STEP_VALUE);
    }

    /**
     * Draws the ground.
     *
     * @param narrow whether there is room for one word only
     */
    public void scratch(Rectangle2D box, boolean narrow) {
        double top = box.getMinY();
        pen.level(box.getMinX(), box.getMaxX(), top, 2, StackInk.GHOST);
        for (double x = box.getMinX() + 2; x + 6 <= box.getMaxX(); x += 10) {
            pen.line(x, top + 8, x + 6, top + 2, 1, StackInk.GHOST);
        }
        double base = top + 21;
        pen.text("scratch", StackFace.FIGURE, StackInk.MUTED, box.getMinX() + 2, base);
        if (!narrow) {
            pen.textRight(
                    "empty root, 0 B", StackFace.COMMAND, StackInk.MUTED, box.getMaxX() - 2, base);
        }
    }
}
