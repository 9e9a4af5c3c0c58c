package dev.stratoscope.app.view.canvas;

/** Shares a length in proportion to sizes, none below a floor. */
public final class Shares {
    private Shares() {}

    /**
     * The lengths. Those at the floor leave the pool and the rest share again, until nobody new
     * falls below it; so together they are as long as {@code room}, or longer where the floors
     * alone are.
     */
    public static double[] of(long[] sizes, double room, double floor) {
        double[] lengths = new double[sizes.length];
        boolean[] floored = new boolean[sizes.length];
        boolean stable = false;
        while (!stable) {
            stable = true;
            double pool = room;
            double total = 0;
            for (int i = 0; i < sizes.length; i++) {
                pool -= floored[i] ? floor : 0;
                total += floored[i] ? 0 : sizes[i];
            }
            for (int i = 0; i < sizes.length; i++) {
                lengths[i] = floored[i] || total <= 0 ? floor : pool * sizes[i] / total;
                if (!floored[i] && !(lengths[i] > floor)) {
                    floored[i] = true;
                    stable = false;
                }
            }
        }
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.max(floor, lengths[i]);
        }
        return lengths;
    }
}
