package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.compare.StepPair;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two stacks and their ribbons: which ribbon has which steps, and what each says. Immutable. */
final class Braid {
    /** Without steps. */
    static final Braid EMPTY = new Braid(List.of(), List.of(), List.of());

    private final Map<Flank, List<Step>> steps = new EnumMap<>(Flank.class);
    private final Map<Flank, int[]> owners = new EnumMap<>(Flank.class);
    private final Map<Flank, int[]> below = new EnumMap<>(Flank.class);
    private final List<Ribbon> ribbons;
    private final List<Verdict> verdicts;
    private final boolean[] crossed;
    private final Map<Flank, List<Step>> bare = new EnumMap<>(Flank.class);
    private final long largest;
    private final int highest;

    /** Braids two stacks, the oldest steps first. */
    Braid(List<Step> before, List<Step> after, List<Ribbon> ribbons) {
        steps.put(Flank.BEFORE, List.copyOf(before));
        steps.put(Flank.AFTER, List.copyOf(after));
        this.ribbons = List.copyOf(ribbons);
        List<Step> all = Stream.concat(before.stream(), after.stream()).toList();
        this.largest = Math.max(1, all.stream().mapToLong(Step::size).max().orElse(1));
        this.highest = Math.max(0, all.stream().mapToInt(Step::layer).max().orElse(0));
        for (Flank flank : Flank.values()) {
            bare.put(flank, steps(flank).stream().map(Step::bare).toList());
            int[] owner = new int[steps(flank).size()];
            int[] lower = new int[ribbons.size()];
            Arrays.fill(owner, -1);
            int last = -1;
            for (int i = 0; i < ribbons.size(); i++) {
                int step = flank.of(ribbons.get(i).pair());
                lower[i] = last;
                if (step >= 0) {
                    owner[step] = i;
                    last = step;
                }
            }
            owners.put(flank, owner);
            below.put(flank, lower);
        }
        this.verdicts =
                this.ribbons.stream()
                        .map(ribbon -> Verdict.of(ribbon, before(ribbon), after(ribbon)))
                        .toList();
        this.crossed = crossings();
    }

    /** Ribbons are in the new side's order, so those cross whose old steps are out of order. */
    private boolean[] crossings() {
        boolean[] found = new boolean[ribbons.size()];
        int most = -1;
        for (int i = 0; i < found.length; i++) {
            StepPair pair = ribbons.get(i).pair();
            if (pair.isBoth()) {
                found[i] = pair.before() < most;
                most = Math.max(most, pair.before());
            }
        }
        int least = Integer.MAX_VALUE;
        for (int i = found.length - 1; i >= 0; i--) {
            StepPair pair = ribbons.get(i).pair();
            if (pair.isBoth()) {
                found[i] |= pair.before() > least;
                least = Math.min(least, pair.before());
            }
        }
        return found;
    }

    /** A stack, lowest step first. */
    List<Step> steps(Flank flank) {
        return steps.getOrDefault(flank, List.of());
    }

    /** A step as its block tells of it: what it changed below it is not what differs here. */
    Step bare(Flank flank, int step) {
        return bare.getOrDefault(flank, List.of()).get(step);
    }

    /** Bytes of the largest layer, at least 1. */
    long largest() {
        return largest;
    }

    /** The highest number of a layer. */
    int highest() {
        return highest;
    }

    /** The ribbons, lowest first. */
    List<Ribbon> ribbons() {
        return ribbons;
    }

    /** What a ribbon says. */
    Verdict verdict(int ribbon) {
        return verdicts.get(ribbon);
    }

    /** Whether a ribbon crosses another. */
    boolean isCrossed(int ribbon) {
        return crossed[ribbon];
    }

    /** The number of a ribbon's step in a stack; -1 for none. */
    int number(Flank flank, int ribbon) {
        return flank.of(ribbons.get(ribbon).pair());
    }

    /** A ribbon's step in a stack; null for none. */
    @Nullable Step step(Flank flank, int ribbon) {
        int number = number(flank, ribbon);
        return number < 0 ? null : steps(flank).get(number);
    }

    /** The ribbon of a step; -1 for none. */
    int owner(Flank flank, int step) {
        int[] all = owners.get(flank);
        return all == null ? -1 : all[step];
    }

    /** The step of a stack that the next lower ribbon with one has; -1 for none. */
    int below(Flank flank, int ribbon) {
        int[] all = below.get(flank);
        return all == null ? -1 : all[ribbon];
    }

    /** The ribbon of a pair, whatever else it says; -1 for none. */
    int find(@Nullable Ribbon wanted) {
        for (int i = 0; i < ribbons.size() && wanted != null; i++) {
            if (ribbons.get(i).pair().equals(wanted.pair())) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Step before(Ribbon ribbon) {
        int number = ribbon.pair().before();
        return number < 0 ? null : steps(Flank.BEFORE).get(number);
    }

    private @Nullable Step after(Ribbon ribbon) {
        int number = ribbon.pair().after();
        return number < 0 ? null : steps(Flank.AFTER).get(number);
    }
}
