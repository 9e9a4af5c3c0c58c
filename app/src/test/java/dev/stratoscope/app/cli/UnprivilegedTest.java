package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program as a user without any privilege runs it. The tests have to be root's, who alone can
 * become such a user.
 */
class UnprivilegedTest {
    private static final String NOBODY = "65534";

    @TempDir private Path folder = Path.of("");
    private Path home = Path.of("");
    private Path work = Path.of("");
    private String classes = "";

    @BeforeEach
    void makeRoomForNobody() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "not root");
        Peers.need("setpriv");
        open(folder);
        work = Files.createDirectory(folder.resolve("work"));
        Files.setAttribute(work, "unix:uid", Integer.parseInt(NOBODY));
        open(work);
        home = work.resolve("home");
        classes = classes(Files.createDirectory(folder.resolve("classes")));
    }

    private static void open(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Copies the program to where others can read it, as they cannot root's own folders. */
    private static String classes(Path to) throws IOException {
        List<String> copies = new ArrayList<>();
        String all =
                System.getProperty("jdk.module.path", "")
                        + File.pathSeparator
                        + System.getProperty("java.class.path");
        for (String one : all.split(File.pathSeparator, -1)) {
            String name = String.valueOf(Path.of(one).getFileName());
            if (one.isEmpty() || name.startsWith("javafx") || name.startsWith("junit")) {
                continue;
            }
            Path copy = to.resolve(copies.size() + "-" + name);
            copy(Path.of(one), copy);
            copies.add(copy.toString());
        }
        return String.join(File.pathSeparator, copies);
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.notExists(from)) {
            return;
        }
        try (Stream<Path> walked = Files.walk(from)) {
            for (Path path : walked.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                Files.copy(path, copy);
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    @Test
    void containersAreMadeChangedAndCommittedButNotStarted() throws Exception {
        Path image =
                Path.of(
                        new DraftImage()
                                .step(
                                        "COPY data /",
                                        DraftImage.layer()
                                                .file("data/old", 0644, "old")
                                                .file("data/other", 0644, "other"))
                                .writeTo(work.resolve("image")));
        open(image);
        Path file = Files.writeString(work.resolve("file"), "text");
        done("load", image.toString());
        done("create", "--name", "one", "demo/draft:1");
        done("cp", file.toString(), "one:/data/new");
        assertEquals("C /data\nA /data/new\n", done("changes", "one"));
        done("commit", "--path", "/data/new", "one", "some:1");
        assertEquals("text", done("cat", "some:1", "data/new"));
        String checked = done("verify", "some:1");
        assertTrue(checked.startsWith("no problems found"), checked);
        for (String[] start : List.of(new String[] {"start", "one"}, run())) {
            Said said = said(start);
            assertTrue(said.status() != 0, said.text());
            assertEquals(1, said.text().lines().count(), said.text());
            assertTrue(said.text().contains("needs root on Linux"), said.text());
        }
        assertTrue(Files.notExists(home.resolve("snapshots/layers/empty/fs/data")));
        done("rm", "one");
        for (String part : List.of("snapshots/active", "containers")) {
            try (Stream<Path> left = Files.list(home.resolve(part))) {
                assertTrue(left.noneMatch(one -> one.getFileName().toString().length() == 64));
            }
        }
    }

    private static String[] run() {
        return new String[] {"run", "demo/draft:1", "true"};
    }

    private String done(String... args) throws IOException, InterruptedException {
        Said said = said(args);
        assertEquals(0, said.status(), said.text());
        return said.text();
    }

    private record Said(int status, String text) {}

    private Said said(String... args) throws IOException, InterruptedException {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "setpriv",
                                "--reuid",
                                NOBODY,
                                "--regid",
                                NOBODY,
                                "--clear-groups",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classes,
                                "dev.stratoscope.app.Main",
                                "--home",
                                home.toString()));
        line.addAll(List.of(args));
        Process process =
                new ProcessBuilder(line).directory(work.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }
}
