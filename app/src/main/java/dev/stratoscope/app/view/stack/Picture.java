package dev.stratoscope.app.view.stack;

import dev.stratoscope.app.view.canvas.Pen;

import javafx.geometry.Rectangle2D;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Paints the whole stack, leaving out what is scrolled away. */
final class Picture {
    private final Pen pen;
    private final BlockPainter blocks;
    private final LinePainter lines;
    private final SliderPainter slider;
    private final CorePainter core;
    private @Nullable View last;

    Picture(Pen pen, LongFunction<String> sizes) {
        this.pen = pen;
        blocks = new BlockPainter(pen, sizes, true);
        lines = new LinePainter(pen);
        slider = new SliderPainter(pen);
        core = new CorePainter(pen, sizes);
    }

    /**
     * All there is to know for one picture.
     *
     * @param steps lowest first
     * @param geometry where they stand
     * @param height of the control
     * @param here index of the step the thumb belongs to, or -1 for none
     * @param other index of the step the second thumb belongs to, or -1 for none
     * @param hovered index of the step under the pointer, or -1 for none
     * @param scope what "here" covers
     * @param came index of the step the thumb comes from
     * @param way how far the thumb is on its way, from 0 to 1
     * @param focused whether the control has the focus
     */
    record View(
            List<Step> steps,
            Geometry geometry,
            double height,
            int here,
            int other,
            int hovered,
            Scope scope,
            int came,
            double way,
            boolean focused) {}

    /** Paints one picture. */
    void paint(View view) {
        last = view;
        Geometry geometry = view.geometry();
        double labels = labels(view.steps());
        double largest = Math.max(1, view.steps().stream().mapToLong(Step::size).max().orElse(1));
        int top = Math.max(view.here(), view.other());
        for (int i = 0; i < view.steps().size(); i++) {
            Rectangle2D box = box(geometry, i);
            if (box.getMaxY() < 0 || box.getMinY() > view.height()) {
                continue;
            }
            Step step = view.steps().get(i);
            Look look =
                    new Look(
                            i == view.here(),
                            i == view.other(),
                            i == view.hovered(),
                            top >= 0 && i > top,
                            geometry.narrow(),
                            labels,
                            step.size() / largest,
                            null);
            if (step.empty()) {
                lines.step(box, step, look);
            } else {
                blocks.paint(box, step, look);
            }
        }
        if (geometry.hasGhost()) {
            int place = view.steps().size();
            blocks.ghost(box(geometry, place), view.hovered() == place, geometry.narrow());
        }
        lines.scratch(snapped(geometry.box(geometry.layout().scratch())), geometry.narrow());
        slider(view);
    }

    /**
     * Paints the slider of the last picture anew, and nothing else: blocks stay as they are while
     * the thumb glides.
     *
     * @param way how far the thumb is on its way, from 0 to 1
     */
    void glide(double way) {
        View view = last;
        if (view == null) {
            return;
        }
        pen.clear(0, 0, view.geometry().left(), view.height());
        View now =
                new View(
                        view.steps(),
                        view.geometry(),
                        view.height(),
                        view.here(),
                        view.other(),
                        view.hovered(),
                        view.scope(),
                        view.came(),
                        way,
                        view.focused());
        slider(now);
    }

    /** How wide the widest layer number is; all of its figures are alike. */
    private double labels(List<Step> steps) {
        int last = steps.stream().mapToInt(Step::layer).max().orElse(0);
        return pen.width("L" + Math.max(0, last), StackFace.LABEL);
    }

    /** The stratum at a point of a step's core sample, or null for none. */
    @Nullable Stratum stratumAt(Geometry geometry, int index, Step step, double x, double y) {
        Rectangle2D column = CorePainter.column(box(geometry, index));
        boolean layer = !step.empty() && !step.state().isWritable();
        boolean shown = !geometry.narrow() && layer && BlockPainter.showsCore(box(geometry, index));
        if (!shown || !column.contains(x, y)) {
            return null;
        }
        for (CorePainter.Band band : core.bands(column, step)) {
            if (band.box().contains(x, y)) {
                return band.stratum();
            }
        }
        return null;
    }

    private void slider(View view) {
        Geometry geometry = view.geometry();
        StackLayout layout = geometry.layout();
        List<SliderPainter.Dot> dots = new ArrayList<>();
        for (int i = 0; i < view.steps().size(); i++) {
            double y = layout.slots().get(i).middle() + geometry.shift();
            dots.add(new SliderPainter.Dot(y, !view.steps().get(i).empty()));
        }
        double ground = layout.scratch().y() + geometry.shift();
        double top = dots.isEmpty() ? ground : dots.getLast().y();
        double thumb = thumb(view, dots);
        double fillTop = view.here() < 0 ? ground : thumb;
        double fillBottom = ground;
        if (view.here() >= 0 && view.scope() == Scope.THIS_LAYER) {
            StackLayout.Slot slot = layout.slots().get(view.here());
            fillTop = thumb - slot.height() / 2;
            fillBottom = thumb + slot.height() / 2;
        }
        double other = view.other() < 0 ? Double.NaN : dots.get(view.other()).y();
        if (view.here() >= 0 && view.other() >= 0) {
            fillTop = Math.min(thumb, other);
            fillBottom = Math.max(thumb, other);
        }
        slider.paint(
                new SliderPainter.State(
                        geometry.lane(),
                        geometry.left(),
                        top,
                        ground,
                        fillTop,
                        fillBottom,
                        dots,
                        view.here(),
                        pen.snap(thumb),
                        view.other(),
                        pen.snap(other),
                        view.focused()));
    }

    private static double thumb(View view, List<SliderPainter.Dot> dots) {
        if (view.here() < 0) {
            return 0;
        }
        double to = dots.get(view.here()).y();
        if (view.came() < 0 || view.came() >= dots.size()) {
            return to;
        }
        double from = dots.get(view.came()).y();
        return from + (to - from) * view.way();
    }

    private Rectangle2D box(Geometry geometry, int index) {
        return snapped(geometry.box(geometry.layout().slots().get(index)));
    }

    private Rectangle2D snapped(Rectangle2D box) {
        return pen.snapped(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
    }
}
