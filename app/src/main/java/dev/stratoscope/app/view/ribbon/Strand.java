package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.app.view.canvas.Band;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A ribbon in its place.
 *
 * @param ribbon its number
 * @param verdict what it says
 * @param band where it lies between the stacks
 * @param isThread whether it is a mere line
 */
record Strand(int ribbon, Verdict verdict, Band band, boolean isThread) {
    private static final double SLACK = 4;

    /**
     * The ribbons in view, the hindmost first: what is the same lies behind what differs, and one
     * lies before all.
     *
     * @param height of the control
     * @param first the number of the ribbon before all others; -1 for none
     */
    static List<Strand> of(TwinGeometry geometry, double height, int first) {
        Braid braid = geometry.braid();
        List<Strand> strands = new ArrayList<>();
        for (int i = 0; i < braid.ribbons().size(); i++) {
            Band band = geometry.band(i);
            if (band.bottom() >= 0 && band.top() <= height) {
                strands.add(new Strand(i, braid.verdict(i), band, geometry.isThread(i)));
            }
        }
        strands.sort(
                Comparator.comparing((Strand strand) -> strand.ribbon() == first)
                        .thenComparing(Strand::verdict));
        return strands;
    }

    /** Whether it is at a point, or a thread near it. */
    boolean isAt(double x, double y) {
        return band.contains(x, y, isThread ? SLACK : 0);
    }
}
