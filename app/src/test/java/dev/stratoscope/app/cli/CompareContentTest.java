package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class CompareContentTest {
    @TempDir private Path home = Path.of("");
    private String before = "";
    private String after = "";

    private static String numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> i + "\n").collect(Collectors.joining());
    }

    @BeforeEach
    void images() throws IOException {
        before =
                new DraftImage()
                        .step(
                                "COPY",
                                DraftImage.layer()
                                        .file("etc/conf", 0644, "a=1\n" + numbers(0, 20) + "end")
                                        .file("etc/only", 0644, "x\n")
                                        .symlink("etc/link", "conf")
                                        .file("bin/tool", 0755, "\0\1\2\3"))
                        .writeTo(Files.createDirectories(home.resolve("old")));
        after =
                new DraftImage()
                        .step(
                                "COPY",
                                DraftImage.layer()
                                        .file(
                                                "etc/conf",
                                                0644,
                                                "a=\u001b2\n" + numbers(0, 20) + "end\n")
                                        .symlink("etc/link", "conf")
                                        .file("bin/tool", 0755, "\0\1\2\4"))
                        .writeTo(Files.createDirectories(home.resolve("new")));
    }

    @Test
    void theLinesOfAFileAreAUnifiedDifference() {
        CommandLineRun run = CommandLineRun.of("compare", before, after, "--content", "/etc/conf");
        assertEquals("", run.err());
        assertEquals(1, run.status());
        assertEquals(
                List.of(
                        "--- " + before + "  /etc/conf",
                        "+++ " + after + "  /etc/conf",
                        "@@ -1,4 +1,4 @@",
                        "-a=1",
                        "+a=\\x1b2",
                        " 0",
                        " 1",
                        " 2",
                        "@@ -19,4 +19,4 @@",
                        " 17",
                        " 18",
                        " 19",
                        "-end",
                        "\\ No newline at end of file",
                        "+end"),
                run.lines());
        String link = CommandLineRun.of("compare", before, after, "--content", "etc/link").out();
        assertTrue(link.contains("\n-a=1\n"), link);
    }

    @Test
    void jsonIsAnObjectForEachStretchOfLines() throws IOException {
        CommandLineRun run =
                CommandLineRun.of("compare", "--json", before, after, "--content", "etc/conf");
        assertEquals(2, run.lines().size());
        JsonNode first = new JsonMapper().readTree(run.lines().getFirst());
        assertEquals(
                "{\"section\":\"content\",\"path\":\"etc/conf\","
                        + "\"before\":{\"line\":1,\"lines\":[\"a=1\"]},"
                        + "\"after\":{\"line\":1,\"lines\":[\"a=\\u001B2\"]}}",
                first.toString());
    }

    @Test
    void aFileThatIsTheSameIsStatusZero() throws IOException {
        assertEquals(
                "", CommandLineRun.done("compare", before, before, "--content", "etc/conf").out());
    }

    @Test
    void aFileOfOneSideIsNewOrGone() {
        List<String> gone =
                CommandLineRun.of("compare", before, after, "--content", "etc/only").lines();
        assertEquals("+++ /dev/null", gone.get(1));
        assertEquals(List.of("@@ -1 +0,0 @@", "-x"), gone.subList(2, 4));
        List<String> added =
                CommandLineRun.of("compare", after, before, "--content", "etc/only").lines();
        assertEquals("--- /dev/null", added.getFirst());
        assertEquals(List.of("@@ -0,0 +1 @@", "+x"), added.subList(2, 4));
    }

    @Test
    void bytesThatAreNoTextAreToldInOneLine() {
        CommandLineRun run = CommandLineRun.of("compare", before, after, "--content", "bin/tool");
        assertEquals(1, run.status());
        assertTrue(run.lines().get(2).startsWith("the bytes differ: 4 bytes, "), run.out());
        assertEquals(3, run.lines().size());
    }

    @Test
    void aFileOfNeitherSideIsAnError() {
        CommandLineRun run = CommandLineRun.of("compare", before, after, "--content", "nope");
        assertEquals(2, run.status());
        assertEquals(
                "stratoscope: "
                        + before
                        + ", "
                        + after
                        + ": nope: there is no such file in the image",
                run.err().strip());
    }
}
