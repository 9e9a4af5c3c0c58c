package dev.stratoscope.app.view.stack;

import dev.stratoscope.app.view.canvas.Pen;

import javafx.geometry.Rectangle2D;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.function.LongFunction;

/** Draws what the writable layer of a container says, or the place where there is none. */
final class WritablePainter {
    private static final double INDENT = 10;
    private static final double AFTER_ICON = 32;
    private static final String ICON = Character.toString(MaterialDesignC.CUBE_OUTLINE.getCode());

    private final Pen pen;
    private final LongFunction<String> sizes;
    private final FactsPainter facts;

    WritablePainter(Pen pen, LongFunction<String> sizes, FactsPainter facts) {
        this.pen = pen;
        this.sizes = sizes;
        this.facts = facts;
    }

    /** Draws a layer into its box, whose frame is there. */
    void paint(Rectangle2D box, Step step, Look look) {
        double left = box.getMinX() + INDENT;
        double right = box.getMaxX() - INDENT;
        double top = box.getMinY();
        String size = sizes.apply(step.size());
        if (look.narrow()) {
            narrow(box, size, step, look);
            return;
        }
        StackInk accent = look.unlessAbove(StackInk.LINK);
        pen.text(ICON, StackFace.ICON, accent, left - 1, top + 23);
        double sizeLeft = right - pen.width(size, StackFace.HEADING);
        double title = box.getMinX() + AFTER_ICON;
        String words = pen.fit(step.keyword(), StackFace.HEADING, sizeLeft - 8 - title);
        pen.text(words, StackFace.HEADING, look.text(), title, top + 21);
        pen.text(size, StackFace.HEADING, look.text(), sizeLeft, top + 21);
        String paths = pen.fit(step.command(), StackFace.COMMAND, right - left);
        pen.text(paths, StackFace.COMMAND, look.text(), left, top + 43);
        FactsPainter.Place place =
                new FactsPainter.Place(left, right - left, top + 45, top + 45 + 17);
        facts.counts(place, step, look, top + 45);
        lately(step, look, left, right, top + 80);
    }

    private void narrow(Rectangle2D box, String size, Step step, Look look) {
        double left = box.getMinX() + 8;
        double width = box.getMaxX() - left - 6;
        double top = box.getMinY();
        pen.text(ICON, StackFace.ICON, look.unlessAbove(StackInk.LINK), left - 1, top + 24);
        String cut = pen.fit(size, StackFace.COMMAND, width);
        pen.text(cut, StackFace.COMMAND, look.text(), left, top + 44);
        String paths = pen.fit(step.command(), StackFace.COMMAND, width);
        pen.text(paths, StackFace.COMMAND, StackInk.MUTED, left, top + 62);
        dot(step, look, left, top + 76);
    }

    private void lately(Step step, Look look, double left, double right, double baseline) {
        dot(step, look, left, baseline - 4);
        String words = step.pills().isEmpty() ? "" : step.pills().getFirst().text();
        String cut = pen.fit(words, StackFace.COMMAND, right - left - 12);
        pen.text(cut, StackFace.COMMAND, StackInk.MUTED, left + 12, baseline);
    }

    private void dot(Step step, Look look, double left, double middle) {
        boolean live = step.state() == Step.State.LIVE;
        StackInk ink = live ? look.unlessAbove(StackInk.ADDED) : StackInk.GHOST;
        if (live) {
            pen.disc(left + 3, middle, 3.5, ink);
        } else {
            pen.ring(left + 3, middle, 3, 1, ink);
        }
    }

    /** Draws the words of the place where there is none. */
    void ghost(Rectangle2D box, boolean narrow) {
        double left = box.getMinX() + INDENT;
        double top = box.getMinY();
        if (narrow) {
            pen.text(ICON, StackFace.ICON, StackInk.MUTED, left - 3, top + 21);
            pen.text("Run…", StackFace.COMMAND, StackInk.LINK, left - 2, top + 38);
            return;
        }
        pen.text(ICON, StackFace.ICON, StackInk.MUTED, left - 1, top + 29);
        double words = box.getMinX() + AFTER_ICON + 2;
        double room = box.getMaxX() - INDENT - words;
        String title = pen.fit("Writable layer", StackFace.HEADING, room);
        pen.text(title, StackFace.HEADING, StackInk.MUTED, words, top + 20);
        String run = pen.fit("Run to add one", StackFace.COMMAND, room);
        pen.text(run, StackFace.COMMAND, StackInk.LINK, words, top + 36);
    }
}
