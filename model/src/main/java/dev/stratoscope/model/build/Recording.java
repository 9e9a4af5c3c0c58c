package dev.stratoscope.model.build;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** Takes down what becomes of a build's steps. Told by one thread at a time. */
final class Recording {
    private final BuildSpec spec;
    private final BuildPlan plan;
    private final Instant started;
    private final TreeMap<Integer, Instant> begun = new TreeMap<>();
    private final TreeMap<Integer, BuildRecord.Step> steps = new TreeMap<>();

    Recording(BuildSpec spec, BuildPlan plan, Instant started) {
        this.spec = spec;
        this.plan = plan;
        this.started = started;
    }

    void event(BuildEvent event) {
        switch (event) {
            case BuildEvent.Started started -> begun.put(started.step().number(), started.at());
            case BuildEvent.Finished done ->
                    put(
                            done.step(),
                            done.result().cached() ? "cached" : "built",
                            done.result().took(),
                            done.result().contentSize(),
                            done.result().diffId(),
                            done.result().image());
            case BuildEvent.Failed failed ->
                    put(
                            failed.step(),
                            "failed",
                            Duration.between(
                                    begun.getOrDefault(failed.step().number(), failed.at()),
                                    failed.at()),
                            0,
                            null,
                            null);
            case BuildEvent.Planned _,
                    BuildEvent.ContextRead _,
                    BuildEvent.Logged _,
                    BuildEvent.Built _ -> {}
        }
    }

    private void put(
            BuildStep step,
            String outcome,
            Duration took,
            long size,
            @Nullable Digest diffId,
            @Nullable Descriptor image) {
        steps.put(
                step.number(),
                new BuildRecord.Step(
                        step.range().startLine(), step.text(), outcome, took, size, diffId, image));
    }

    /**
     * What is kept of it.
     *
     * @param image null when there is none
     * @param reason why there is none
     */
    BuildRecord record(Instant ended, @Nullable KeptImage image, @Nullable String reason) {
        List<BuildRecord.Step> all = new ArrayList<>();
        for (BuildStep step : plan.steps()) {
            if (plan.stages().get(step.stage()).needed()) {
                all.add(
                        steps.getOrDefault(
                                step.number(),
                                new BuildRecord.Step(
                                        step.range().startLine(),
                                        step.text(),
                                        "not-reached",
                                        Duration.ZERO,
                                        0,
                                        null,
                                        null)));
            }
        }
        return new BuildRecord(
                UUID.randomUUID().toString(),
                started,
                Duration.between(started, ended),
                spec.context() == null ? "" : spec.context().toAbsolutePath().toString(),
                spec.file().toAbsolutePath().toString(),
                plan.dockerfile().text(),
                spec.tags().stream().map(one -> one.familiar()).toList(),
                image == null ? null : image.id(),
                reason,
                all);
    }
}
