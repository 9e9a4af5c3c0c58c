package dev.stratoscope.model.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.task.Aside;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What containers do, whatever starts them and stays with them. */
abstract class LauncherContract extends ConfinementContract {
    @Test
    void tellsTheExitCodeAndTheTimesAlsoToOthers() throws IOException {
        TestLaunch launch = shell("exit 7");
        LaunchSpec spec = launch.spec();
        assertEquals(
                RunState.Status.NONE, launchers().run(spec.id(), spec.folder()).state().status());
        assertEquals(7, start(spec).await());
        RunState state = launchers().run(spec.id(), spec.folder()).state();
        assertEquals(RunState.Status.EXITED, state.status());
        assertEquals(7, state.exitCode());
        assertFalse(state.finishedAt().isBefore(state.startedAt()));
        assertEquals(0, state.pid());
    }

    @Test
    void runsAgainInTheSameLayer() throws IOException {
        LaunchSpec spec = shell("test -e /mark && exit 3; touch /mark").spec();
        assertEquals(0, start(spec).await());
        assertEquals(3, start(spec).await());
        assertTrue(Files.exists(spec.root().upper().resolve("mark")));
    }

    @Test
    void leavesNoMountPointsInTheLayer() throws IOException {
        LaunchSpec spec = launch("/bin/true").spec();
        assertEquals(0, start(spec).await());
        try (Stream<Path> names = Files.list(spec.root().upper())) {
            assertEquals(List.of(), names.toList());
        }
    }

    @Test
    void missingProgramIs127AndUnusableIs126() throws IOException {
        for (String program : List.of("/none", "none")) {
            LaunchException e =
                    assertThrows(LaunchException.class, () -> start(launch(program).spec()));
            assertEquals(127, e.exitCode());
            assertEquals(program + ": there is no such program", e.getMessage());
        }
        for (String program : List.of("/etc/passwd", "/etc")) {
            LaunchException e =
                    assertThrows(LaunchException.class, () -> start(launch(program).spec()));
            assertEquals(126, e.exitCode());
            assertEquals(program + ": it cannot be executed", e.getMessage());
        }
    }

    @Test
    void failedStartLeavesNothingBehind() throws IOException {
        LaunchSpec spec = launch("/none").spec();
        assertThrows(LaunchException.class, () -> start(spec));
        Run run = launchers().run(spec.id(), spec.folder());
        assertEquals(RunState.Status.NONE, run.state().status());
        run.delete();
    }

    @Test
    void isStoppedBySignalAndThenByForce() throws IOException {
        Run kind = start(shell("trap 'exit 9' TERM; while true; do sleep 0.02; done").spec());
        Waiting.until(() -> kind.state().pid() > 0, Duration.ofSeconds(5));
        await(kind, "true");
        kind.stop(Signals.TERM, Duration.ofSeconds(9));
        assertEquals(9, kind.state().exitCode());
        Run stubborn = start(launch("/bin/sleep", "100").spec());
        stubborn.stop(Signals.number("USR1"), Duration.ofMillis(50));
        assertEquals(137, stubborn.state().exitCode());
        stubborn.kill(Signals.TERM);
        stubborn.stop(Signals.TERM, Duration.ZERO);
    }

    /** A shell that is asked to do something has read its script by then. */
    private static void await(Run run, String command) throws IOException {
        run.exec(process(command), null, new ByteArrayOutputStream(), new ByteArrayOutputStream());
    }

    @Test
    void isHeldAndLetGo() throws IOException {
        LaunchSpec spec = launch("/bin/sleep", "100").spec();
        Run run = start(spec);
        run.pause();
        assertEquals(RunState.Status.PAUSED, run.state().status());
        assertTrue(run.state().isLive());
        assertThrows(IllegalStateException.class, () -> start(spec));
        run.resume();
        assertEquals(RunState.Status.RUNNING, run.state().status());
        run.pause();
        run.delete();
        assertEquals(137, run.state().exitCode());
    }

    @Test
    void furtherProcessesHaveStreamsAndExitCodes() throws IOException {
        Run run = start(launch("/bin/sleep", "100").spec());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        ExecProcess process =
                new ExecProcess(
                        List.of("/bin/sh", "-c", "cat; pwd; echo $K; id -u; echo bad >&2; exit 5"),
                        List.of("PATH=/bin", "K=v"),
                        "/etc",
                        new Identity(7, 8, List.of(), "/"),
                        false);
        int code =
                run.exec(
                        process,
                        new ByteArrayInputStream("typed\n".getBytes(StandardCharsets.UTF_8)),
                        out,
                        error);
        assertEquals("typed\n/etc\nv\n7\n", out.toString(StandardCharsets.UTF_8));
        assertEquals("bad\n", error.toString(StandardCharsets.UTF_8));
        assertEquals(5, code);
        out.reset();
        run.exec(process("cat", "/proc/self/status"), null, out, error);
        String status = out.toString(StandardCharsets.UTF_8);
        assertTrue(status.contains("CapInh:\t0000000000000000"), status);
        assertTrue(status.contains("CapBnd:\t00000000a80425fb"), status);
        assertTrue(status.contains("CapEff:\t00000000a80425fb"), status);
        assertTrue(status.contains("NoNewPrivs:\t1"), status);
        LaunchException e =
                assertThrows(
                        LaunchException.class, () -> run.exec(process("none"), null, out, error));
        assertEquals(127, e.exitCode());
    }

    @Test
    void furtherProcessHasATerminalThatCanBeResized() throws IOException {
        Run run = start(launch("/bin/sleep", "100").spec());
        ExecProcess shell =
                new ExecProcess(
                        List.of("/bin/sh", "-c", "stty size; read x; stty size; exit 4"),
                        List.of("PATH=/bin"),
                        "/",
                        Identity.ROOT,
                        true);
        try (TerminalProcess terminal = run.terminal(shell, 90, 20)) {
            assertEquals("20 90\r\n", line(terminal));
            terminal.resize(70, 10);
            terminal.write("go\n".getBytes(StandardCharsets.UTF_8));
            assertEquals("go\r\n", line(terminal));
            assertEquals("10 70\r\n", line(terminal));
            assertEquals(-1, terminal.read(new byte[1]));
            assertEquals(4, terminal.await());
        }
        TerminalProcess hung = run.terminal(process("/bin/sleep", "100"), 10, 10);
        hung.close();
        assertEquals(-1, hung.read(new byte[10]));
        assertTrue(hung.await() != 0);
    }

    private static String line(TerminalProcess terminal) throws IOException {
        StringBuilder line = new StringBuilder();
        byte[] one = new byte[1];
        while (!line.toString().endsWith("\n") && terminal.read(one) > 0) {
            line.append((char) one[0]);
        }
        return line.toString();
    }

    @Test
    void logIsReadWhileItIsWritten() throws IOException {
        Run run = start(shell("echo one; echo two >&2; sleep 0.2; echo three").spec());
        try (LogReader log = run.log()) {
            List<String> texts = new ArrayList<>();
            while (texts.size() < 3) {
                assertTrue(log.await(10_000));
                log.next(1).forEach(record -> texts.add(record.text()));
            }
            assertEquals(List.of("one", "two", "three"), texts);
            assertFalse(log.await(1));
        }
    }

    @Test
    void publishedPortsLeadIn() throws IOException {
        TestLaunch launch = launch("/bin/nc", "-l", "-p", "80", "-e", "/bin/cat");
        launch.ports = List.of(new PublishedPort("127.0.0.1", 0, 80));
        Run run = start(launch.spec());
        int port = run.ports().getFirst().hostPort();
        byte[] much = new byte[1 << 20];
        new Random(7).nextBytes(much);
        byte[] answer = new byte[0];
        // What listens in the container may not do so yet; then the connection is closed.
        for (int i = 0; i < 50 && answer.length == 0; i++) {
            answer = asked(port, much);
        }
        assertArrayEquals(much, answer);
        assertEquals(0, run.await());
        assertEquals(List.of(), run.ports());
    }

    /** What is answered to bytes by one who reads them all before. */
    private static byte[] asked(int port, byte[] bytes) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                Aside typing =
                        Aside.start(
                                "typing",
                                () -> {
                                    socket.getOutputStream().write(bytes);
                                    socket.shutdownOutput();
                                })) {
            byte[] answer = socket.getInputStream().readAllBytes();
            typing.join();
            return answer;
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Test
    void aTerminalInTheBackgroundNeedsConmon() throws IOException {
        assumeTrue(!usesConmon(), "conmon is there");
        TestLaunch launch = shell("exit 0");
        launch.tty = true;
        LaunchException e = assertThrows(LaunchException.class, () -> start(launch.spec()));
        assertEquals(125, e.exitCode());
        assertTrue(e.getMessage().contains("terminal"), e.getMessage());
    }
}
