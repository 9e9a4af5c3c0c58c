package dev.stratoscope.model.build;

import org.jspecify.annotations.Nullable;

/**
 * What a build would do with a step. Immutable.
 *
 * @param miss why it would run; null unless it would
 */
public record Forecast(BuildStep step, State state, @Nullable Miss miss) {
    /** What would become of it. */
    public enum State {
        /** It would be taken from the cache. */
        CACHED,
        /** It would run. */
        RUNS,
        /** The target does not need it. */
        SKIPPED
    }
}
