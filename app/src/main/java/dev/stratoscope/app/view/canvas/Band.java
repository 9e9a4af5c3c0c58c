package dev.stratoscope.app.view.canvas;

/**
 * A band from one upright edge to another that leaves and arrives level. Pure; lengths are in
 * pixels, y grows downwards. An edge without height is a point.
 *
 * @param x1 of the left edge
 * @param top1 the left edge's upper end
 * @param bottom1 the left edge's lower end, not above {@code top1}
 * @param x2 of the right edge, more than {@code x1}
 * @param top2 the right edge's upper end
 * @param bottom2 the right edge's lower end, not above {@code top2}
 */
public record Band(double x1, double top1, double bottom1, double x2, double top2, double bottom2) {
    private static final int HALVINGS = 24;

    /** The y of the upper edge at an x; that of the nearer end beyond the ends. */
    public double topAt(double x) {
        return top1 + (top2 - top1) * rise(x);
    }

    /** The y of the lower edge at an x; that of the nearer end beyond the ends. */
    public double bottomAt(double x) {
        return bottom1 + (bottom2 - bottom1) * rise(x);
    }

    /** The least y anywhere. */
    public double top() {
        return Math.min(top1, top2);
    }

    /** The greatest y anywhere. */
    public double bottom() {
        return Math.max(bottom1, bottom2);
    }

    /**
     * Whether a point lies on the band.
     *
     * @param slack how far above or below it may miss
     */
    public boolean contains(double x, double y, double slack) {
        return x >= x1 && x <= x2 && y >= topAt(x) - slack && y <= bottomAt(x) + slack;
    }

    /**
     * How much of the way down is done at an x, from 0 to 1. The band is a cubic Bézier curve whose
     * handles lie half way across: {@code x(t) = 1.5 t - 1.5 t² + t³}, {@code y(t) = 3 t² - 2 t³}.
     */
    private double rise(double x) {
        double across = Math.clamp((x - x1) / (x2 - x1), 0, 1);
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double t = (low + high) / 2;
            if (t * (1.5 + t * (t - 1.5)) < across) {
                low = t;
            } else {
                high = t;
            }
        }
        double t = (low + high) / 2;
        return t * t * (3 - 2 * t);
    }
}
