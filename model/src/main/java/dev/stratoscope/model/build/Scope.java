package dev.stratoscope.model.build;

import dev.stratoscope.model.store.Making;
import dev.stratoscope.model.task.Progress;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What all stages of one build share. Safe for use by many threads.
 *
 * @param started when the build began, or what it is to say instead (SOURCE_DATE_EPOCH)
 * @param forecast whether nothing is made, only told what would be
 */
record Scope(
        BuildHome home,
        BuildSpec spec,
        BuildPlan plan,
        Arguments globals,
        Making making,
        Copying copying,
        StepCache cache,
        Events events,
        StageResults results,
        Map<String, StageState> images,
        States states,
        Failures failures,
        Instant started,
        boolean forecast,
        Progress progress)
        implements Closeable {
    Scope(
            BuildHome home,
            BuildSpec spec,
            BuildPlan plan,
            Arguments globals,
            Making making,
            Events events,
            States states,
            boolean forecast,
            Progress progress) {
        this(
                home,
                spec,
                plan,
                globals,
                making,
                new Copying(home, spec),
                home.cache(),
                events,
                new StageResults(plan.stages().size()),
                new ConcurrentHashMap<>(),
                states,
                new Failures(),
                started(home, spec),
                forecast,
                progress);
    }

    private static Instant started(BuildHome home, BuildSpec spec) {
        Instant epoch = spec.epoch();
        return epoch == null ? home.clock().instant() : epoch;
    }

    /** Remembers why a step failed. */
    void failure(BuildStep step, StepFailure failure) {
        failures.add(step, failure);
    }

    @Override
    public void close() throws IOException {
        copying.close();
    }
}
