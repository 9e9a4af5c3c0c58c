package dev.stratoscope.model.container;

import dev.stratoscope.model.runtime.ExecProcess;
import dev.stratoscope.model.runtime.Identity;
import dev.stratoscope.model.runtime.LaunchException;
import dev.stratoscope.model.runtime.LaunchSpec;
import dev.stratoscope.model.runtime.LogLine;
import dev.stratoscope.model.runtime.LogReader;
import dev.stratoscope.model.runtime.Run;
import dev.stratoscope.model.runtime.Users;
import dev.stratoscope.model.snapshot.OverlaySnapshot;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.union.MergedPaths;
import dev.stratoscope.model.union.Upper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Starts the processes of one container. */
final class Starting {
    private static final int MOST_LINES = 1_000;
    private static final long LONGEST_NAP_MILLIS = 20;

    private final ContainerHome home;
    private final String id;

    Starting(ContainerHome home, String id) {
        this.home = home;
        this.id = id;
    }

    /** Work that may start a program. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Does the work; a program that could not be started is told in this package's words. */
    static <T> T failing(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (LaunchException e) {
            StartFailedException failed =
                    new StartFailedException(e.program(), e.exitCode(), e.reason());
            failed.initCause(e);
            throw failed;
        }
    }

    /** In the background; nothing happens when it runs already. */
    void detached(BaseImage image, Progress progress) throws IOException {
        try (Turn _ = home.records().lock(id)) {
            if (!home.run(id).state().isLive()) {
                LaunchSpec spec = prepared(image, progress);
                failing(() -> home.launchers().start(spec));
            }
        }
    }

    /** With the streams of this process; returns its exit code. */
    int attached(BaseImage image, Progress progress) throws IOException {
        LaunchSpec spec = locked(image, progress);
        return failing(() -> home.launchers().startAttached(spec));
    }

    private LaunchSpec locked(BaseImage image, Progress progress) throws IOException {
        try (Turn _ = home.records().lock(id)) {
            refuseLive();
            return prepared(image, progress);
        }
    }

    /**
     * Copies what it writes in this run; returns its exit code. The log of a container that is
     * removed at its end would be read by nobody: its output is copied as it is written.
     */
    int following(BaseImage image, OutputStream out, OutputStream error, Progress progress)
            throws IOException {
        RunSpec asked = home.records().read(id).spec();
        if (asked.removeAtExit() && !asked.tty()) {
            LaunchSpec spec = locked(image, progress);
            return failing(() -> home.launchers().startAttached(spec, out, error));
        }
        return logged(image, out, error, progress);
    }

    private int logged(BaseImage image, OutputStream out, OutputStream error, Progress progress)
            throws IOException {
        Run run;
        LogReader log;
        try (Turn _ = home.records().lock(id)) {
            refuseLive();
            LaunchSpec spec = prepared(image, progress);
            log = home.run(id).log();
            try {
                while (!log.next(MOST_LINES).isEmpty()) {}
                run = failing(() -> home.launchers().start(spec));
            } catch (IOException | RuntimeException e) {
                log.close();
                throw e;
            }
        }
        try (log) {
            long nap = 1;
            while (run.state().isLive()) {
                copy(log, out, error);
                // Its end is not told by its log, so naps are short: a program may be shorter.
                nap = log.await(nap) ? 1 : Math.min(2 * nap, LONGEST_NAP_MILLIS);
            }
            copy(log, out, error);
            LogLine rest = log.rest();
            if (rest != null) {
                copy(rest, out);
                out.flush();
            }
        }
        return run.await();
    }

    private static void copy(LogReader log, OutputStream out, OutputStream error)
            throws IOException {
        for (List<LogLine> lines = log.next(MOST_LINES);
                !lines.isEmpty();
                lines = log.next(MOST_LINES)) {
            for (LogLine line : lines) {
                copy(line, line.error() ? error : out);
            }
        }
        out.flush();
        error.flush();
    }

    private static void copy(LogLine line, OutputStream to) throws IOException {
        to.write(line.bytes().toByteArray());
        if (line.whole()) {
            to.write('\n');
        }
    }

    private void refuseLive() throws IOException {
        var state = home.run(id).state();
        if (state.isLive()) {
            throw new ContainerStateException(
                    home.records().read(id).name(), ContainerState.Status.RUNNING, "runs already");
        }
    }

    private LaunchSpec prepared(BaseImage image, Progress progress) throws IOException {
        ContainerRecord record = home.records().read(id);
        OverlaySnapshot active = home.mountable(record, image, progress);
        Identity user;
        ByteString workdir;
        try (Upper upper = active.open()) {
            MergedPaths files = new MergedPaths(image.indexes(), image.contents(), upper);
            user = Launching.identity(record.config().user(), files);
            workdir = Launching.workdir(record.config().workdir(), files).path();
            LaunchSpec spec =
                    Launching.spec(record, home.records().folder(id), active, user, workdir);
            Program.find(spec, files);
            return spec;
        }
    }

    /** What a further process is started with; users are those the container has now. */
    ExecProcess process(ExecSpec asked) throws IOException {
        ContainerRecord record = home.records().read(id);
        String wanted = asked.user();
        String workdir = asked.workdir() == null ? record.config().workdir() : asked.workdir();
        Identity user;
        List<String> env;
        try (LiveFiles files = LiveFiles.of(home.run(id))) {
            user =
                    Users.resolve(
                            wanted == null ? record.config().user() : wanted,
                            files.read(ByteString.of("etc/passwd"), Launching.MOST_OF_PASSWD),
                            files.read(ByteString.of("etc/group"), Launching.MOST_OF_PASSWD));
            env =
                    RunConfig.environment(
                            Launching.environment(record.config().env(), null, user, asked.tty()),
                            asked.env());
            Program.find(asked.command().getFirst(), env, workdir, files);
        }
        return new ExecProcess(asked.command(), env, workdir, user, asked.tty());
    }
}
