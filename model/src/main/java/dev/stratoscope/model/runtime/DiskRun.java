package dev.stratoscope.model.runtime;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A run told by the files of its folder, {@code /proc} and cgroups. Has no state of its own. */
final class DiskRun implements Run {
    private static final Duration CLEARING = Duration.ofSeconds(3);
    private static final Duration KILLING = Duration.ofSeconds(20);

    private final RunFolder folder;

    DiskRun(RunFolder folder) {
        this.folder = folder;
    }

    @Override
    public RunState state() throws IOException {
        if (!Files.exists(folder.launch())) {
            return new RunState(RunState.Status.NONE, -1, null, null, 0);
        }
        RunState ended = ended();
        if (ended != null) {
            return ended;
        }
        FirstProcess process = FirstProcess.read(folder);
        if (process == null) {
            return new RunState(RunState.Status.NONE, -1, null, null, 0);
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
                process == null ? null : process.startedAt(),
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
    public @Nullable String runBy() throws IOException {
        LaunchRecord launch = LaunchRecord.read(folder.launch());
        return launch == null ? null : launch.runBy();
    }

    @Override
    public List<Port> ports() throws IOException {
        return List.of();
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
        kill(signal);
        if (!await(patience)) {
            kill(Signals.KILL);
            if (!await(KILLING)) {
                throw new IOException(folder.id() + ": does not end, not even killed");
            }
        }
    }

    @Override
    public void pause() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resume() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete() throws IOException {
        LaunchRecord launch = LaunchRecord.read(folder.launch());
        if (launch == null) {
            return;
        }
        stop(Signals.KILL, KILLING);
        Waiting.until(() -> Files.exists(folder.cleared()) || !isSupervised(), CLEARING);
        if (Files.isDirectory(folder.state().resolve(folder.id()))) {
            Commands.run(new Supervision(folder, launch.fit()).deletion());
        }
    }

    @Override
    public int exec(
            ExecProcess process, @Nullable InputStream input, OutputStream out, OutputStream error)
            throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public int execAttached(ExecProcess process) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Terminal terminal(ExecProcess process, int columns, int rows) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Usage usage() throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public Log log() throws IOException {
        throw new UnsupportedOperationException();
    }
}
