package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.stratoscope.model.ImageDraft.Item;
import dev.stratoscope.model.ImageDraft.LayerDraft;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class CompareTest {
    private static final Windows NO_WINDOWS =
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

    @TempDir private Path home = Path.of("");
    private String before = "";
    private String after = "";

    private static LayerDraft base() {
        return DraftImage.layer()
                .directory("etc", 0755)
                .file("etc/a", 0644, "one")
                .file("etc/b", 0644, "two")
                .file("etc/gone", 0644, "secret")
                .symlink("etc/link", "a")
                .file("lib/deep/tool", 0755, "x".repeat(1500));
    }

    private static DraftImage old() {
        return new DraftImage()
                .step("COPY base /", base())
                .step("ENV A=1")
                .step("RUN make", DraftImage.layer().file("out/made", 0644, "made"))
                .step("CMD [\"sh\"]");
    }

    /** A step in the middle, a later one made anew, and one value in the history. */
    private static DraftImage changed() {
        return new DraftImage()
                .step("COPY base /", base())
                .step("ENV A=2")
                .step(
                        "RUN edit",
                        DraftImage.layer()
                                .file("etc/a", 0644, "three")
                                .file("etc/b", 0600, "two")
                                .whiteout("etc/gone")
                                .symlink("etc/link", "b"))
                .step("RUN make", DraftImage.layer().owner(7).file("out/made", 0644, "made"))
                .step("CMD [\"sh\"]");
    }

    @BeforeEach
    void images() throws IOException {
        before = old().writeTo(Files.createDirectories(home.resolve("old")));
        after = changed().writeTo(Files.createDirectories(home.resolve("new")));
    }

    @Test
    void anImageIsEqualToItselfAndToItsTwin() throws IOException {
        String twin = old().writeTo(Files.createDirectories(home.resolve("twin")));
        for (String other : List.of(before, twin)) {
            CommandLineRun run = CommandLineRun.done("compare", before, other);
            assertEquals(
                    List.of(
                            "files    the same; 1.52kB",
                            "layers   2 the same",
                            "config   the same"),
                    run.lines());
            assertEquals("", CommandLineRun.done("compare", "--json", before, other).out());
        }
    }

    @Test
    void peopleAreToldTheSumThenLayersConfigAndFiles() {
        CommandLineRun run = CommandLineRun.of("compare", before, after);
        assertEquals("", run.err());
        assertEquals(1, run.status());
        assertEquals(
                List.of(
                        "files    2 modified, 2 metadata only, 1 deleted; 1.52kB -> 1.51kB (-4B)",
                        "layers   1 the same, 1 modified, 1 added",
                        "config   2 values differ",
                        "",
                        "LAYERS        OLD SIZE   NEW SIZE   MATCHED BY         CREATED BY",
                        "= L0   L0       1.51kB     1.51kB   same layer         COPY base /",
                        "A -    L1            -         9B   -                  RUN edit",
                        "M L1   L2           4B         4B   same instruction   RUN make",
                        "",
                        "CONFIG    KEY       OLD       NEW",
                        "history   1         ENV A=1   ENV A=2",
                        "history   2         -         RUN edit",
                        "",
                        "FILES  OLD      NEW      DIFF  LAYERS     PATH",
                        "M       3B       5B       +2B  L0   L1    etc/a",
                        "m       3B       3B         -  L0   L1    etc/b  mode 0644 -> 0600",
                        "D       6B        -       -6B  L0   -     etc/gone",
                        "M        -        -         -  L0   L1    etc/link  target a -> b",
                        "m       4B       4B         -  L1   L2    out/made  owner 0:0 -> 7:7"),
                run.lines());
    }

    @Test
    void foldersAndStepsByTimeAloneAreOnlyCounted() throws IOException {
        Instant later = DraftImage.TIME.plusSeconds(60);
        String touched =
                new DraftImage(later)
                        .step("COPY base /", base().item(folder("etc", later)))
                        .step("ENV A=1")
                        .step("RUN make", DraftImage.layer().file("out/made", 0644, "made"))
                        .step("CMD [\"sh\"]")
                        .writeTo(Files.createDirectories(home.resolve("later")));
        CommandLineRun run = CommandLineRun.of("compare", before, touched);
        assertEquals(1, run.status());
        assertEquals(
                List.of(
                        "files    1 folder by time alone; 1.52kB",
                        "layers   1 the same, 1 modified",
                        "config   1 value differs, 4 steps by time alone",
                        "",
                        "LAYERS        OLD SIZE   NEW SIZE   MATCHED BY         CREATED BY",
                        "M L0   L0       1.51kB     1.51kB   same instruction   COPY base /",
                        "= L1   L1           4B         4B   same layer         RUN make",
                        "",
                        "CONFIG    KEY       OLD                    NEW",
                        "other     created   2026-11-20T22:10:07Z   2026-11-20T22:11:07Z"),
                run.lines());
        List<JsonNode> rows = rows("compare", "--json", before, touched);
        assertEquals("etc", rows.getFirst().path("path").asText());
        assertEquals(4, rows.stream().filter(row -> isOf(row, "history")).count());
        CommandLineRun.done("compare", "--ignore", "mtime,order", before, touched);
    }

    private static Item folder(String path, Instant time) {
        return new LayerDraft(time).directory(path, 0755).items().getFirst();
    }

    private static boolean isOf(JsonNode row, String section) {
        return row.path("section").asText().equals(section);
    }

    @Test
    void jsonIsAnObjectALineThatSaysWhatItIsAbout() throws IOException {
        List<JsonNode> rows = rows("compare", "--json", before, after);
        assertEquals(
                List.of(
                        "file modified etc/a",
                        "file metadata etc/b",
                        "file deleted etc/gone",
                        "file modified etc/link",
                        "file metadata out/made",
                        "layer added null",
                        "layer modified null",
                        "history modified null",
                        "history added null"),
                rows.stream()
                        .map(
                                row ->
                                        row.path("section").asText()
                                                + " "
                                                + row.path("change").asText()
                                                + " "
                                                + row.path("path").asText(null))
                        .toList());
        JsonNode content = rows.get(0);
        assertEquals("[\"content\"]", content.path("differs").toString());
        assertEquals(3, content.at("/before/size").asInt());
        assertEquals(5, content.at("/after/size").asInt());
        assertEquals(0, content.at("/before/layer").asInt());
        assertEquals(1, content.at("/after/layer").asInt());
        assertTrue(content.at("/after/digest").asText().startsWith("sha256:"));
        assertEquals("[\"mode\"]", rows.get(1).path("differs").toString());
        assertEquals("0600", rows.get(1).at("/after/mode").asText());
        assertFalse(rows.get(1).at("/after").has("digest"));
        assertFalse(rows.get(2).has("after"));
        assertFalse(rows.get(2).has("differs"));
        assertEquals("[\"target\"]", rows.get(3).path("differs").toString());
        assertEquals("b", rows.get(3).at("/after/linkTarget").asText());
        assertEquals("[\"owner\"]", rows.get(4).path("differs").toString());
        assertEquals(1, rows.get(5).at("/after/index").asInt());
        assertEquals("same instruction", rows.get(6).path("reason").asText());
        assertEquals("RUN make", rows.get(6).at("/before/createdBy").asText());
        assertEquals(
                "{\"section\":\"history\",\"key\":\"1\",\"change\":\"modified\","
                        + "\"before\":\"ENV A=1\",\"after\":\"ENV A=2\"}",
                rows.get(7).toString());
    }

    @Test
    void swappingTheSidesSwapsTheKinds() throws IOException {
        Map<String, String> swapped = Map.of("added", "deleted", "deleted", "added");
        Map<String, String> there = changes("compare", "--json", before, after);
        Map<String, String> back = changes("compare", "--json", after, before);
        there.replaceAll((_, change) -> swapped.getOrDefault(change, change));
        assertEquals(there, back);
    }

    @Test
    void ownersTimesAndOrderCanBeIgnored() throws IOException {
        assertFalse(
                changes("compare", "--json", "--ignore", "owner", before, after)
                        .containsKey("out/made"));
        String made = changedOwner();
        String twin = old().writeTo(Files.createDirectories(home.resolve("twin")));
        assertEquals(1, CommandLineRun.of("compare", twin, made).status());
        assertEquals(1, CommandLineRun.of("compare", "--ignore", "mtime", twin, made).status());
        CommandLineRun.done("compare", "--ignore=owner,order", twin, made);
    }

    private String changedOwner() throws IOException {
        return new DraftImage()
                .step("COPY base /", base())
                .step("ENV A=1")
                .step("RUN make", DraftImage.layer().owner(9).file("out/made", 0644, "made"))
                .step("CMD [\"sh\"]")
                .writeTo(Files.createDirectories(home.resolve("owner")));
    }

    @Test
    void ofSingleLayersOnlyTheFilesAreCompared() throws IOException {
        CommandLineRun run =
                CommandLineRun.of("compare", after, after, "--layer-a", "0", "--layer-b", "1");
        assertEquals(1, run.status());
        assertEquals(
                "files    2 modified, 1 metadata only, 4 deleted, 1 folder by time alone;"
                        + " 1.51kB -> 9B (-1.5kB)",
                run.lines().getFirst());
        assertEquals("", run.lines().get(1));
        assertTrue(run.out().contains(" etc/link  target a -> b\n"), run.out());
        CommandLineRun.done("compare", before, after, "--layer-a", "0", "--layer-b", "0");
    }

    @Test
    void namesCannotCommandTheTerminal() throws IOException {
        String name = "a\u001b[2J\u202eb\n\u009b";
        String odd =
                new DraftImage()
                        .step("COPY \u001b[2J", DraftImage.layer().file(name, 0644, ""))
                        .writeTo(Files.createDirectories(home.resolve("odd")));
        CommandLineRun run = CommandLineRun.of("compare", before, odd);
        assertTrue(run.out().contains("  a\\x1b[2J\\u202eb\\n\\u009b\n"), run.out());
        assertFalse(run.out().contains("\u001b"));
        assertFalse(CommandLineRun.of("compare", "--json", before, odd).out().contains("\u001b"));
    }

    @Test
    void aMissingOrDamagedImageIsNamedOnOneLineWithStatusTwo() throws IOException {
        fails("/nowhere/a.tar: there is no such file", "/nowhere/a.tar", before);
        fails("/nowhere/b.tar: there is no such file", before, "/nowhere/b.tar");
        Path damaged = home.resolve("damaged.tar");
        byte[] bytes = Files.readAllBytes(Path.of(after));
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("three");
        bytes[at] ^= 1;
        Files.write(damaged, bytes);
        CommandLineRun run = CommandLineRun.of("compare", before, damaged.toString());
        assertEquals(2, run.status());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("stratoscope: " + damaged + ": "), run.err());
        assertEquals("", run.out());
    }

    @Test
    void aLayerThatIsNotThereIsNamedWithItsImage() {
        CommandLineRun run =
                CommandLineRun.of("compare", before, after, "--layer-a", "2", "--layer-b", "2");
        assertEquals(
                "stratoscope: " + before + ": layer 2: the image has layers 0 to 1",
                run.err().strip());
        assertEquals(2, run.status());
    }

    @Test
    void wrongUsageIsStatusTwo() {
        wrong("compare", before);
        wrong("compare", before, after, "--layer-a", "0");
        wrong("compare", before, after, "--ignore", "size");
        wrong("compare", before, after, "--platform-a", "wonderland");
        wrong("compare", before, after, "x");
    }

    @Test
    void aReaderThatStopsStillLearnsWhetherThereIsADifference() throws IOException {
        assertEquals("1 ", into("Broken pipe", before, after));
        assertEquals("0 ", into("Broken pipe", before, before));
        assertEquals(
                "2 stratoscope: standard output: No space left on device",
                into("No space left on device", before, after).strip());
    }

    private String into(String reason, String before, String after) {
        OutputStream broken =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException(reason);
                    }
                };
        var err = new ByteArrayOutputStream();
        int status =
                Cli.run(
                        new String[] {"compare", before, after},
                        broken,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        NO_WINDOWS,
                        CommandLineRun.CLOCK,
                        name -> home.resolve("home").toString());
        return status + " " + err.toString(StandardCharsets.UTF_8);
    }

    private static void fails(String line, String before, String after) {
        CommandLineRun run = CommandLineRun.of("compare", before, after);
        assertEquals("stratoscope: " + line + System.lineSeparator(), run.err());
        assertEquals(2, run.status());
        assertEquals("", run.out());
    }

    private static void wrong(String... args) {
        CommandLineRun run = CommandLineRun.of(args);
        assertEquals(2, run.status(), run.err());
        assertEquals(2, run.err().lines().count(), run.err());
    }

    private static Map<String, String> changes(String... args) throws IOException {
        return rows(args).stream()
                .filter(row -> row.has("path"))
                .collect(
                        Collectors.toMap(
                                row -> row.path("path").asText(),
                                row -> row.path("change").asText()));
    }

    private static List<JsonNode> rows(String... args) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : CommandLineRun.of(args).lines()) {
            rows.add(new JsonMapper().readTree(line));
        }
        return rows;
    }
}
