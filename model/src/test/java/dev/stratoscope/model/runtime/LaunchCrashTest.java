package dev.stratoscope.model.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.snapshot.InMemory;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Kills a program while it starts a container, and after that, and looks at what is left. */
class LaunchCrashTest {
    private static final String SCRIPT = "echo begun; sleep 0.5; echo later; exec sleep 100";

    @TempDir(factory = InMemory.class)
    Path home;

    @BeforeEach
    void needsALauncher() throws IOException {
        assumeTrue(Files.isExecutable(TestLaunch.BUSYBOX), "busybox is not installed");
        List<Launcher> found = launchers().found();
        assumeTrue(found.stream().anyMatch(Launcher::isFit), found.toString());
    }

    private Launchers launchers() {
        return new Launchers(home.resolve("runtime"), List.of());
    }

    /** The program that is killed: starts a container and stays. */
    public static final class Starter {
        private Starter() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            Path home = Path.of(args[0]);
            TestLaunch launch = new TestLaunch(home, "/bin/sh", "-c", SCRIPT);
            LaunchSpec spec = launch.spec();
            Files.writeString(home.resolve("id"), spec.id());
            System.out.println("begins");
            new Launchers(home.resolve("runtime"), List.of()).start(spec);
            System.out.println("started");
            Thread.sleep(60_000);
        }
    }

    private Process starter() throws IOException {
        String modules = System.getProperty("jdk.module.path");
        String classes = System.getProperty("java.class.path");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--class-path",
                        modules == null ? classes : modules + File.pathSeparator + classes,
                        Starter.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void kill(Process process, String line, long millis) throws Exception {
        try (var lines = process.inputReader()) {
            String told = lines.readLine();
            while (told != null && !told.equals(line)) {
                told = lines.readLine();
            }
            assertEquals(line, told);
            Thread.sleep(millis);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Run run() throws IOException {
        String id = Files.readString(home.resolve("id"));
        return launchers().run(id, home.resolve(id));
    }

    @Test
    void containerLivesOnAndItsLogIsKept() throws Exception {
        kill(starter(), "started", 0);
        Run run = run();
        assertTrue(run.state().isLive());
        assertTrue(
                Waiting.until(
                        () -> LauncherContract.text(run).equals("begun\nlater\n"),
                        Duration.ofSeconds(20)));
        run.stop(Signals.TERM, Duration.ofMillis(10));
        assertEquals(137, run.state().exitCode());
        assertNothingLeft(run);
    }

    @Test
    void whateverStepWasInterruptedCanBeClearedAway() throws Exception {
        for (long millis : new long[] {0, 20, 60, 150}) {
            kill(starter(), "begins", millis);
            assertNothingLeft(run());
        }
    }

    private void assertNothingLeft(Run run) throws IOException {
        run.delete();
        run.delete();
        assertFalse(run.state().isLive());
        String id = Files.readString(home.resolve("id"));
        assertFalse(Files.readString(Path.of("/proc/mounts")).contains(home.toString()));
        assertTrue(
                Waiting.until(
                        () -> processes().noneMatch(pid -> ProcessFiles.mentions(pid, id)),
                        Duration.ofSeconds(5)),
                "processes are left");
        assertFalse(Files.exists(Path.of("/sys/fs/cgroup/pids/stratoscope", id)));
    }

    private static Stream<Long> processes() {
        return ProcessHandle.allProcesses().map(ProcessHandle::pid);
    }
}
