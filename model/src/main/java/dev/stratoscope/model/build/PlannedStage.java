package dev.stratoscope.model.build;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A stage in the graph. Immutable.
 *
 * @param index as in the Dockerfile
 * @param name null where it has none
 * @param base the image or stage it begins with, global ARGs expanded
 * @param needs the stages it takes files from or begins with, by number
 * @param needed whether the target needs it, or is it
 * @param steps the numbers of its steps, FROM first
 */
public record PlannedStage(
        int index,
        @Nullable String name,
        String base,
        List<Integer> needs,
        boolean needed,
        List<Integer> steps) {
    /** Copies the lists. */
    public PlannedStage {
        needs = List.copyOf(needs);
        steps = List.copyOf(steps);
    }
}
