package dev.stratoscope.model.runtime;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A run told by the files of its folder, {@code /proc} and cgroups. Has no state of its own. */
final class DiskRun implements Run {
    private static final Duration CLEARING = Duration.ofSeconds(3);
    private static final Duration APPEARING = Duration.ofSeconds(1);
    private static final Duration KILLING = Duration.ofSeconds(20);

    private static final RunState NEVER = new RunState(RunState.Status.NONE, -1, null, null, 0);

    private final RunFolder folder;

    DiskRun(RunFolder folder) {
        this.folder = folder;
    }

    @Override
    public RunState state() throws IOException {
        if (!Files.exists(folder.launch())) {
            return NEVER;
        }
        RunState ended = ended();
        if (ended != null) {
            return ended;
        }
        FirstProcess process = FirstProcess.read(folder);
        if (process == null) {
            // It is being started, or it ended before anybody could look at it.
            return isSupervised()
                    ? new RunState(RunState.Status.RUNNING, -1, launchedAt(), null, 0)
                    : notStarted();
        }
        if (process.isAlive() || isSupervised()) {
            boolean held = new Freezer(process.pid(), folder.id()).isFrozen();
            return new RunState(
                    held ? RunState.Status.PAUSED : RunState.Status.RUNNING,
                    -1,
                    process.startedAt(),
                    null,
                    process.pid());
        }
        RunState justNow = ended();
        return justNow == null
                ? new RunState(RunState.Status.EXITED, -1, process.startedAt(), null, 0)
                : justNow;
    }

    /** The end may have been noted just before the supervisor ended. */
    private RunState notStarted() throws IOException {
        RunState ended = ended();
        return ended == null ? NEVER : ended;
    }

    private Instant launchedAt() throws IOException {
        return Files.getLastModifiedTime(folder.launch()).toInstant();
    }

    private @Nullable RunState ended() throws IOException {
        String text = ProcessFiles.text(folder.exit());
        if (text == null || text.isBlank()) {
            return null;
        }
        FirstProcess process = FirstProcess.read(folder);
        Instant at = Files.getLastModifiedTime(folder.exit()).toInstant();
        return new RunState(
                RunState.Status.EXITED,
                code(text),
                process == null ? launchedAt() : process.startedAt(),
                at,
                0);
    }

    private static int code(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private boolean isSupervised() {
        return Supervision.isAlive(folder);
    }

    @Override
    public boolean isAlive() throws IOException {
        FirstProcess process = FirstProcess.read(folder);
        return process != null && process.isAlive();
    }

    @Override
    public @Nullable String runBy() throws IOException {
        LaunchRecord launch = LaunchRecord.read(folder.launch());
        return launch == null ? null : launch.runBy();
    }

    @Override
    public List<PublishedPort> ports() throws IOException {
        return state().isLive() ? new Forwarder(folder).ports() : List.of();
    }

    @Override
    public @Nullable JsonNode config() throws IOException {
        return Json.read(folder.config());
    }

    @Override
    public int await() throws IOException {
        await(Duration.ofDays(36_500));
        return state().exitCode();
    }

    @Override
    public boolean await(Duration time) throws IOException {
        return Waiting.until(() -> !state().isLive(), time);
    }

    @Override
    public void kill(int signal) throws IOException {
        FirstProcess process = FirstProcess.read(folder);
        if (process != null) {
            process.signal(signal);
        }
    }

    @Override
    public void stop(int signal, Duration patience) throws IOException {
        if (end(signal, patience) || end(Signals.KILL, KILLING)) {
            return;
        }
        throw new IOException(folder.id() + ": does not end, not even killed");
    }

    private boolean end(int signal, Duration patience) throws IOException {
        RunState state = state();
        if (!state.isLive()) {
            return true;
        }
        // One that was started just now may not have said yet which process it is.
        Waiting.until(() -> FirstProcess.read(folder) != null || !state().isLive(), APPEARING);
        // Made before, as where it is held cannot be found out of one that has ended.
        Freezer freezer = new Freezer(state.pid(), folder.id());
        kill(signal);
        if (state.status() == RunState.Status.PAUSED) {
            thaw(freezer);
        }
        return await(patience);
    }

    /** Some signals end even what is held. */
    private void thaw(Freezer freezer) throws IOException {
        try {
            freezer.thaw();
        } catch (IOException e) {
            if (state().isLive()) {
                throw e;
            }
        }
    }

    @Override
    public void pause() throws IOException {
        freezer().freeze();
    }

    @Override
    public void resume() throws IOException {
        freezer().thaw();
    }

    @Override
    public void delete() throws IOException {
        LaunchRecord launch = LaunchRecord.read(folder.launch());
        if (launch == null) {
            return;
        }
        // Who started it may have been killed before the supervisor could say that it is there.
        if (!Files.exists(folder.supervisor()) && !Files.exists(folder.exit())) {
            Duration age = Duration.between(launchedAt(), Instant.now());
            if (age.compareTo(APPEARING) < 0) {
                Waiting.until(() -> Files.exists(folder.supervisor()), APPEARING);
            }
        }
        stop(Signals.KILL, KILLING);
        Waiting.until(() -> Files.exists(folder.cleared()) || !isSupervised(), CLEARING);
        new Forwarder(folder).end();
        if (Files.isDirectory(folder.state().resolve(folder.id()))) {
            Commands.run(Commands.of(new Supervision(folder, launch.fit()).deletion()));
        }
    }

    @Override
    public int exec(
            ExecProcess process, @Nullable InputStream input, OutputStream out, OutputStream error)
            throws IOException {
        try (Exec exec = new Exec(folder, launch().fit(), livePid(), process)) {
            return exec.run(input, out, error);
        }
    }

    @Override
    public int execAttached(ExecProcess process) throws IOException {
        try (Exec exec = new Exec(folder, launch().fit(), livePid(), process)) {
            return exec.runAttached();
        }
    }

    @Override
    public TerminalProcess terminal(ExecProcess process, int columns, int rows) throws IOException {
        return new Exec(folder, launch().fit(), livePid(), process, columns, rows)
                .open(columns, rows);
    }

    @Override
    public Stats stats() throws IOException {
        return new Usages(livePid(), folder.id()).now(Clock.systemUTC());
    }

    @Override
    public LogReader log() throws IOException {
        return new LogFile(folder.log());
    }

    private Freezer freezer() throws IOException {
        return new Freezer(livePid(), folder.id());
    }

    private long livePid() throws IOException {
        RunState state = state();
        if (!state.isLive()) {
            throw new IllegalStateException(folder.id() + " does not run");
        }
        return state.pid();
    }

    private LaunchRecord launch() throws IOException {
        LaunchRecord launch = LaunchRecord.read(folder.launch());
        if (launch == null) {
            throw new IllegalStateException(folder.id() + " was never started");
        }
        return launch;
    }
}
