package dev.stratoscope.model.runtime;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.snapshot.InMemory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Containers that a launcher starts, gone when a test ends. */
abstract class LauncherFixture {
    @TempDir(factory = InMemory.class)
    Path home;

    private final List<Run> started = new ArrayList<>();

    /** Its name, as of {@link Launcher}. */
    abstract String launcher();

    /** Whether conmon stays with the containers; else a shell does. */
    abstract boolean usesConmon();

    @BeforeEach
    void needsTheLauncher() throws IOException {
        assumeTrue(Files.isExecutable(TestLaunch.BUSYBOX), "busybox is not installed");
        assumeTrue(!usesConmon() || Commands.find("conmon") != null, "conmon is not installed");
        Launcher found = launchers().fit(launcher()).launcher();
        assumeTrue(found.isFit(), found.name() + ": " + found.unfit());
    }

    @AfterEach
    void leavesNothing() throws IOException {
        for (Run run : started) {
            run.delete();
        }
        assertFalse(Files.readString(Path.of("/proc/mounts")).contains(home.toString()));
    }

    final Launchers launchers() {
        return new Launchers(home.resolve("runtime"), List.of());
    }

    final Run start(LaunchSpec spec) throws IOException {
        Launchers launchers = launchers();
        Run run =
                launchers.start(
                        spec,
                        launchers.fit(launcher()),
                        usesConmon() ? Commands.find("conmon") : null);
        started.add(run);
        return run;
    }

    final TestLaunch launch(String... args) {
        return new TestLaunch(home, args);
    }

    final TestLaunch shell(String script) {
        return launch("/bin/sh", "-c", script);
    }

    /** What a container wrote until its end. */
    final String printed(TestLaunch launch) throws IOException {
        Run run = start(launch.spec());
        run.await();
        return text(run);
    }

    static String text(Run run) throws IOException {
        try (LogReader log = run.log()) {
            return log.next(10_000).stream()
                    .map(record -> record.text() + "\n")
                    .collect(Collectors.joining());
        }
    }

    static ExecProcess process(String... args) {
        return new ExecProcess(List.of(args), List.of("PATH=/bin"), "/", Identity.ROOT, false);
    }
}
