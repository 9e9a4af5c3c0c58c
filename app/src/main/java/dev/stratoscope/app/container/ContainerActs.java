package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.view.Notices;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.runtime.PublishedPort;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** What can be done with a container, each a job. On the JavaFX thread; nothing waits. */
final class ContainerActs {
    /** Docker's patience with a container that is asked to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JobScope jobs;
    private final Doors doors;
    private final Asker asker;

    ContainerActs(JobScope jobs, Doors doors, Asker asker) {
        this.jobs = jobs;
        this.doors = doors;
        this.asker = asker;
    }

    /** Something that is done to a container in the background. */
    @FunctionalInterface
    private interface Deed {
        void on(Container container, Progress progress) throws IOException;
    }

    /** Shows it in a tab. */
    void open(Seen seen) {
        doors.openContainer(seen.id(), seen.name());
    }

    void start(Seen seen) {
        act(seen, "Starting", "started", (container, progress) -> container.start(progress));
    }

    void stop(Seen seen) {
        StopWait wait = wait(seen);
        act(seen, "Stopping", "stopped", (container, progress) -> container.stop(PATIENCE), wait);
    }

    /** Makes it end at once. */
    void kill(Seen seen) {
        act(seen, "Killing", "killed", (container, progress) -> container.kill("KILL"));
    }

    void pause(Seen seen) {
        act(seen, "Pausing", "paused", (container, progress) -> container.pause());
    }

    void unpause(Seen seen) {
        act(seen, "Resuming", "resumed", (container, progress) -> container.unpause());
    }

    /** Stops it, where it runs, and starts it again. */
    void restart(Seen seen) {
        StopWait wait = wait(seen);
        act(
                seen,
                "Restarting",
                "restarted",
                (container, progress) -> {
                    container.stop(PATIENCE);
                    container.start(progress);
                },
                wait);
    }

    /** Asks for another name, and gives it; that can be undone. */
    void rename(Seen seen) {
        RenameDialog dialog = new RenameDialog(asker.owner(), seen.name());
        dialog.ask(() -> rename(seen, dialog.name(), true));
    }

    private void rename(Seen seen, String name, boolean undoable) {
        String before = seen.name();
        run(
                "Renaming " + before,
                before + " cannot be renamed",
                progress -> {
                    seen.container().rename(name);
                    return name;
                },
                done -> {
                    if (undoable) {
                        Notices.from(asker.owner())
                                .offerUndo(
                                        "Renamed " + before + " to " + name,
                                        () -> rename(seen, before, false));
                    }
                });
    }

    /** Asks, and removes it with what it wrote. */
    void remove(Seen seen) {
        RemovalDialog dialog = new RemovalDialog(asker.owner(), jobs, seen);
        dialog.ask(
                () ->
                        run(
                                "Removing " + seen.name(),
                                seen.name() + " cannot be removed",
                                progress -> {
                                    seen.container().remove(seen.state().isLive());
                                    return seen;
                                },
                                done -> {
                                    Notices.from(asker.owner()).say("Removed " + seen.name());
                                    doors.closeContainer(seen.id());
                                }));
    }

    /** Shows what answers at a port in the desktop's browser. */
    void browse(PublishedPort port) {
        run(
                "Opening the browser",
                PortLinks.words(port) + " cannot be shown",
                progress -> {
                    PortLinks.browse(PortLinks.address(port));
                    return port;
                },
                done -> {});
    }

    private StopWait wait(Seen seen) {
        return new StopWait(asker, seen.name(), PATIENCE, () -> kill(seen));
    }

    private void act(Seen seen, String doing, String done, Deed deed) {
        act(seen, doing, done, deed, null);
    }

    private void act(Seen seen, String doing, String done, Deed deed, @Nullable StopWait wait) {
        run(
                doing + " " + seen.name(),
                seen.name() + " cannot be " + done,
                progress -> {
                    deed.on(seen.container(), progress);
                    return seen;
                },
                same -> {},
                wait);
    }

    private <T> void run(String title, String problem, Jobs.Work<T> work, Consumer<T> done) {
        run(title, problem, work, done, null);
    }

    private <T> void run(
            String title,
            String problem,
            Jobs.Work<T> work,
            Consumer<T> done,
            @Nullable StopWait wait) {
        asker.forgetWarnings();
        if (wait != null) {
            wait.begin();
        }
        jobs.start(
                Brief.of(title),
                work,
                result -> {
                    end(wait);
                    changed();
                    done.accept(result);
                },
                failure -> {
                    end(wait);
                    changed();
                    if (!(failure instanceof CancellationException)) {
                        asker.warn(Problems.of(problem, failure));
                    }
                });
    }

    private static void end(@Nullable StopWait wait) {
        if (wait != null) {
            wait.end();
        }
    }

    private void changed() {
        asker.changed();
        doors.containersChanged();
    }
}
