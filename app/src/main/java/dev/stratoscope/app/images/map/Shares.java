package dev.stratoscope.app.images.map;

/** Shares a width in proportion to sizes, none below a floor. */
final class Shares {
    private Shares() {}

    /**
     * The widths. Those at the floor leave the pool and the rest share again, until nobody new
     * falls below it; so together they are as wide as {@code room}, or wider where the floors alone
     * are.
     */
    static double[] of(long[] sizes, double room, double floor) {
        double[] widths = new double[sizes.length];
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
                widths[i] = floored[i] || total <= 0 ? floor : pool * sizes[i] / total;
                if (!floored[i] && !(widths[i] > floor)) {
                    floored[i] = true;
                    stable = false;
                }
            }
        }
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(floor, widths[i]);
        }
        return widths;
    }
}
