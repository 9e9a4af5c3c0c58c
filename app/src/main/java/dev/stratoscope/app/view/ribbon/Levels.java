package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.app.view.stack.StackLayout;
import dev.stratoscope.app.view.stack.StackLayout.Slot;
import dev.stratoscope.app.view.stack.Step;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Stacks all of whose layers are as low as may be, with what belongs together on one level. Where
 * one side has steps that the other lacks, the other has a gap; without that, two long histories
 * would drift apart until no screen shows both ends of a ribbon.
 */
final class Levels {
    private final Braid braid;
    private final Map<Flank, List<Double>> bottoms = new EnumMap<>(Flank.class);
    private final Map<Flank, Double> tops = new EnumMap<>(Flank.class);

    private Levels(Braid braid) {
        this.braid = braid;
        for (Flank flank : Flank.values()) {
            bottoms.put(flank, new ArrayList<>());
            tops.put(flank, StackLayout.SCRATCH + StackLayout.GAP);
        }
    }

    /** The layout of a braid. */
    static TwinLayout of(Braid braid) {
        Levels levels = new Levels(braid);
        for (int i = 0; i < braid.ribbons().size(); i++) {
            levels.add(i);
        }
        for (Flank flank : Flank.values()) {
            levels.fill(flank, braid.steps(flank).size());
        }
        double height = Math.max(levels.top(Flank.BEFORE), levels.top(Flank.AFTER));
        return new TwinLayout(
                levels.stack(Flank.BEFORE, height - StackLayout.GAP),
                levels.stack(Flank.AFTER, height - StackLayout.GAP),
                height - StackLayout.GAP);
    }

    /** Steps out of order find no level; they stand on what is below them. */
    private void add(int ribbon) {
        boolean level = braid.ribbons().get(ribbon).pair().isBoth() && !braid.isCrossed(ribbon);
        if (level) {
            for (Flank flank : Flank.values()) {
                fill(flank, braid.number(flank, ribbon));
            }
            double bottom = Math.max(top(Flank.BEFORE), top(Flank.AFTER));
            for (Flank flank : Flank.values()) {
                tops.put(flank, bottom);
            }
        }
        for (Flank flank : Flank.values()) {
            fill(flank, braid.number(flank, ribbon) + 1);
        }
    }

    /** Puts steps upon each other until a stack has so many. */
    private void fill(Flank flank, int count) {
        List<Double> placed = bottoms.getOrDefault(flank, List.of());
        for (int i = placed.size(); i < count; i++) {
            double bottom = top(flank);
            placed.add(bottom);
            tops.put(flank, bottom + height(braid.steps(flank).get(i)) + StackLayout.GAP);
        }
    }

    private double top(Flank flank) {
        return tops.getOrDefault(flank, 0.0);
    }

    private static double height(Step step) {
        return step.empty() ? StackLayout.EMPTY : StackLayout.FLOOR;
    }

    private StackLayout stack(Flank flank, double height) {
        List<Slot> slots = new ArrayList<>();
        List<Double> placed = bottoms.getOrDefault(flank, List.of());
        for (int i = 0; i < placed.size(); i++) {
            double step = height(braid.steps(flank).get(i));
            slots.add(new Slot(height - placed.get(i) - step, step));
        }
        Slot ground = new Slot(height - StackLayout.SCRATCH, StackLayout.SCRATCH);
        return new StackLayout(slots, ground, height);
    }
}
