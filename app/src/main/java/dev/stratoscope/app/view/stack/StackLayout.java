package dev.stratoscope.app.view.stack;

import dev.stratoscope.app.view.canvas.Shares;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where everything in the stack stands. Pure and immutable; lengths are in pixels, y grows
 * downwards from the top of the content.
 *
 * @param slots one for each step, in the order of the steps, so the last is the highest on screen
 * @param scratch the ground's place below all steps
 * @param height of the whole content; more than the height asked for when the stack must scroll
 */
public record StackLayout(List<Slot> slots, Slot scratch, double height) {
    /** Least height of a layer. */
    public static final double FLOOR = 38;

    /** Height of a step without a layer. */
    public static final double EMPTY = 19;

    /** Space between two neighbours. */
    public static final double GAP = 3;

    /** Height of the ground. */
    public static final double SCRATCH = 26;

    /** Height of a container's writable layer. */
    public static final double WRITABLE = 92;

    /** Height of the place that a writable layer would have. */
    public static final double GHOST = 46;

    /** Size that stands for a step without a layer. */
    public static final long NO_LAYER = -1;

    /** Size that stands for a writable layer. */
    public static final long WRITABLE_LAYER = -2;

    /** Size that stands for the place of a writable layer that there is not. */
    public static final long NO_WRITABLE_LAYER = -3;

    /**
     * What is to be laid out.
     *
     * @return the size of each layer, or {@link #NO_LAYER} or {@link #WRITABLE_LAYER}
     */
    public static long[] sizes(List<Step> steps) {
        return steps.stream().mapToLong(StackLayout::size).toArray();
    }

    /** The same with a place on top for a writable layer, where there is one. */
    static long[] sizes(List<Step> steps, boolean ghost) {
        long[] sizes = sizes(steps);
        if (!ghost) {
            return sizes;
        }
        long[] all = Arrays.copyOf(sizes, sizes.length + 1);
        all[sizes.length] = NO_WRITABLE_LAYER;
        return all;
    }

    private static long size(Step step) {
        if (step.state().isWritable()) {
            return WRITABLE_LAYER;
        }
        return step.empty() ? NO_LAYER : Math.max(0, step.size());
    }

    /**
     * A horizontal band.
     *
     * @param y its top
     * @param height its height, more than 0
     */
    public record Slot(double y, double height) {
        /**
         * Its lower edge.
         *
         * @return {@code y + height}
         */
        public double bottom() {
            return y + height;
        }

        /**
         * Its middle.
         *
         * @return the y half way down
         */
        public double middle() {
            return y + height / 2;
        }

        private Slot towards(Slot other, double share) {
            return new Slot(y + (other.y - y) * share, height + (other.height - height) * share);
        }
    }

    /** Copies the list. */
    public StackLayout {
        slots = List.copyOf(slots);
    }

    /**
     * Shares a height among steps in proportion to their sizes.
     *
     * @param sizes bytes of each step's layer, lowest first; one of the constants for what has a
     *     height of its own
     * @param available height to fill, 0 or more
     * @param even whether all layers get the same height instead
     * @return the layout; it is as high as {@code available} unless there is no layer to stretch or
     *     the floors do not fit
     */
    public static StackLayout of(long[] sizes, double available, boolean even) {
        double own = Arrays.stream(sizes).mapToDouble(StackLayout::ownHeight).sum();
        double fixed = SCRATCH + own + sizes.length * GAP;
        double[] heights = heights(sizes, available - fixed, even);

        double y = 0;
        Slot[] slots = new Slot[sizes.length];
        for (int i = sizes.length - 1; i >= 0; i--) {
            slots[i] = new Slot(y, heights[i]);
            y += heights[i] + GAP;
        }
        Slot scratch = new Slot(y, SCRATCH);
        return new StackLayout(List.of(slots), scratch, scratch.bottom());
    }

    private static double[] heights(long[] sizes, double pool, boolean even) {
        long[] layers = Arrays.stream(sizes).filter(size -> size >= 0).toArray();
        if (even || Arrays.stream(layers).allMatch(size -> size == 0)) {
            Arrays.fill(layers, 1);
        }
        double[] shares = Shares.of(layers, pool, FLOOR);
        double[] heights = new double[sizes.length];
        int next = 0;
        for (int i = 0; i < sizes.length; i++) {
            heights[i] = sizes[i] < 0 ? ownHeight(sizes[i]) : shares[next++];
        }
        return heights;
    }

    /** The height of what does not share; 0 of a layer, which does. */
    private static double ownHeight(long size) {
        if (size >= 0) {
            return 0;
        }
        return size == WRITABLE_LAYER ? WRITABLE : size == NO_WRITABLE_LAYER ? GHOST : EMPTY;
    }

    /**
     * A layout on the way from this one to another of as many steps.
     *
     * @param other where it goes
     * @param share how far it is, from 0 (this) to 1 (the other)
     * @return a layout whose every slot lies between
     */
    public StackLayout towards(StackLayout other, double share) {
        List<Slot> between = new ArrayList<>(slots.size());
        for (int i = 0; i < slots.size(); i++) {
            between.add(slots.get(i).towards(other.slots.get(i), share));
        }
        Slot ground = scratch.towards(other.scratch, share);
        return new StackLayout(between, ground, ground.bottom());
    }

    /**
     * The step at a height.
     *
     * @param y in the content's coordinates
     * @return the index of the step whose slot holds {@code y}, gaps counting to the nearer slot;
     *     the lowest step below all, the highest above all; -1 when there is no step
     */
    public int nearest(double y) {
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            double away = Math.max(0, Math.max(slot.y() - y, y - slot.bottom()));
            if (away < least) {
                least = away;
                best = i;
            }
        }
        return best;
    }

    /**
     * The step exactly at a height.
     *
     * @param y in the content's coordinates
     * @return the index of the step whose slot holds {@code y}, or -1 for none
     */
    public int at(double y) {
        int index = nearest(y);
        if (index < 0) {
            return -1;
        }
        Slot slot = slots.get(index);
        return y >= slot.y() && y <= slot.bottom() ? index : -1;
    }
}
