package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.canvas.Pen;
import dev.stratoscope.app.view.stack.BlockPainter;
import dev.stratoscope.app.view.stack.LinePainter;
import dev.stratoscope.app.view.stack.Look;
import dev.stratoscope.app.view.stack.StackFace;
import dev.stratoscope.app.view.stack.StackInk;
import dev.stratoscope.app.view.stack.Step;

import javafx.geometry.Rectangle2D;

import java.util.List;

/** Paints both stacks and their ribbons, leaving out what is scrolled away. */
final class RibbonPicture {
    private static final double RING = 3;
    private static final double RING_RADIUS = 6;

    private final Pen pen;
    private final BlockPainter blocks;
    private final LinePainter grounds;
    private final StepLine lines;
    private final StrandPainter strands;
    private final LabelPainter labels;

    RibbonPicture(Pen pen) {
        this.pen = pen;
        blocks = new BlockPainter(pen, HumanSize::spaced, false);
        grounds = new LinePainter(pen);
        lines = new StepLine(pen);
        strands = new StrandPainter(pen);
        labels = new LabelPainter(pen);
    }

    /**
     * All there is to know for one picture.
     *
     * @param geometry where everything stands
     * @param height of the control
     * @param selected number of the selected ribbon; -1 for none
     * @param hovered number of the ribbon under the pointer; -1 for none
     * @param ringed number of the ribbon that the keyboard is at, where that is to be seen; -1 for
     *     none
     */
    record View(TwinGeometry geometry, double height, int selected, int hovered, int ringed) {}

    /** Paints one picture. */
    void paint(View view) {
        Braid braid = view.geometry().braid();
        List<Strand> visible = Strand.of(view.geometry(), view.height(), view.selected());
        for (Strand strand : visible) {
            int ribbon = strand.ribbon();
            strands.paint(
                    strand,
                    ribbon == view.selected(),
                    ribbon == view.hovered(),
                    braid.isCrossed(ribbon));
        }
        for (int i = 0; i < visible.size(); i++) {
            if (!visible.get(i).isThread()) {
                List<Strand> over = visible.subList(i + 1, visible.size());
                labels.paint(visible.get(i), RibbonLabels.of(braid, visible.get(i).ribbon()), over);
            }
        }
        for (Flank flank : Flank.values()) {
            stack(view, flank);
            grounds.scratch(snapped(view.geometry().scratch(flank)), true);
        }
        ring(view);
    }

    private void stack(View view, Flank flank) {
        TwinGeometry geometry = view.geometry();
        Braid braid = geometry.braid();
        List<Step> steps = braid.steps(flank);
        double numbers = numbers(braid);
        boolean floored = geometry.layout().isFloored();
        for (int i = 0; i < steps.size(); i++) {
            Rectangle2D box = snapped(geometry.box(flank, i));
            if (box.getMaxY() < 0 || box.getMinY() > view.height()) {
                continue;
            }
            Step step = steps.get(i);
            int ribbon = braid.owner(flank, i);
            Verdict verdict = ribbon < 0 ? Verdict.UNKNOWN : braid.verdict(ribbon);
            Look look =
                    new Look(
                            ribbon >= 0 && ribbon == view.selected(),
                            false,
                            ribbon >= 0 && ribbon == view.hovered(),
                            false,
                            geometry.isNarrow(),
                            numbers,
                            floored ? step.size() / (double) braid.largest() : -1,
                            verdict.tint());
            if (step.empty()) {
                lines.paint(box, step, verdict, look);
            } else {
                blocks.paint(box, braid.bare(flank, i), look);
            }
        }
    }

    /** How wide the widest layer number is; all of its figures are alike. */
    private double numbers(Braid braid) {
        return pen.width("L" + braid.highest(), StackFace.LABEL);
    }

    private void ring(View view) {
        if (view.ringed() < 0) {
            return;
        }
        TwinGeometry geometry = view.geometry();
        for (Flank flank : Flank.values()) {
            int step = geometry.braid().number(flank, view.ringed());
            if (step >= 0) {
                Rectangle2D box = snapped(geometry.box(flank, step));
                Rectangle2D ring =
                        new Rectangle2D(
                                box.getMinX() - RING,
                                box.getMinY() - RING,
                                box.getWidth() + 2 * RING,
                                box.getHeight() + 2 * RING);
                pen.edge(ring, RING_RADIUS, 2, StackInk.ACCENT);
            }
        }
    }

    private Rectangle2D snapped(Rectangle2D box) {
        return pen.snapped(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
    }
}
