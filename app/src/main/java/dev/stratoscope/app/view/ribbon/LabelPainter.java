package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.app.view.canvas.Band;
import dev.stratoscope.app.view.canvas.Pen;

import javafx.geometry.Rectangle2D;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Sets words on ribbons, where there is room for them and nothing lies over them. */
final class LabelPainter {
    private static final double LINE = 16;
    private static final double ASCENT = 12;
    private static final double MARGIN = 7;
    private static final double AIR = 4;

    private final Pen pen;

    LabelPainter(Pen pen) {
        this.pen = pen;
    }

    /**
     * Sets the longest of some labels that fits.
     *
     * @param choices lines for each, the longest label first
     * @param over the ribbons that lie over this one
     */
    void paint(Strand strand, List<List<Label>> choices, List<Strand> over) {
        for (List<Label> lines : choices) {
            Place place = place(strand.band(), lines, over);
            if (place != null) {
                double base = place.box().getMinY() + ASCENT;
                for (Label line : lines) {
                    double spare = place.box().getWidth() - pen.width(line.text(), line.face());
                    double x = place.box().getMinX() + spare * place.align();
                    pen.text(line.text(), line.face(), line.ink(), x, base);
                    base += LINE;
                }
                return;
            }
        }
    }

    /**
     * Where a label goes.
     *
     * @param align 0 when its lines start at the same x, 1 when they end there
     */
    private record Place(Rectangle2D box, double align) {}

    /** The roomiest place of a label; the middle of the ribbon where that is as good as any. */
    private @Nullable Place place(Band band, List<Label> lines, List<Strand> over) {
        double width = 0;
        for (Label line : lines) {
            width = Math.max(width, pen.width(line.text(), line.face()));
        }
        double height = lines.size() * LINE;
        double room = band.x2() - band.x1() - 2 * MARGIN - width;
        Place best = null;
        double most = height + (lines.size() > 1 ? AIR : 0);
        for (double align : new double[] {0.5, 0, 1}) {
            double left = band.x1() + MARGIN + room * align;
            double top = Math.max(band.topAt(left), band.topAt(left + width));
            double bottom = Math.min(band.bottomAt(left), band.bottomAt(left + width));
            double y = (top + bottom - height) / 2;
            Rectangle2D box = new Rectangle2D(left, y, width, height);
            boolean better = best == null ? bottom - top >= most : bottom - top > most;
            if (room >= 0 && better && isFree(box, over)) {
                best = new Place(box, align);
                most = bottom - top + 1;
            }
        }
        return best;
    }

    private static boolean isFree(Rectangle2D box, List<Strand> over) {
        for (Strand strand : over) {
            Band band = strand.band();
            double high = Math.min(band.topAt(box.getMinX()), band.topAt(box.getMaxX()));
            double low = Math.max(band.bottomAt(box.getMinX()), band.bottomAt(box.getMaxX()));
            if (high < box.getMaxY() && low > box.getMinY()) {
                return false;
            }
        }
        return true;
    }
}
