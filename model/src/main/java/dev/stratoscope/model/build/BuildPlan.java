package dev.stratoscope.model.build;

import dev.stratoscope.model.dockerfile.Dockerfile;

import java.util.List;

/**
 * The graph of a build, as its text alone tells it. Immutable.
 *
 * @param dockerfile what was read
 * @param target the number of the stage that is built
 * @param stages all, also those that are not needed
 * @param steps all, numbered from 0 in the order of the text
 */
public record BuildPlan(
        Dockerfile dockerfile, int target, List<PlannedStage> stages, List<BuildStep> steps) {
    /** Copies the lists. */
    public BuildPlan {
        stages = List.copyOf(stages);
        steps = List.copyOf(steps);
    }
}
