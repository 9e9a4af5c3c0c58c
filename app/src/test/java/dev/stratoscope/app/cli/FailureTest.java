package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

class FailureTest {
    @TempDir private Path home = Path.of("");

    @Test
    void aMissingFileIsNamed() {
        fails("/nowhere/x.tar: there is no such file", "layers", "/nowhere/x.tar");
        fails("oci:/nowhere/x: there is no such file", "tree", "oci:/nowhere/x");
        fails(
                "nowhere: there is no such file, and no such image in the store",
                "layers",
                "nowhere");
        fails("store:x:1: there is no such image in the store", "layers", "store:x:1");
    }

    @Test
    void aFileThatIsNoImageIsRefused() throws IOException {
        Path text = Files.writeString(home.resolve("notes.txt"), "hello\n".repeat(500));
        fails(
                text + ": not an image: neither tar, gzip, zstd, bzip2 nor xz",
                "layers",
                text.toString());
        Path empty = Files.createFile(home.resolve("empty.tar"));
        fails(empty + ": the file is empty", "history", empty.toString());
        fails(
                home + ": holds no image: neither index.json nor manifest.json is in the folder",
                "inspect",
                home.toString());
    }

    @Test
    void aTruncatedArchiveIsOneLine() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(image()));
        for (int part = 1; part < 8; part++) {
            Path cut = home.resolve("cut.tar");
            Files.write(cut, Arrays.copyOf(whole, whole.length * part / 8));
            oneLine(cut.toString(), CommandLineRun.of("layers", cut.toString()));
        }
    }

    @Test
    void aDamagedGzipIsOneLine() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(image()));
        Path packed = home.resolve("draft.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(whole);
        }
        assertEquals(0, CommandLineRun.of("verify", packed.toString()).status());
        byte[] stored = Files.readAllBytes(packed);
        Files.write(packed, Arrays.copyOf(stored, stored.length - 20));
        oneLine(packed.toString(), CommandLineRun.of("tree", packed.toString()));
        stored[stored.length / 2] ^= 0x55;
        Files.write(packed, stored);
        oneLine(packed.toString(), CommandLineRun.of("tree", packed.toString()));
    }

    @Test
    void verifyTellsDamageAndFails() throws IOException {
        Path damaged = Path.of(image());
        byte[] bytes = Files.readAllBytes(damaged);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("find me");
        bytes[at] ^= 1;
        Files.write(damaged, bytes);
        CommandLineRun run = CommandLineRun.of("verify", damaged.toString());
        assertEquals(1, run.status());
        assertEquals("", run.err());
        assertTrue(
                run.out().matches("error    layer 0: .* is sha256:.*, not sha256:.*\n"), run.out());
        CommandLineRun json = CommandLineRun.of("verify", "--json", damaged.toString());
        assertEquals("error", json.json().get(0).get("severity").asText());
        assertEquals("layer 0", json.json().get(0).get("subject").asText());
    }

    @Test
    void wrongUsageIsTwoLinesAndStatusTwo() throws IOException {
        wrong("layers");
        wrong("layers", "--frobnicate", "x");
        wrong("cat", "x");
        wrong("tree", "x", "--layer", "-1");
        wrong("tree", "x", "--layer", "1", "--upto", "1");
        wrong("tree", "x", "y");
        wrong("nonsense", "x");
        wrong("layers", "x", "--platform", "wonderland");
        wrong("--size", "12", "x");
        wrong("--theme", "pink", "x");
    }

    @Test
    void aWordThatIsNoVerbIsNamed() {
        assertEquals(
                List.of("stratoscope: frob: there is no such command", "Try 'stratoscope --help'."),
                CommandLineRun.of("frob", "x.tar").err().lines().toList());
        assertTrue(CommandLineRun.of("--frob").err().contains("'--frob'"));
    }

    @Test
    void aStackTraceComesOnlyWithDebug() {
        CommandLineRun quiet = CommandLineRun.of("layers", "/nowhere/x.tar");
        assertEquals(1, quiet.err().lines().count());
        CommandLineRun loud = CommandLineRun.of("layers", "--debug", "/nowhere/x.tar");
        assertTrue(loud.err().contains("\tat dev.stratoscope."), loud.err());
    }

    @Test
    void exceptionsBecomeWords() {
        assertEquals("a: there is no such file", Failure.line(new NoSuchFileException("a"), "s"));
        assertEquals("a: permission denied", Failure.line(new AccessDeniedException("a"), "s"));
        assertEquals("s: cancelled", Failure.line(new InterruptedIOException("x"), "s"));
        assertEquals(
                "s: odd\\n", Failure.line(new UncheckedIOException(new IOException("odd\n")), "s"));
        assertEquals("s: IOException", Failure.line(new IOException(), "s"));
    }

    @Test
    void aClosedPipeEndsQuietly() throws IOException {
        OutputStream broken =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };
        assertEquals("0 ", runInto(broken));
        assertEquals("0 ", runInto(new PrintStream(broken)));
    }

    @Test
    void aFullDiskIsToldOf() throws IOException {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
        assertEquals(
                "1 stratoscope: standard output: No space left on device", runInto(full).strip());
    }

    private String runInto(OutputStream out) throws IOException {
        var err = new ByteArrayOutputStream();
        Windows none =
                new Windows() {
                    @Override
                    public int open(@Nullable String source, WindowOptions options) {
                        return 0;
                    }

                    @Override
                    public int picture(@Nullable String source, Path file, WindowOptions options) {
                        return 0;
                    }
                };
        int status = Cli.run(new String[] {"layers", image()}, out, new PrintStream(err), none);
        return status + " " + err.toString(StandardCharsets.UTF_8);
    }

    private String image() throws IOException {
        return new DraftImage()
                .step("COPY", DraftImage.layer().file("etc/motd", 0644, "find me".repeat(2000)))
                .step("RUN", DraftImage.layer().file("etc/more", 0644, "y".repeat(5000)))
                .writeTo(home);
    }

    private static void fails(String line, String... args) {
        CommandLineRun run = CommandLineRun.of(args);
        assertEquals("stratoscope: " + line + System.lineSeparator(), run.err());
        assertEquals(1, run.status());
        assertEquals("", run.out());
    }

    private static void oneLine(String source, CommandLineRun run) {
        assertEquals(1, run.status(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("stratoscope: " + source + ": "), run.err());
        assertEquals("", run.out());
    }

    private static void wrong(String... args) {
        CommandLineRun run = CommandLineRun.of(args);
        assertEquals(2, run.status(), run.err());
        assertEquals(2, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("stratoscope: "), run.err());
        assertEquals("", run.out());
    }
}
