package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.app.view.canvas.Ink;
import dev.stratoscope.app.view.canvas.Pen;
import dev.stratoscope.app.view.stack.StackInk;

/** Draws ribbons without their words. */
final class StrandPainter {
    private static final double[] SOLID = {};
    private static final double[] DASHED = {4, 3};
    private static final double HALO = 4;

    private final Pen pen;

    StrandPainter(Pen pen) {
        this.pen = pen;
    }

    /**
     * Draws one.
     *
     * @param crossed whether it crosses others, which then end short of it
     */
    void paint(Strand strand, boolean selected, boolean hovered, boolean crossed) {
        Ink edge = strand.verdict().edge();
        if (selected) {
            edge = StackInk.ACCENT;
        } else if (hovered && !(strand.isThread() && strand.verdict().isFinding())) {
            edge = StackInk.GHOST;
        }
        if (strand.isThread()) {
            thread(strand, edge, selected || hovered, crossed);
            return;
        }
        if (crossed) {
            pen.edges(strand.band(), HALO, StackInk.PANE);
        }
        boolean open = strand.verdict() == Verdict.UNKNOWN && !selected;
        pen.fill(strand.band(), strand.verdict().fill());
        pen.edges(strand.band(), selected ? 2 : 1, edge, open ? DASHED : SOLID);
    }

    private void thread(Strand strand, Ink edge, boolean strong, boolean crossed) {
        double thickness = strong || strand.verdict().isFinding() ? 2 : 1;
        if (crossed) {
            pen.thread(strand.band(), thickness + HALO, StackInk.PANE);
        }
        pen.thread(strand.band(), thickness, edge);
    }
}
