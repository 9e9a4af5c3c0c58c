package dev.stratoscope.app.build;

import dev.stratoscope.model.build.PlannedStage;

import org.jspecify.annotations.Nullable;

/**
 * A row of the list of steps: a step, or the stage above its steps. Immutable.
 *
 * @param step the number of the step; -1 for a stage
 */
record StepsRow(PlannedStage stage, int step) {
    /** Whether it is the head of a stage. */
    boolean isHead() {
        return step < 0;
    }

    /** What a stage is called. */
    static String name(PlannedStage stage) {
        @Nullable String name = stage.name();
        return name == null ? "stage " + stage.index() : name;
    }
}
