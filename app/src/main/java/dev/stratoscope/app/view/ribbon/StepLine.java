package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.app.view.canvas.Ink;
import dev.stratoscope.app.view.canvas.Pen;
import dev.stratoscope.app.view.stack.Look;
import dev.stratoscope.app.view.stack.StackFace;
import dev.stratoscope.app.view.stack.StackInk;
import dev.stratoscope.app.view.stack.Step;

import javafx.geometry.Rectangle2D;

/** Draws a step without a layer: its keyword and value on a line that its ribbon goes on. */
final class StepLine {
    private static final double RADIUS = 4;
    private static final double INDENT = 4;
    private static final double BASELINE = 13;

    private final Pen pen;

    StepLine(Pen pen) {
        this.pen = pen;
    }

    void paint(Rectangle2D box, Step step, Verdict verdict, Look look) {
        boolean framed = look.selected();
        if (framed) {
            pen.fill(box, RADIUS, StackInk.SELECT);
            pen.edge(box, RADIUS, 2, StackInk.ACCENT);
        } else {
            Ink line = look.hovered() && !verdict.isFinding() ? StackInk.GHOST : verdict.edge();
            double thickness = verdict.isFinding() || look.hovered() ? 2 : 1;
            double y = box.getMaxY() - TwinGeometry.LINE;
            pen.level(box.getMinX(), box.getMaxX(), y, thickness, line);
        }
        double left = box.getMinX() + INDENT + (framed ? 2 : 0);
        double right = box.getMaxX() - (framed ? INDENT : 0);
        double base = box.getMinY() + BASELINE;
        Ink ink = framed ? StackInk.TEXT : verdict.text();
        String keyword = pen.fit(step.keyword(), StackFace.STEP_LABEL, right - left);
        pen.text(keyword, StackFace.STEP_LABEL, framed ? StackInk.LINK : ink, left, base);
        double value = left + pen.width(keyword + " ", StackFace.STEP_LABEL);
        if (!look.narrow() && keyword.equals(step.keyword())) {
            String text = pen.fit(step.command(), StackFace.STEP_VALUE, right - value);
            pen.text(text, StackFace.STEP_VALUE, ink, value, base);
        }
    }
}
