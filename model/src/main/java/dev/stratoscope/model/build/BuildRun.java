package dev.stratoscope.model.build;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.dockerfile.Dockerfile;
import dev.stratoscope.model.dockerfile.DockerfileException;
import dev.stratoscope.model.dockerfile.Finding;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.store.Making;
import dev.stratoscope.model.store.OpenedImage;
import dev.stratoscope.model.task.Fan;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs builds, and tells what they would do. Safe for use by many threads. */
public final class BuildRun {
    private static final Duration KEPT = Duration.ofDays(14);

    private final BuildHome home;
    private final States states = new States();

    /** Builds in a home. */
    public BuildRun(BuildHome home) {
        this.home = home;
    }

    /** As {@code Builds.run}. */
    public KeptImage run(BuildSpec spec, Consumer<BuildEvent> told, Progress progress)
            throws IOException {
        BuildPlan plan = strict(spec);
        Instant started = home.clock().instant();
        Recording recording = new Recording(spec, plan, started);
        Events events =
                new Events(
                        event -> {
                            recording.event(event);
                            told.accept(event);
                        },
                        home.clock());
        new FailedStates(home).clear(spec.file());
        events.tell(now -> new BuildEvent.Planned(now, plan));
        KeptImage image = null;
        String reason = "cancelled";
        try {
            image = built(spec, plan, events, progress);
            KeptImage done = image;
            events.tell(now -> new BuildEvent.Built(now, done));
            return image;
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            reason = String.valueOf(e.getMessage());
            throw e;
        } finally {
            keep(recording.record(home.clock().instant(), image, image == null ? reason : null));
        }
    }

    private void keep(BuildRecord record) throws IOException {
        for (BuildRecord.Step step : record.steps()) {
            Descriptor made = step.image();
            StageState state = made == null ? null : states.find(made);
            if (made != null && state != null) {
                images().keep(made, state);
            }
        }
        history().add(record);
    }

    private StepImages images() {
        return new StepImages(home.folder().resolve("images"));
    }

    private BuildHistory history() {
        return new BuildHistory(home.folder().resolve("history"));
    }

    /** As {@code Builds.history}. */
    public List<BuildRecord> past() throws IOException {
        return history().all();
    }

    private KeptImage built(BuildSpec spec, BuildPlan plan, Events events, Progress progress)
            throws IOException {
        boolean listed = false;
        try (Making making = home.store().making();
                Scope scope =
                        new Scope(
                                home,
                                spec,
                                plan,
                                Arguments.global(plan.dockerfile(), spec),
                                making,
                                events,
                                states,
                                false,
                                progress)) {
            stages(scope);
            scope.copying().tell(events);
            scope.failures().check(plan.dockerfile().file());
            StageState last = labelled(scope.results().await(plan.target()), spec);
            Descriptor manifest = making.image(States.config(last), States.layers(last), progress);
            progress.advance(0);
            KeptImage image = making.list(manifest, sizes(last), spec.tags());
            listed = true;
            return image;
        } finally {
            if (!listed) {
                home.store().sweep();
            }
        }
    }

    /** As {@code Builds.prune}. */
    public void prune(boolean all) throws IOException {
        Instant now = home.clock().instant();
        home.cache().prune(all ? Instant.MAX : now.minus(KEPT));
        Set<Digest> kept =
                all
                        ? Set.of()
                        : past().stream()
                                .flatMap(record -> record.steps().stream())
                                .map(BuildRecord.Step::image)
                                .filter(Objects::nonNull)
                                .map(Descriptor::digest)
                                .collect(Collectors.toUnmodifiableSet());
        images().retain(kept);
        if (all) {
            new FailedStates(home).clear();
        }
    }

    /** As {@code Builds.state}. */
    public FailedStates.State failed(String kept) throws IOException {
        return new FailedStates(home).find(kept);
    }

    /** As {@code Builds.plan}. */
    public BuildPlan plan(BuildSpec spec) throws IOException {
        return Planning.of(spec, home.images());
    }

    private BuildPlan strict(BuildSpec spec) throws IOException {
        BuildPlan plan = Planning.of(spec, home.images());
        Dockerfile file = plan.dockerfile();
        if (file.strict() && !file.findings().isEmpty()) {
            Finding first = file.findings().getFirst();
            throw new DockerfileException(
                    file.file(),
                    first.range(),
                    first.message() + " (" + first.rule() + ", and check=error=true)",
                    "");
        }
        return plan;
    }

    /** Runs the stages that are needed, beside each other where none waits. */
    private static void stages(Scope scope) throws IOException {
        List<Callable<Boolean>> parts = new ArrayList<>();
        for (PlannedStage stage : scope.plan().stages()) {
            if (stage.needed()) {
                parts.add(
                        () -> {
                            StageState state = new StageRun(scope, stage).run();
                            if (state != null) {
                                scope.results().done(stage.index(), state);
                            }
                            return state != null;
                        });
            }
        }
        Fan.out(parts);
    }

    private static StageState labelled(StageState state, BuildSpec spec) {
        if (spec.labels().isEmpty()) {
            return state;
        }
        ObjectNode config = state.config().deepCopy();
        ObjectNode labels =
                config.path("Labels").isObject()
                        ? (ObjectNode) config.get("Labels")
                        : config.putObject("Labels");
        new TreeMap<>(spec.labels()).forEach(labels::put);
        return state.with(config, state.cmdSet());
    }

    private static List<Making.Made> sizes(StageState state) {
        return state.layers().stream().map(StackLayer::made).toList();
    }

    /** As {@code Builds.explain}. */
    public List<Forecast> explain(BuildSpec spec, Progress progress) throws IOException {
        BuildPlan plan = Planning.of(spec, home.images());
        Map<Integer, Forecast> told = new HashMap<>();
        Events events =
                new Events(
                        event -> {
                            if (event instanceof BuildEvent.Finished done) {
                                boolean cached = done.result().cached();
                                told.put(
                                        done.step().number(),
                                        new Forecast(
                                                done.step(),
                                                cached
                                                        ? Forecast.State.CACHED
                                                        : Forecast.State.RUNS,
                                                done.result().miss()));
                            }
                        },
                        home.clock());
        try (Making making = home.store().making();
                Scope scope =
                        new Scope(
                                home,
                                spec,
                                plan,
                                Arguments.global(plan.dockerfile(), spec),
                                making,
                                events,
                                states,
                                true,
                                progress)) {
            for (PlannedStage stage : plan.stages()) {
                if (stage.needed()) {
                    forecast(scope, stage, told);
                }
            }
            scope.failures().check(plan.dockerfile().file());
        }
        List<Forecast> all = new ArrayList<>();
        for (BuildStep step : plan.steps()) {
            boolean needed = plan.stages().get(step.stage()).needed();
            Forecast.State state = needed ? Forecast.State.RUNS : Forecast.State.SKIPPED;
            Miss parent = needed ? new Miss(Miss.Cause.PARENT, List.of(), 0, 0, null) : null;
            all.add(told.getOrDefault(step.number(), new Forecast(step, state, parent)));
        }
        return all;
    }

    private static void forecast(Scope scope, PlannedStage stage, Map<Integer, Forecast> told)
            throws IOException {
        boolean known = stage.needs().stream().allMatch(scope.results()::isDone);
        try {
            StageState state = known ? new StageRun(scope, stage).run() : null;
            if (state != null) {
                scope.results().done(stage.index(), state);
            }
        } catch (StageRun.ForecastEnd e) {
            for (int number : stage.steps()) {
                if (!told.containsKey(number)) {
                    BuildStep step = scope.plan().steps().get(number);
                    told.put(number, new Forecast(step, Forecast.State.RUNS, e.miss()));
                    return;
                }
            }
        }
    }

    /**
     * Writes the documents of the image that a step made, if they are not there.
     *
     * @param image as {@link StepResult#image}
     * @return an image that is kept until it is closed
     * @throws NoSuchFileException when it is not remembered
     */
    public OpenedImage image(Descriptor image) throws IOException {
        StageState state = states.find(image);
        StepImages.Kept kept =
                state == null
                        ? images().find(image)
                        : new StepImages.Kept(state.document(), States.layers(state));
        if (kept == null) {
            throw new NoSuchFileException(
                    image.digest().toString(), null, "the step is known no more; build again");
        }
        try (Making making = home.store().making()) {
            for (Descriptor layer : kept.layers()) {
                if (!making.has(layer)) {
                    throw new NoSuchFileException(
                            image.digest().toString(),
                            null,
                            "a layer of the step is in the cache no more; build again");
                }
            }
            making.image(kept.bytes(), kept.layers(), Progress.NONE);
            return home.store().leased(image);
        }
    }

    /** As {@code Builds.changed}. */
    public ChangedFile changed(
            BuildSpec spec,
            Miss miss,
            Miss.Difference file,
            @Nullable Descriptor made,
            Progress progress)
            throws IOException {
        try (OpenedImage image = made == null ? null : image(made)) {
            return new ChangedFiles(home, spec).of(miss, file, image, progress);
        }
    }
}
