package dev.stratoscope.app.view.stack;

import dev.stratoscope.app.view.canvas.Ink;
import dev.stratoscope.app.view.canvas.Pen;

import javafx.geometry.Rectangle2D;

import java.util.List;
import java.util.function.LongFunction;

/** Draws the block of one layer: its edge, what it says, and its core sample. */
public final class BlockPainter {
    private static final double RADIUS = 4;
    private static final double INDENT = 10;
    private static final double LOW = 60;
    private static final double HIGH = 150;
    private static final double ROOM_FOR_SIZE = 84;
    private static final double KEYWORD_GAP = 12;
    private static final double COMMAND_LINE = 15;
    private static final double FOOT = 6;
    private static final double GAUGE = 5;

    private final Pen pen;
    private final LongFunction<String> sizes;
    private final boolean cores;
    private final CorePainter core;
    private final FactsPainter facts;
    private final WritablePainter writable;

    /**
     * Draws with a pen.
     *
     * @param sizes how to write a number of bytes
     * @param cores whether wide blocks have a core sample
     */
    public BlockPainter(Pen pen, LongFunction<String> sizes, boolean cores) {
        this.cores = cores;
        this.pen = pen;
        this.sizes = sizes;
        this.core = new CorePainter(pen, sizes);
        this.facts = new FactsPainter(pen);
        this.writable = new WritablePainter(pen, sizes, facts);
    }

    /** Whether a block that wide and high has a core sample. */
    static boolean showsCore(Rectangle2D box) {
        return box.getHeight() > LOW && CorePainter.column(box).getWidth() > 0;
    }

    /** Draws one layer into its box. */
    public void paint(Rectangle2D box, Step step, Look look) {
        frame(box, step, look);
        if (step.state().isWritable()) {
            writable.paint(box, step, look);
        } else if (look.narrow()) {
            narrow(box, step, look);
        } else if (box.getHeight() <= LOW) {
            low(box, step, look);
        } else {
            high(box, step, look);
        }
    }

    /** Draws the place that a writable layer would have. */
    void ghost(Rectangle2D box, boolean hovered, boolean narrow) {
        if (hovered) {
            pen.fill(box, RADIUS, StackInk.SELECT);
        }
        pen.edge(box, RADIUS, 1, hovered ? StackInk.ACCENT : StackInk.GHOST, 4, 3);
        writable.ghost(box, narrow);
    }

    private void frame(Rectangle2D box, Step step, Look look) {
        boolean missing = step.state() == Step.State.MISSING;
        Look.Tint tint = look.tint();
        if (look.selected()) {
            pen.fill(box, RADIUS, StackInk.SELECT);
        } else if (!look.above() && !missing) {
            pen.fill(box, RADIUS, tint == null ? StackInk.BLOCK : tint.fill());
        }
        boolean damaged = step.state().isBad();
        Ink plain = tint == null ? StackInk.EDGE : tint.edge();
        Ink edge = damaged ? StackInk.DELETED : plain;
        if (look.selected()) {
            edge = damaged ? StackInk.DELETED : StackInk.ACCENT;
        } else if ((look.hovered() || missing) && !damaged) {
            edge = StackInk.GHOST;
        }
        if (look.other() && !damaged) {
            edge = StackInk.ACCENT;
        }
        double thickness = look.selected() || look.other() ? 2 : 1;
        if (look.above() || missing) {
            pen.edge(box, RADIUS, thickness, edge, 4, 3);
        } else {
            pen.edge(box, RADIUS, thickness, edge);
        }
    }

    private void narrow(Rectangle2D box, Step step, Look look) {
        double left = box.getMinX() + 8;
        double width = box.getMaxX() - left - FOOT;
        pen.text(step.label(), StackFace.LABEL, label(look), left, box.getMinY() + 16);
        String size = pen.fit(sizes.apply(step.size()), StackFace.COMMAND, width);
        pen.text(size, StackFace.COMMAND, look.text(), left, box.getMinY() + 31);
        bottomProgress(box, step);
    }

    private void low(Rectangle2D box, Step step, Look look) {
        double right = box.getMaxX() - INDENT - (look.share() < 0 ? 0 : GAUGE);
        double top = box.getMinY() + Math.max(0, Math.floor((box.getHeight() - 38) / 2));
        String size = sizes.apply(step.size());
        double keyword = heading(box.getMinX() + INDENT, right, top + 16, step, look);
        double sizeLeft = right - pen.width(size, StackFace.SMALL_SIZE);
        boolean beside = keywordEnd(keyword, step) + FOOT <= sizeLeft;
        double width = right - keyword;
        String trouble = step.state().trouble();
        if (beside) {
            pen.text(size, StackFace.SMALL_SIZE, look.text(), sizeLeft, top + 16);
            lowPill(step, keyword, sizeLeft, top + 16);
        }
        if (!trouble.isEmpty()) {
            String word = pen.fit(trouble, StackFace.COMMAND, width);
            pen.text(word, StackFace.COMMAND, look.trouble(step), keyword, top + 31);
        } else if (beside) {
            String command = pen.fit(step.command(), StackFace.COMMAND, width);
            pen.text(command, StackFace.COMMAND, StackInk.MUTED, keyword, top + 31);
        } else {
            String cut = pen.fit(size, StackFace.COMMAND, width);
            pen.text(cut, StackFace.COMMAND, look.text(), keyword, top + 31);
        }
        if (look.share() >= 0) {
            gauge(box, look);
        }
        bottomProgress(box, step);
    }

    /** How large the layer is beside the largest, where the block's height does not tell. */
    private void gauge(Rectangle2D box, Look look) {
        double left = box.getMaxX() - 10;
        double bottom = box.getMaxY() - 5;
        double room = box.getHeight() - 10;
        double height = Math.max(1, Math.round(room * look.share()));
        pen.fill(pen.snapped(left, bottom - room, GAUGE, room), 0, StackInk.STRATUM);
        pen.fill(pen.snapped(left, bottom - height, GAUGE, height), 0, StackInk.GHOST);
    }

    /** The most telling pill between keyword and size, where there is room for it. */
    private void lowPill(Step step, double keyword, double size, double baseline) {
        if (step.pills().isEmpty()) {
            return;
        }
        String text = step.pills().getFirst().text();
        double width = facts.pillWidth(text);
        double left = size - KEYWORD_GAP - width;
        if (left >= keywordEnd(keyword, step) + KEYWORD_GAP) {
            facts.pill(text, left, baseline - 12, 16);
        }
    }

    private void high(Rectangle2D box, Step step, Look look) {
        Rectangle2D column = CorePainter.column(box);
        boolean cored = cores && column.getWidth() > 0;
        double left = box.getMinX() + INDENT;
        double right = cored ? column.getMinX() - 8 : box.getMaxX() - INDENT;
        double width = right - left;
        double top = box.getMinY();
        double keyword = heading(left, right, top + 18, step, look);
        boolean compact = box.getHeight() < ROOM_FOR_SIZE;
        double command = compact ? 21.5 : 44.5;
        if (compact) {
            String size = sizes.apply(step.size());
            double end = keywordEnd(keyword, step) + 6;
            if (end + pen.width(size, StackFace.SMALL_SIZE) <= right) {
                pen.textRight(size, StackFace.SMALL_SIZE, look.text(), right, top + 18);
            } else {
                pen.text(size, StackFace.SMALL_SIZE, look.text(), left, top + 35);
                command += 16;
            }
        } else {
            String size = pen.fit(sizes.apply(step.size()), StackFace.SIZE, width);
            pen.text(size, StackFace.SIZE, look.text(), left, top + 41);
        }
        double base = command(box, step, look, left, width, command);
        facts.paint(new FactsPainter.Place(left, width, base, box.getMaxY() - FOOT), step, look);
        if (cored) {
            core.paint(column, step, look);
        } else {
            bottomProgress(box, step);
        }
    }

    /** Draws the command and returns the base line of its last line. */
    private double command(
            Rectangle2D box, Step step, Look look, double left, double width, double below) {
        double base = box.getMinY() + below;
        int room = (int) ((box.getMaxY() - FOOT - base) / COMMAND_LINE);
        int most = Math.min(box.getHeight() > HIGH ? 4 : 2, Math.max(0, room));
        List<String> lines =
                most == 0 ? List.of() : pen.wrap(step.command(), StackFace.COMMAND, width, most);
        StackInk ink = look.selected() ? StackInk.TEXT : StackInk.MUTED;
        for (String line : lines) {
            base += COMMAND_LINE;
            pen.text(line, StackFace.COMMAND, ink, left, base);
        }
        return base;
    }

    /** Draws number and keyword and returns where the keyword starts. */
    private double heading(double left, double right, double baseline, Step step, Look look) {
        pen.text(step.label(), StackFace.LABEL, label(look), left, baseline);
        double keyword = left + look.labels() + KEYWORD_GAP;
        String word = pen.fit(step.keyword(), StackFace.LABEL, right - keyword);
        pen.text(word, StackFace.LABEL, look.text(), keyword, baseline);
        return keyword;
    }

    private double keywordEnd(double keyword, Step step) {
        return keyword + pen.width(step.keyword(), StackFace.LABEL);
    }

    private static StackInk label(Look look) {
        return look.selected() ? StackInk.LINK : StackInk.MUTED;
    }

    private void bottomProgress(Rectangle2D box, Step step) {
        if (step.state() == Step.State.INDEXING) {
            CorePainter.progress(
                    pen, box.getMinX() + 2, box.getMaxX() - 2, box.getMaxY() - 3, step.indexed());
        }
    }
}
