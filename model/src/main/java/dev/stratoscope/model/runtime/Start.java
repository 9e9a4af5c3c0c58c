package dev.stratoscope.model.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.snapshot.OverlaySnapshot;
import dev.stratoscope.model.task.Aside;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The start of one container. */
final class Start {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 1 << 16;
    private static final String NO_TERMINALS = "the basic launcher has no terminals";

    private final LaunchSpec spec;
    private final Fit fit;
    private final RunFolder folder;
    private final Path skeleton;
    private final CompiledFilters filters;
    private final List<String> again;
    private final @Nullable String conmon;

    /**
     * Makes ready; nothing is started or written yet.
     *
     * @param home as of {@link Launchers}
     * @param again as of {@link Launchers}
     * @param conmon its path; null where the shell is to supervise
     */
    Start(LaunchSpec spec, Fit fit, Path home, List<String> again, @Nullable String conmon)
            throws IOException {
        this.again = again;
        this.spec = spec;
        this.fit = fit;
        this.folder = RunFolder.of(spec.id(), spec.folder());
        this.skeleton = Skeleton.in(home);
        this.filters = new CompiledFilters(home);
        this.conmon = fit.launcher().isBasic() ? null : conmon;
    }

    Run inBackground() throws IOException {
        refuseUnheldLimits();
        if (spec.tty() && conmon == null) {
            throw new LaunchException(
                    program(),
                    LaunchException.FAILED,
                    fit.launcher().isBasic()
                            ? NO_TERMINALS
                            : "a terminal in the background needs conmon, which is not installed");
        }
        DiskRun run = prepare();
        String supervisor = conmon == null ? LaunchRecord.SHELL : LaunchRecord.CONMON;
        new LaunchRecord(fit, supervisor).write(folder.launch());
        Supervision supervision = new Supervision(folder, fit);
        try {
            forward();
            supervise(
                    conmon == null
                            ? supervision.underShell(spec)
                            : supervision.underConmon(conmon, spec));
        } catch (IOException | RuntimeException e) {
            run.delete();
            folder.discard();
            throw e;
        }
        return run;
    }

    /** A limit that is not held would be worse than none. */
    private void refuseUnheldLimits() throws LaunchException {
        if (!fit.cgroups() && !spec.limits().isNone()) {
            throw new LaunchException(
                    program(),
                    LaunchException.FAILED,
                    fit.launcher().name()
                            + " cannot make cgroups here, so no limit would hold;"
                            + " start it without limits of memory, processors and processes");
        }
    }

    /** Clears away the run before and writes what is to be known of this one. */
    private DiskRun prepare() throws IOException {
        DiskRun run = new DiskRun(folder);
        if (run.state().isLive()) {
            throw new IllegalStateException(spec.id() + " runs already");
        }
        run.delete();
        folder.renew();
        EtcFiles.write(folder.etc(), spec);
        ObjectNode config =
                new Bundle(spec, folder.etc(), Seccomp.filter(), fit.cgroups()).config();
        filters.complete(config, fit, folder);
        Json.write(folder.config(), config);
        return run;
    }

    /** With the streams of this process. */
    int attached() throws IOException {
        return attached(ProcessBuilder::inheritIO, Waiting::end);
    }

    /** With an empty input, and its output copied. */
    int attached(OutputStream out, OutputStream error) throws IOException {
        return attached(
                builder ->
                        builder.redirectOutput(ProcessBuilder.Redirect.PIPE)
                                .redirectError(ProcessBuilder.Redirect.PIPE),
                process -> copied(process, out, error));
    }

    /** What is done with a process until its end, which has an exit code. */
    private interface Ending {
        int of(Process process) throws IOException;
    }

    private int attached(UnaryOperator<ProcessBuilder> streams, Ending ending) throws IOException {
        refuseUnheldLimits();
        DiskRun run = prepare();
        if (fit.launcher().isBasic() && spec.tty()) {
            throw new LaunchException(program(), LaunchException.FAILED, NO_TERMINALS);
        }
        new LaunchRecord(fit, LaunchRecord.ATTACHED).write(folder.launch());
        try {
            forward();
            Process process =
                    root(spec.root(), skeleton, fit)
                            .start(streams.apply(new Supervision(folder, fit).attached(spec)));
            int code = ending.of(process);
            String complaints = complaints();
            if (!complaints.isBlank() && FirstProcess.read(folder) == null) {
                throw Complaints.of(program(), complaints);
            }
            run.delete();
            return code;
        } catch (IOException | RuntimeException e) {
            run.delete();
            folder.discard();
            throw e;
        }
    }

    private static int copied(Process process, OutputStream out, OutputStream error)
            throws IOException {
        // Both aside: who waits for them can be interrupted, who reads them cannot.
        try (Aside output =
                        Aside.startBlocking("output", () -> copy(process.getInputStream(), out));
                Aside errors =
                        Aside.startBlocking(
                                "errors", () -> copy(process.getErrorStream(), error))) {
            output.join();
            errors.join();
        }
        return Waiting.end(process);
    }

    /** Closing at a failure makes writing fail at the other end too. */
    private static void copy(InputStream from, OutputStream to) throws IOException {
        try (from) {
            byte[] buffer = new byte[LONGEST];
            for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                to.write(buffer, 0, n);
                to.flush();
            }
        }
    }

    private void supervise(ProcessBuilder builder) throws IOException {
        long before = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
        Process process =
                root(spec.root(), skeleton, fit)
                        .start(
                                builder.redirectOutput(ProcessBuilder.Redirect.PIPE)
                                        .redirectError(folder.complaints().toFile()));
        try (var answers = process.getInputStream()) {
            byte[] answer = line(answers);
            if (answer.length == 0) {
                Commands.end(process, program());
                throw Complaints.of(program(), complaints());
            }
            JsonNode told = new Documents(Limits.DEFAULT).parse("supervisor", answer);
            long pid = told.path("data").asLong(-1);
            if (pid < 0) {
                throw Complaints.of(program(), told.path("message").asText());
            }
            if (fit.launcher().isBasic()) {
                awaitProgram(pid, before);
            }
        }
    }

    /** The basic launcher becomes the program only after its first process was there. */
    private void awaitProgram(long pid, long before) throws IOException {
        DiskRun run = new DiskRun(folder);
        Waiting.until(() -> BasicLauncher.isUnderWay(pid) || !run.state().isLive(), PATIENCE);
        int code = run.state().exitCode();
        if (code >= LaunchException.FAILED && code <= LaunchException.NOT_FOUND) {
            String printed = String.valueOf(ProcessFiles.text(folder.log()));
            String last = printed.substring((int) Math.min(before, printed.length()));
            if (code == LaunchException.FAILED
                    || last.contains(BasicLauncher.complaint(program()))) {
                throw Complaints.of(program(), last);
            }
        }
    }

    private void forward() throws IOException {
        if (!spec.ports().isEmpty()) {
            new Forwarder(folder).start(again, spec);
        }
    }

    private String complaints() {
        String text = ProcessFiles.text(folder.complaints());
        return text == null ? "" : text;
    }

    private String program() {
        return spec.args().getFirst();
    }

    private static byte[] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n' && line.size() < LONGEST; b = in.read()) {
            line.write(b);
        }
        return line.toByteArray();
    }

    /** An overlay with a last layer below all others. */
    static MountedRoot root(OverlaySnapshot active, Path skeleton, Fit fit) throws IOException {
        Path layers = active.layers().toAbsolutePath();
        List<String> lowers = new ArrayList<>(active.lowers());
        lowers.add(layers.relativize(skeleton).toString());
        OverlaySnapshot whole =
                new OverlaySnapshot(active.key(), active.folder(), active.layers(), lowers);
        return new MountedRoot(
                layers, whole.mountOptions(), active.merged().toAbsolutePath(), fit.hidesUnified());
    }
}
