package dev.stratoscope.app.view.stack;

import dev.stratoscope.app.view.canvas.Pen;

import javafx.geometry.Rectangle2D;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;

/** Draws the core sample at a block's right: its directories as strata, to scale. */
final class CorePainter {
    private static final double WIDTH = 96;
    private static final double LEAST_WIDTH = 40;
    private static final double TEXT_COLUMN = 112;
    private static final double INSET = 6;
    private static final double PAD = 6;
    private static final double TWO_LINES = 30;
    private static final double ONE_LINE = 14;
    private static final double LINE = 14;
    private static final int MOST_LINES = 3;
    private static final int MOST = 6;

    private final Pen pen;
    private final LongFunction<String> sizes;

    CorePainter(Pen pen, LongFunction<String> sizes) {
        this.pen = pen;
        this.sizes = sizes;
    }

    /**
     * One stratum in its place.
     *
     * @param stratum what it is
     * @param box where it is
     */
    record Band(Stratum stratum, Rectangle2D box) {}

    /** The column of a block's core sample; of no width when the block is too narrow for one. */
    static Rectangle2D column(Rectangle2D block) {
        double width = Math.min(WIDTH, block.getWidth() - TEXT_COLUMN - INSET);
        if (width < LEAST_WIDTH) {
            width = 0;
        }
        return new Rectangle2D(
                block.getMaxX() - INSET - width,
                block.getMinY() + INSET,
                width,
                Math.max(0, block.getHeight() - 2 * INSET));
    }

    /** The strata of a layer in a column, largest first, the smallest joined to one. */
    List<Band> bands(Rectangle2D column, Step step) {
        List<Stratum> strata = most(step.strata());
        double total = strata.stream().mapToDouble(Stratum::size).sum();
        List<Band> bands = new ArrayList<>();
        double sum = 0;
        for (Stratum stratum : strata) {
            double top = pen.snap(column.getMinY() + column.getHeight() * sum / total);
            sum += stratum.size();
            double bottom = pen.snap(column.getMinY() + column.getHeight() * sum / total);
            if (bottom > top) {
                Rectangle2D box =
                        new Rectangle2D(column.getMinX(), top, column.getWidth(), bottom - top);
                bands.add(new Band(stratum, box));
            }
        }
        return bands;
    }

    /** Draws the core sample, or how far it is known. */
    void paint(Rectangle2D column, Step step, Look look) {
        if (step.state() == Step.State.INDEXING) {
            indexing(column, step);
            return;
        }
        List<Band> bands = bands(column, step);
        if (look.above() && !bands.isEmpty()) {
            pen.edge(column, 0, 1, StackInk.EDGE);
        }
        for (int i = 0; i < bands.size(); i++) {
            band(bands.get(i), i, look);
        }
    }

    private void band(Band band, int index, Look look) {
        Rectangle2D box = band.box();
        if (look.above()) {
            if (index > 0) {
                pen.level(box.getMinX(), box.getMaxX(), box.getMinY(), 1, StackInk.EDGE);
            }
            label(band, look);
            return;
        }
        boolean waste = band.stratum().waste() != null;
        if (waste) {
            pen.fill(box, 0, StackInk.MODIFIED_BACK);
            pen.hatch(box, StackInk.HATCH);
        } else {
            pen.fill(box, 0, index % 2 == 0 ? StackInk.STRATUM : StackInk.STRATUM_OTHER);
        }
        if (index > 0) {
            pen.level(box.getMinX(), box.getMaxX(), box.getMinY(), 1, StackInk.STRATUM_LINE);
        }
        label(band, look);
    }

    private void label(Band band, Look look) {
        Rectangle2D box = band.box();
        Stratum stratum = band.stratum();
        double height = box.getHeight();
        double width = box.getWidth() - 2 * PAD;
        double left = box.getMinX() + PAD;
        boolean plates = stratum.waste() != null && !look.above();
        StackInk size = plates ? StackInk.MODIFIED : look.text();
        if (height >= TWO_LINES) {
            if (plates) {
                plate(box, box.getMinY() + 3, Math.min(28, height - 3));
            }
            double base = box.getMinY() + (height < 36 ? Math.floor((height - 30) / 2) : 3) + 11;
            for (String line : name(stratum, width, plates ? 0 : height)) {
                pen.text(line, StackFace.CAPTION, look.text(), left, base);
                base += LINE;
            }
            String bytes = pen.fit(sizes.apply(stratum.size()), StackFace.CAPTION, width);
            pen.text(bytes, StackFace.CAPTION, size, left, base);
            if (plates && height >= 56) {
                why(box, stratum, left, width);
            }
        } else if (height >= ONE_LINE) {
            if (plates) {
                plate(box, box.getMinY() + (height - 14) / 2, 14);
            }
            String bytes = sizes.apply(stratum.size());
            double room = width - pen.width(bytes, StackFace.CAPTION) - 4;
            String name = pen.fitPath(stratum.name(), StackFace.CAPTION, Math.max(0, room));
            double base = box.getMinY() + (height - 14) / 2 + 11;
            pen.text(name, StackFace.CAPTION, look.text(), left, base);
            pen.textRight(bytes, StackFace.CAPTION, size, left + width, base);
        }
    }

    /** A path in as many lines as there is room for, so that its end is seen too. */
    private List<String> name(Stratum stratum, double width, double height) {
        String name = stratum.name();
        int lines = (int) ((height - 8) / LINE) - 1;
        boolean fits = pen.width(name, StackFace.CAPTION) <= width;
        return fits || lines < 2
                ? List.of(pen.fitPath(name, StackFace.CAPTION, width))
                : pen.wrap(name, StackFace.CAPTION, width, Math.min(lines, MOST_LINES));
    }

    private void why(Rectangle2D box, Stratum stratum, double left, double width) {
        plate(box, box.getMaxY() - 21, 16);
        String why = pen.fit(String.valueOf(stratum.waste()), StackFace.CAPTION, width);
        pen.text(why, StackFace.CAPTION, StackInk.MODIFIED, left, box.getMaxY() - 9);
    }

    private void plate(Rectangle2D box, double top, double height) {
        pen.fill(
                pen.snapped(box.getMinX() + 3, top, box.getWidth() - 6, height),
                2,
                StackInk.MODIFIED_BACK);
    }

    private void indexing(Rectangle2D column, Step step) {
        pen.edge(column, 0, 1, StackInk.EDGE);
        if (column.getHeight() >= TWO_LINES) {
            String text = pen.fit("indexing", StackFace.CAPTION, column.getWidth() - 2 * PAD);
            double base = column.getMinY() + 14;
            pen.text(text, StackFace.CAPTION, StackInk.MUTED, column.getMinX() + PAD, base);
        }
        double bottom = column.getMaxY() - 3;
        progress(pen, column.getMinX() + 1, column.getMaxX() - 1, bottom, step.indexed());
    }

    /** A line 2 px thick that is filled as far as the share, from 0 to 1, says. */
    static void progress(Pen pen, double left, double right, double y, double share) {
        double done = left + (right - left) * Math.clamp(share, 0, 1);
        pen.level(left, right, y, 2, StackInk.EDGE);
        pen.level(left, done, y, 2, StackInk.ACCENT);
    }

    private static List<Stratum> most(List<Stratum> strata) {
        List<Stratum> sorted = new ArrayList<>(strata);
        sorted.removeIf(stratum -> stratum.size() <= 0);
        sorted.sort(Comparator.comparingLong(Stratum::size).reversed());
        if (sorted.size() <= MOST + 1) {
            return sorted;
        }
        List<Stratum> rest = sorted.subList(MOST, sorted.size());
        long size = rest.stream().mapToLong(Stratum::size).sum();
        List<Stratum> result = new ArrayList<>(sorted.subList(0, MOST));
        result.add(new Stratum("other", size));
        return result;
    }
}
