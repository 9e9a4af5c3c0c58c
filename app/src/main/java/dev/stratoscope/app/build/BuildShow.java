package dev.stratoscope.app.build;

import dev.stratoscope.model.build.BuildEvent;
import dev.stratoscope.model.build.BuildPlan;
import dev.stratoscope.model.build.BuildStep;
import dev.stratoscope.model.build.Forecast;
import dev.stratoscope.model.build.PlannedStage;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a tab knows of its build: the steps and what became of each. On the JavaFX thread. */
final class BuildShow {
    /** How a build is. */
    enum Status {
        /** Nothing was built. */
        BEFORE,
        /** At work. */
        RUNNING,
        /** A step failed, or it could not begin. */
        FAILED,
        /** A person stopped it. */
        STOPPED,
        /** There is an image. */
        DONE
    }

    private final LogRows log = new LogRows();
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable BuildPlan plan;
    private List<StepNow> steps = List.of();
    private Status status = Status.BEFORE;
    private @Nullable Instant started;
    private @Nullable Instant ended;
    private BuildEvent.@Nullable ContextRead context;
    private int selected = -1;
    private int hovered = -1;
    private boolean forecast;
    private @Nullable StepNow failed;

    /** Adds one that is told after each change. */
    void listen(Runnable changed) {
        listeners.add(changed);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** The text was read: steps that are written as before keep what is known of them. */
    void plan(BuildPlan now) {
        if (status == Status.RUNNING) {
            return;
        }
        Map<String, Deque<StepNow>> known = new HashMap<>();
        for (StepNow step : steps) {
            known.computeIfAbsent(key(step.step()), key -> new ArrayDeque<>()).add(step);
        }
        int was = selected;
        selected = -1;
        List<StepNow> next = new ArrayList<>();
        for (BuildStep step : now.steps()) {
            Deque<StepNow> same = known.get(key(step));
            StepNow old = same == null ? null : same.pollFirst();
            if (old != null && old.step().number() == was) {
                selected = step.number();
            }
            next.add(old == null ? StepNow.of(step, StepLook.PLANNED) : old.of(step));
        }
        plan = now;
        steps = next;
        changed();
    }

    private static String key(BuildStep step) {
        return step.stage() + "\n" + step.text();
    }

    /** A build begins. */
    void begin(Instant at) {
        status = Status.RUNNING;
        started = at;
        ended = null;
        context = null;
        forecast = false;
        failed = null;
        selected = -1;
        log.clear();
        steps = fresh(StepLook.WAITING);
        changed();
    }

    private List<StepNow> fresh(StepLook look) {
        BuildPlan known = plan;
        return known == null
                ? List.of()
                : new ArrayList<>(
                        known.steps().stream()
                                .map(
                                        step ->
                                                StepNow.of(
                                                        step,
                                                        known.stages().get(step.stage()).needed()
                                                                ? look
                                                                : StepLook.SKIPPED))
                                .toList());
    }

    /** Things happened in the build. */
    void apply(List<BuildEvent> events) {
        for (BuildEvent event : events) {
            switch (event) {
                case BuildEvent.Planned planned -> {
                    plan = planned.plan();
                    steps = fresh(StepLook.WAITING);
                }
                case BuildEvent.ContextRead read -> context = read;
                case BuildEvent.Started begun -> put(now(begun.step()).started(begun.at()));
                case BuildEvent.Logged line ->
                        log.write(plan, line.step(), line.error(), line.text());
                case BuildEvent.Finished done -> {
                    put(now(done.step()).finished(done.at(), done.result()));
                    log.done(plan, now(done.step()), done.at());
                }
                case BuildEvent.Failed broken -> fail(broken);
                case BuildEvent.Built built -> {}
            }
        }
        log.flush();
        changed();
    }

    private void fail(BuildEvent.Failed event) {
        StepNow step = now(event.step()).failed(event.at(), event.failure());
        put(step);
        log.done(plan, step, event.at());
        if (failed == null) {
            failed = step;
        }
        if (selected < 0) {
            selected = event.step().number();
        }
    }

    private StepNow now(BuildStep step) {
        return steps.get(step.number());
    }

    private void put(StepNow step) {
        steps.set(step.step().number(), step);
    }

    /** The build is over. */
    void end(Status how, Instant at) {
        status = how;
        ended = at;
        for (StepNow step : List.copyOf(steps)) {
            if (step.look() == StepLook.WAITING || step.look() == StepLook.RUNNING) {
                put(StepNow.of(step.step(), StepLook.NOT_REACHED));
            }
        }
        changed();
    }

    /** What a build would do is known. */
    void forecast(List<Forecast> told) {
        if (status == Status.RUNNING) {
            return;
        }
        status = Status.BEFORE;
        forecast = true;
        failed = null;
        for (Forecast one : told) {
            int number = one.step().number();
            if (number < steps.size()
                    && steps.get(number).step().text().equals(one.step().text())) {
                StepLook look =
                        switch (one.state()) {
                            case CACHED -> StepLook.WOULD_CACHE;
                            case RUNS -> StepLook.WOULD_RUN;
                            case SKIPPED -> StepLook.SKIPPED;
                        };
                StepNow old = steps.get(number);
                put(new StepNow(old.step(), look, null, null, old.result(), null, one.miss()));
            }
        }
        changed();
    }

    /** Whether the steps show what a build would do. */
    boolean isForecast() {
        return forecast;
    }

    /** All steps, in the order of the text. */
    List<StepNow> steps() {
        return steps;
    }

    /** The stages; none before the text was read. */
    List<PlannedStage> stages() {
        return plan == null ? List.of() : plan.stages();
    }

    /** The graph; null before the text was read. */
    @Nullable BuildPlan plan() {
        return plan;
    }

    LogRows log() {
        return log;
    }

    Status status() {
        return status;
    }

    /** What the build took from the context; null where that is not known. */
    BuildEvent.@Nullable ContextRead context() {
        return context;
    }

    /** When the build began; null before the first. */
    @Nullable Instant started() {
        return started;
    }

    /** How long the build took until a time, or in all. */
    Duration took(Instant now) {
        Instant from = started;
        Instant to = ended == null ? now : ended;
        return from == null || to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    /** The step that failed first, as it was written then; null where none did. */
    @Nullable StepNow failed() {
        return failed;
    }

    /** How many steps look in a way. */
    int count(StepLook look) {
        return (int) steps.stream().filter(step -> step.look() == look).count();
    }

    /** Whether some step is done. */
    boolean hasDone() {
        return steps.stream().anyMatch(step -> step.look().isDone());
    }

    /** The step that is written on a line; null where none is. */
    @Nullable StepNow at(int line) {
        for (StepNow step : steps) {
            if (step.line() <= line && line <= step.step().range().endLine()) {
                return step;
            }
        }
        return null;
    }

    /** The number of the selected step; -1 for none. */
    int selected() {
        return selected;
    }

    void select(int number) {
        if (selected != number) {
            selected = number;
            changed();
        }
    }

    /** The number of the step that the pointer is on, here or there; -1 for none. */
    int hovered() {
        return hovered;
    }

    void hover(int number) {
        if (hovered != number) {
            hovered = number;
            changed();
        }
    }
}
