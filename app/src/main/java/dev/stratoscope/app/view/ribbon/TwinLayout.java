package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.app.view.canvas.Shares;
import dev.stratoscope.app.view.stack.StackLayout;
import dev.stratoscope.app.view.stack.StackLayout.Slot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the steps of two stacks stand, on one scale and on one ground. Pure and immutable; lengths
 * are in pixels, y grows downwards from the top of the higher stack.
 *
 * @param before the old stack
 * @param after the new stack
 * @param height of both
 */
record TwinLayout(StackLayout before, StackLayout after, double height) {
    /** Of no steps. */
    static final TwinLayout EMPTY = of(new long[0], new long[0], 0);

    /**
     * Lays out a braid: on the largest scale at which both stacks fit, or on {@link Levels} where
     * none does.
     *
     * @param available height to fill, 0 or more
     */
    static TwinLayout of(Braid braid, double available) {
        TwinLayout scaled =
                of(
                        StackLayout.sizes(braid.steps(Flank.BEFORE)),
                        StackLayout.sizes(braid.steps(Flank.AFTER)),
                        available);
        return scaled.isFloored() && scaled.height > available ? Levels.of(braid) : scaled;
    }

    /**
     * Gives two stacks the largest scale at which both fit. A layer is as high as its size says,
     * but no lower than {@link StackLayout#FLOOR}.
     *
     * @param before bytes of each step's layer, lowest first; {@link StackLayout#NO_LAYER} for an
     *     empty step
     * @param after likewise
     * @param available height to fill, 0 or more
     * @return a layout as high as {@code available}, but higher where the floors of a stack do not
     *     fit, and lower where neither has a layer to stretch
     */
    static TwinLayout of(long[] before, long[] after, double available) {
        double scale = Math.min(scale(before, available), scale(after, available));
        double finite = Double.isInfinite(scale) ? 0 : scale;
        double[] left = heights(before, finite);
        double[] right = heights(after, finite);
        double height = Math.max(height(left), height(right));
        return new TwinLayout(stack(left, height), stack(right, height), height);
    }

    /** Pixels to a byte at which a stack fills a height; infinite when none fills it. */
    private static double scale(long[] sizes, double available) {
        long[] layers = Arrays.stream(sizes).filter(size -> size >= 0).toArray();
        int empty = sizes.length - layers.length;
        double pool =
                available
                        - StackLayout.SCRATCH
                        - empty * StackLayout.EMPTY
                        - sizes.length * StackLayout.GAP;
        if (pool <= layers.length * StackLayout.FLOOR) {
            return 0;
        }
        double[] shares = Shares.of(layers, pool, StackLayout.FLOOR);
        for (int i = 0; i < layers.length; i++) {
            if (shares[i] > StackLayout.FLOOR && layers[i] > 0) {
                return shares[i] / layers[i];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double[] heights(long[] sizes, double scale) {
        return Arrays.stream(sizes)
                .mapToDouble(
                        size ->
                                size < 0
                                        ? StackLayout.EMPTY
                                        : Math.max(StackLayout.FLOOR, size * scale))
                .toArray();
    }

    private static double height(double[] steps) {
        return Arrays.stream(steps).sum() + steps.length * StackLayout.GAP + StackLayout.SCRATCH;
    }

    private static StackLayout stack(double[] steps, double height) {
        Slot scratch = new Slot(height - StackLayout.SCRATCH, StackLayout.SCRATCH);
        List<Slot> slots = new ArrayList<>();
        double y = scratch.y();
        for (double step : steps) {
            y -= StackLayout.GAP + step;
            slots.add(new Slot(y, step));
        }
        return new StackLayout(slots, scratch, height);
    }

    /** One of the stacks. */
    StackLayout stack(Flank flank) {
        return flank == Flank.BEFORE ? before : after;
    }

    /** Whether every layer is as low as it may be, so that heights tell nothing of sizes. */
    boolean isFloored() {
        return Stream.of(before, after)
                .flatMap(stack -> stack.slots().stream())
                .allMatch(slot -> slot.height() <= StackLayout.FLOOR);
    }

    /** Whether another has as many steps on both sides. */
    boolean isLike(TwinLayout other) {
        return before.slots().size() == other.before.slots().size()
                && after.slots().size() == other.after.slots().size();
    }

    /**
     * A layout on the way from this one to one that is alike.
     *
     * @param share how far it is, from 0 (this) to 1 (the other)
     */
    TwinLayout towards(TwinLayout other, double share) {
        return new TwinLayout(
                before.towards(other.before, share),
                after.towards(other.after, share),
                height + (other.height - height) * share);
    }
}
