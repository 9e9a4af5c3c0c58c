package dev.stratoscope.model.container;

import dev.stratoscope.model.runtime.LogReader;
import dev.stratoscope.model.runtime.Run;
import dev.stratoscope.model.runtime.RunState;
import dev.stratoscope.model.runtime.Signals;
import dev.stratoscope.model.runtime.Stats;
import dev.stratoscope.model.runtime.TerminalProcess;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** The processes of one container. */
final class KeptProcesses {
    private final ContainerHome home;
    private final String id;

    KeptProcesses(ContainerHome home, String id) {
        this.home = home;
        this.id = id;
    }

    /** The last run. */
    Run run() {
        return home.run(id);
    }

    /** As {@link Container#state}. */
    ContainerState state() throws IOException {
        Records.Found now = home.records().found(id);
        if (now.record() == null) {
            return new ContainerState(
                    ContainerState.Status.CREATED, -1, null, null, 0, now.problem());
        }
        return state(run().state());
    }

    /** The state of a run in a container's words. */
    static ContainerState state(RunState run) {
        return new ContainerState(
                switch (run.status()) {
                    case NONE -> ContainerState.Status.CREATED;
                    case RUNNING -> ContainerState.Status.RUNNING;
                    case PAUSED -> ContainerState.Status.PAUSED;
                    case EXITED -> ContainerState.Status.EXITED;
                },
                run.exitCode(),
                run.startedAt(),
                run.finishedAt(),
                run.pid(),
                null);
    }

    /** The state, which has to be that of a container with processes. */
    private ContainerState live() throws IOException {
        ContainerRecord record = home.records().read(id);
        ContainerState state = state(run().state());
        if (!state.isLive()) {
            throw new ContainerStateException(
                    record.name(), state.status(), "does not run; start it first");
        }
        return state;
    }

    /** Its processes, if its record can be read. */
    private Run sound() throws IOException {
        home.records().read(id);
        return run();
    }

    private Starting starting() {
        return new Starting(home, id);
    }

    /** As {@link Container#start}. */
    void start(BaseImage image, Progress progress) throws IOException {
        starting().detached(image, progress);
    }

    /** As {@link Container#startAttached}. */
    int startAttached(BaseImage image, Progress progress) throws IOException {
        return starting().attached(image, progress);
    }

    /** As {@link Container#startAndFollow}. */
    int startAndFollow(BaseImage image, OutputStream out, OutputStream error, Progress progress)
            throws IOException {
        return starting().following(image, out, error, progress);
    }

    /** As {@link Container#await}. */
    int await() throws IOException {
        return sound().await();
    }

    /** As {@link Container#stop}. */
    void stop(Duration patience) throws IOException {
        ContainerRecord record = home.records().read(id);
        RunState state = run().state();
        if (!state.isLive()) {
            return;
        }
        if (state.status() == RunState.Status.PAUSED) {
            run().resume();
        }
        run().stop(Signals.number(record.config().stopSignal()), patience);
    }

    /** As {@link Container#kill}. */
    void kill(String signal) throws IOException {
        int number = Signals.number(signal);
        live();
        run().kill(number);
    }

    /** As {@link Container#pause}. */
    void pause() throws IOException {
        try (Turn _ = home.records().lock(id)) {
            refuse(ContainerState.Status.PAUSED, true, "is paused already");
            run().pause();
        }
    }

    /** As {@link Container#unpause}. */
    void unpause() throws IOException {
        try (Turn _ = home.records().lock(id)) {
            refuse(ContainerState.Status.PAUSED, false, "is not paused");
            run().resume();
        }
    }

    private void refuse(ContainerState.Status status, boolean has, String reason)
            throws IOException {
        ContainerState state = live();
        if ((state.status() == status) == has) {
            throw new ContainerStateException(
                    home.records().read(id).name(), state.status(), reason);
        }
    }

    /** As {@link Container#log}. */
    LogReader log() throws IOException {
        return sound().log();
    }

    /** As {@link Container#exec}. */
    int exec(ExecSpec spec, @Nullable InputStream input, OutputStream out, OutputStream error)
            throws IOException {
        live();
        return Starting.failing(() -> run().exec(starting().process(spec), input, out, error));
    }

    /** As {@link Container#execAttached}. */
    int execAttached(ExecSpec spec) throws IOException {
        live();
        return Starting.failing(() -> run().execAttached(starting().process(spec)));
    }

    /** As {@link Container#terminal}. */
    TerminalProcess terminal(ExecSpec spec, int columns, int rows) throws IOException {
        live();
        return new KeptTerminal(run().terminal(starting().process(spec), columns, rows));
    }

    /** As {@link Container#stats}. */
    Stats stats() throws IOException {
        live();
        return run().stats();
    }
}
