package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Containers of a small image with a static shell in it. Skipped where there is no such shell, no
 * runtime or no privilege.
 */
class ContainerVerbTest {
    private static final Path SHELL = Path.of("/bin/busybox");
    private static final InputStream STANDARD_INPUT = System.in;

    @TempDir private Path folder = Path.of("");
    private Path home = Path.of("");

    @BeforeEach
    void loadTheImage() throws IOException {
        assumeTrue(Files.isExecutable(SHELL), "no static shell, " + SHELL);
        assumeTrue(Files.exists(Path.of("/usr/sbin/runc")), "no runc");
        assumeTrue("root".equals(System.getProperty("user.name")), "not root");
        home = folder.resolve("home");
        Path image = image(folder);
        here("load", image.toString());
    }

    /** An archive of an image with that shell, some files and a command. */
    private static Path image(Path folder) throws IOException {
        var shell =
                DraftImage.layer()
                        .file("bin/busybox", 0755, ByteString.of(Files.readAllBytes(SHELL)));
        for (String name : List.of("sh", "cat", "touch", "rm", "mkdir", "chmod", "sleep", "id")) {
            shell.symlink("bin/" + name, "busybox");
        }
        return Path.of(
                new DraftImage()
                        .step("COPY shell /", shell)
                        .step(
                                "COPY files /",
                                DraftImage.layer()
                                        .file("etc/passwd", 0644, "root:x:0:0::/root:/bin/sh\n")
                                        .file("data/old", 0644, "old")
                                        .file("data/other", 0644, "other"))
                        .writeTo(folder.resolve("image")));
    }

    @AfterEach
    void removeContainers() throws IOException {
        if (Files.exists(home)) {
            for (JsonNode one : json("ps", "-a", "--json")) {
                CommandLineRun.of(withHome("rm", "-f", one.get("ID").asText()));
            }
        }
    }

    @Test
    void aCommandRunsAndItsContainerIsGone() throws IOException {
        CommandLineRun run = of("run", "--rm", "demo/draft:1", "sh", "-c", "echo hi; exit 3");
        assertEquals("hi\n", run.out(), run.err());
        assertEquals(3, run.status());
        assertEquals(0, json("ps", "-a", "--json").size());
    }

    @Test
    void whatCannotBeStartedIsToldByTheExitStatus() throws IOException {
        assertEquals(127, fails("run", "--rm", "demo/draft:1", "nowhere").status());
        assertEquals(126, fails("run", "--rm", "demo/draft:1", "/etc/passwd").status());
        for (String[] wrong :
                List.of(
                        new String[] {"run", "none:1"},
                        new String[] {"run", "-u", "nobody", "demo/draft:1"},
                        new String[] {"run", "-w", "/etc/passwd", "demo/draft:1"})) {
            CommandLineRun run = of(wrong);
            assertEquals(125, run.status(), run.err());
            assertEquals(1, run.err().lines().count(), run.err());
        }
        assertEquals(0, json("ps", "-a", "--json").size());
    }

    @Test
    void wrongUsageOfWhatEndsWithACommandsCodeEndsWithNoneOfThose() {
        for (String verb : List.of("run", "create", "exec")) {
            assertEquals(125, of(verb, "--bogus").status(), verb);
        }
        for (String verb : List.of("ps", "start", "commit", "cp")) {
            assertEquals(2, of(verb, "--bogus").status(), verb);
        }
    }

    @Test
    void bytesThatAreNoTextComeOutAsTheyAre() throws IOException {
        byte[] bytes = Files.readAllBytes(SHELL);
        for (String[] straight : new String[][] {{"run", "--rm"}, {"run", "--name", "one"}}) {
            List<String> words = new ArrayList<>(List.of(straight));
            words.addAll(List.of("demo/draft:1", "cat", "/bin/busybox"));
            assertArrayEquals(bytes, here(words.toArray(String[]::new)).bytes());
        }
        assertArrayEquals(bytes, here("logs", "one").bytes());
        assertArrayEquals(bytes, here("logs", "-f", "one").bytes());
    }

    @Test
    void signalsArePassedOnToTheContainer() throws Exception {
        String script = "trap 'exit 7' TERM; touch /ready; while :; do sleep 0.01; done";
        var run =
                CompletableFuture.supplyAsync(
                        () -> of("run", "--name", "one", "demo/draft:1", "sh", "-c", script));
        while (!of("changes", "one").out().contains("/ready\n")) {
            assertFalse(run.isDone(), "it ended by itself");
        }
        String self = Long.toString(ProcessHandle.current().pid());
        assertEquals(0, new ProcessBuilder("kill", "-TERM", self).start().waitFor());
        assertEquals(7, run.get(20, TimeUnit.SECONDS).status());
        assertEquals(7, state("one").get("ExitCode").asInt());
    }

    @Test
    void aTakenPortIsToldWithItsCureAndLeavesNothing() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = "127.0.0.1:" + taken.getLocalPort();
            CommandLineRun run = fails("run", "--rm", "-p", port + ":80", "demo/draft:1", "sh");
            assertEquals(125, run.status());
            String told = run.err();
            assertTrue(told.contains("port " + port + ": another program listens there"), told);
        }
        assertEquals(0, json("ps", "-a", "--json").size());
    }

    @Test
    void whatAContainerChangesIsListedAsDockerListsIt() throws IOException {
        here("run", "-d", "--name", "one", "demo/draft:1", "sh", "-c", change() + "; sleep 60");
        await("ready");
        assertEquals(
                List.of(
                        "C /data",
                        "A /data/new",
                        "D /data/old",
                        "A /made",
                        "A /made/x",
                        "A /ready"),
                here("changes", "one").lines());
        assertTrue(of("ps", "-q").out().length() > 12);
        assertEquals("new", here("exec", "one", "cat", "/data/new").out());
        assertEquals(127, fails("exec", "one", "nowhere").status());
        assertEquals(126, fails("exec", "one", "/etc/passwd").status());
        assertEquals(126, fails("exec", "-u", "nobody-there", "one", "id").status());
        assertTrue(fails("rm", "one").err().contains("runs; stop it first"));
        assertTrue(fails("rmi", "demo/draft:1").err().contains("is used by the container one"));
    }

    @Test
    void anImageOfChosenPathsHoldsThemOnly() throws IOException {
        here("run", "--name", "one", "demo/draft:1", "sh", "-c", change());
        here("commit", "-m", "all", "-c", "CMD [\"cat\", \"/data/new\"]", "one", "all:1");
        here("commit", "--path", "/data/old", "--path", "made/x", "one", "some:1");
        assertEquals(3, json("layers", "all:1", "--json").size());
        assertEquals("new", here("cat", "all:1", "data/new").out());
        assertTrue(fails("cat", "all:1", "data/old").err().contains("data/old"));
        assertEquals("", here("cat", "some:1", "made/x").out());
        assertTrue(fails("cat", "some:1", "data/old").err().contains("data/old"));
        assertTrue(fails("cat", "some:1", "data/new").err().contains("data/new"));
        assertTrue(here("verify", "all:1").out().startsWith("no problems found"));
        assertEquals("new", here("run", "--rm", "all:1").out());
        assertTrue(here("history", "all:1").out().contains("all"));
        assertTrue(fails("commit", "--path", "/bin/sh", "one").err().contains("did not change"));
        here("rm", "one");
        here("rmi", "demo/draft:1");
    }

    @Test
    void filesGoInAndOutWhetherItRunsOrNot() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        here("run", "-d", "--name", "one", "demo/draft:1", "sleep", "60");
        for (String when : List.of("running", "stopped")) {
            here("cp", file.toString(), "one:/data/" + when);
            Path out = folder.resolve("out-" + when);
            here("cp", "one:/data/" + when, out.toString());
            assertEquals("text", Files.readString(out), when);
            here("revert", "one", "/data/" + when);
            here("stop", "-t", "0", "one");
        }
        assertFalse(here("changes", "one").out().contains("A "), here("changes", "one").out());
    }

    @Test
    void aTarGoesOutAndInWithItsOwners() throws Exception {
        here("run", "-d", "--name", "one", "demo/draft:1", "sleep", "60");
        for (String when : List.of("running", "stopped")) {
            Path tar = Files.write(folder.resolve("tar"), here("cp", "one:/data", "-").bytes());
            assertEquals("data/\ndata/old\ndata/other\n", ran("tar -tf " + tar));
            String made = "mkdir -p in/deep && echo text >in/deep/file && ln -sf deep/file in/link";
            ran(made + " && chmod 640 in/deep/file && tar -cf in.tar --owner=7 --group=8 in");
            try (InputStream in = Files.newInputStream(folder.resolve("in.tar"))) {
                System.setIn(in);
                here("cp", "-", "one:/data");
            } finally {
                System.setIn(STANDARD_INPUT);
            }
            Path back = folder.resolve("back");
            Files.write(back, here("cp", "one:/data/in/.", "-").bytes());
            String listed = ran("tar -tvf " + back + " --numeric-owner");
            assertEquals(3, listed.lines().count(), listed);
            assertEquals(
                    List.of("drwxr-xr-x 7/8", "-rw-r----- 7/8", "lrwxrwxrwx 7/8"),
                    listed.lines().map(line -> line.substring(0, 14)).toList());
            assertEquals("text\n", ran("tar -xOf " + back + " deep/file"), when);
            here("revert", "one", "/data");
            here("stop", "-t", "0", "one");
        }
        assertTrue(fails("cp", "-", "one:/data/old").err().contains("is not a folder"));
        assertTrue(fails("cp", "one:/none", "-").err().contains("there is no such file"));
    }

    private String ran(String script) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("sh", "-c", script)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor(), printed);
        return printed;
    }

    @Test
    void aForkBeginsWithWhatTheOtherWrote() throws IOException {
        here("run", "--name", "one", "demo/draft:1", "sh", "-c", change());
        here("fork", "one", "two");
        assertEquals(here("changes", "one").out(), here("changes", "two").out());
        here("revert", "two", "/data");
        assertEquals(List.of("A /made", "A /made/x", "A /ready"), here("changes", "two").lines());
        assertEquals(6, here("changes", "one").lines().size());
    }

    @Test
    void namesStatesAndLogsAreKept() throws IOException {
        here("create", "--name", "one", "demo/draft:1", "sh", "-c", "echo hi; exit 4");
        assertEquals("created", state("one").get("State").asText());
        here("rename", "one", "two");
        assertTrue(fails("create", "--name", "two", "demo/draft:1").err().contains("two"));
        here("start", "two");
        assertEquals("4\n", here("wait", "two").out());
        assertEquals(4, state("two").get("ExitCode").asInt());
        assertEquals("hi\n", here("logs", "two").out());
        assertEquals("two", json("inspect", "two").get(0).get("Name").asText().substring(1));
        here("rm", "two");
        assertTrue(fails("logs", "two").err().contains("there is no such container"));
    }

    @Test
    void aDamagedRecordIsListedAndCanBeRemoved() throws IOException {
        String id = here("create", "--name", "one", "demo/draft:1").out().trim();
        Files.writeString(home.resolve("containers").resolve(id).resolve("container.json"), "{");
        JsonNode listed = json("ps", "-a", "--json").get(0);
        assertTrue(listed.get("Problem").asText().contains("not valid JSON"), "" + listed);
        here("rm", id.substring(0, 12));
        assertEquals(0, json("ps", "-a", "--json").size());
    }

    private static String change() {
        return "echo -n new >/data/new; rm /data/old; mkdir /made; touch /made/x /ready";
    }

    /** Waits until the container one wrote a file into its root. */
    private void await(String name) throws IOException {
        for (int i = 0; i < 200; i++) {
            if (here("changes", "one").out().contains("/" + name + "\n")) {
                return;
            }
        }
    }

    private JsonNode state(String name) throws IOException {
        for (JsonNode one : json("ps", "-a", "--json")) {
            if (one.get("Name").asText().equals(name)) {
                return one;
            }
        }
        throw new AssertionError(name);
    }

    private CommandLineRun of(String... args) {
        return CommandLineRun.of(withHome(args));
    }

    private CommandLineRun here(String... args) {
        CommandLineRun run = of(args);
        assertEquals("", run.err());
        assertEquals(0, run.status());
        return run;
    }

    private CommandLineRun fails(String... args) {
        CommandLineRun run = of(args);
        assertTrue(run.status() != 0, run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        return run;
    }

    private JsonNode json(String... args) throws IOException {
        return here(args).json();
    }

    /** The home comes first: what follows an image is the container's. */
    private String[] withHome(String... args) {
        List<String> all = new ArrayList<>(List.of("--home", home.toString()));
        all.addAll(List.of(args));
        return all.toArray(String[]::new);
    }
}
