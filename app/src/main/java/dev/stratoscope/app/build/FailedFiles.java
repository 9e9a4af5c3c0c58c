package dev.stratoscope.app.build;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.view.Banners;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.build.StepFailure;
import dev.stratoscope.model.build.StepResult;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Shows what steps made, and what a failed one left. On the JavaFX thread. */
final class FailedFiles {
    private final Engine engine;
    private final JobScope jobs;
    private final BuildDoors doors;
    private final BuildShow show;
    private final Banners banners;
    private String stateOfLast = "";
    private String idOfLast = "";

    FailedFiles(Engine engine, JobScope jobs, BuildDoors doors, BuildShow show, Banners banners) {
        this.engine = engine;
        this.jobs = jobs;
        this.doors = doors;
        this.show = show;
        this.banners = banners;
    }

    /** A container that holds what a step left, and what it is called. */
    private record Left(String id, String name) {}

    /** Opens what a step made as an image; nothing where it made none. */
    void open(StepNow step) {
        StepResult result = step.result();
        if (result != null && step.look().isDone()) {
            String title = StepTitle.of(step.step().text(), step.line());
            doors.openImage(ImageSource.built(result.image(), title));
        }
    }

    /** Opens a shell where the step failed. */
    void shell() {
        left(true);
    }

    /** Shows the files of the failure; of the step before where the failed one left none. */
    void files() {
        StepNow failed = show.failed();
        StepFailure failure = failed == null ? null : failed.failure();
        if (failed != null && failure != null && failure.state() == null) {
            StepNow before = before(failed);
            if (before != null) {
                open(before);
            }
        } else {
            left(false);
        }
    }

    private @Nullable StepNow before(StepNow failed) {
        List<StepNow> done =
                show.steps().stream()
                        .filter(step -> step.step().stage() == failed.step().stage())
                        .filter(step -> step.look().isDone())
                        .toList();
        return done.isEmpty() ? null : done.getLast();
    }

    /** The one that was made of a state already, while it is there. */
    private Container container(String state, String last, Progress progress) throws IOException {
        for (Container one : engine.containers().list()) {
            if (one.id().equals(last)) {
                return one;
            }
        }
        return engine.builds().state(state, progress);
    }

    private void left(boolean start) {
        StepNow failed = show.failed();
        StepFailure failure = failed == null ? null : failed.failure();
        String state = failure == null ? null : failure.state();
        if (state == null) {
            return;
        }
        String last = state.equals(stateOfLast) ? idOfLast : "";
        jobs.start(
                "Opening the failed state",
                progress -> {
                    Container container = container(state, last, progress);
                    if (start && !container.state().isLive()) {
                        container.start(progress);
                    }
                    return new Left(container.id(), container.name());
                },
                left -> {
                    stateOfLast = state;
                    idOfLast = left.id();
                    doors.openContainer(left.id(), left.name(), start);
                },
                trouble -> {
                    if (!(trouble instanceof CancellationException)) {
                        banners.add(
                                Problems.of("The failed state cannot be opened", trouble),
                                null,
                                () -> {});
                    }
                });
    }
}
