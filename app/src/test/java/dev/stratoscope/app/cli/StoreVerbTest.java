package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class StoreVerbTest {
    @TempDir private Path home = Path.of("");
    @TempDir private Path elsewhere = Path.of("");

    @Test
    void anEmptyStoreListsNothingAndMakesNothing() throws IOException {
        Path fresh = home.resolve("fresh");
        assertEquals(
                "REPOSITORY   TAG       IMAGE ID   CREATED   SIZE\n",
                CommandLineRun.done("images", "--home", fresh.toString()).out());
        assertEquals(0, json("images", "--home", fresh.toString(), "--json").size());
        assertFalse(Files.exists(fresh));
    }

    @Test
    void imagesAreListedAsDockerListsThem() throws IOException {
        assertEquals("Loaded image: demo/draft:1\n", here("load", image("a")).out());
        assertEquals("", here("tag", "demo/draft:1", "localhost:5000/x/y:z").out());
        assertEquals("", here("tag", "demo/draft:1", "busy").out());
        String id = here("images", "-q").out().trim();
        assertEquals(12, id.length());
        List<List<String>> rows =
                here("images").lines().stream()
                        .map(line -> Arrays.asList(line.split(" {2,}", -1)))
                        .toList();
        assertEquals(List.of("REPOSITORY", "TAG", "IMAGE ID", "CREATED", "SIZE"), rows.get(0));
        assertEquals(4, rows.size());
        assertTrue(rows.contains(List.of("demo/draft", "1", id, "4 weeks ago", "1B")), "" + rows);
        assertTrue(rows.stream().anyMatch(row -> row.get(0).equals("localhost:5000/x/y")));
        assertTrue(
                rows.stream().anyMatch(row -> row.subList(0, 2).equals(List.of("busy", "latest"))));
        JsonNode listed = json("images", "--json", "--human=false");
        assertEquals(3, listed.size());
        assertEquals("sha256:" + id, listed.get(0).get("ID").asText().substring(0, 19));
        assertEquals("1", listed.get(0).get("Size").asText());
    }

    @Test
    void aStoredImageIsReadAsTheFileItCameFrom() throws IOException {
        String file = image("a");
        here("load", file);
        for (String verb : List.of("layers", "tree", "history", "verify")) {
            assertEquals(here(verb, file).out(), here(verb, "demo/draft:1").out(), verb);
        }
        assertEquals("a", here("cat", "demo/draft:1", "etc/x").out());
        String id = here("images", "-q").out().trim();
        assertEquals("a", here("cat", id, "etc/x").out());
    }

    @Test
    void whatIsSavedIsTheSameImageAndTwiceTheSameBytes() throws IOException {
        here("load", image("a"));
        String id = here("images", "-q", "--no-trunc").out();
        for (String format : List.of("docker-archive", "oci-archive", "oci")) {
            Path first = elsewhere.resolve(format + "-1");
            Path second = elsewhere.resolve(format + "-2");
            for (Path to : List.of(first, second)) {
                here("save", "demo/draft:1", "-o", to.toString(), "--format", format);
            }
            assertArrayEquals(bytes(first), bytes(second), format);
            Path other = elsewhere.resolve(format + "-home");
            assertEquals(
                    "Loaded image: demo/draft:1\n",
                    CommandLineRun.done("load", first.toString(), "--home", other.toString())
                            .out());
            assertEquals(
                    id,
                    CommandLineRun.done("images", "-q", "--no-trunc", "--home", other.toString())
                            .out());
            assertEquals(
                    here("tree", "demo/draft:1", "--json", "--digest").out(),
                    here("tree", first.toString(), "--json", "--digest").out());
        }
    }

    @Test
    void removingTellsWhatDockerTells() throws IOException {
        here("load", image("a"));
        String id = here("images", "-q", "--no-trunc").out().trim();
        here("tag", "demo/draft:1", "second:2");
        assertEquals("Untagged: demo/draft:1\n", here("rmi", "demo/draft:1").out());
        CommandLineRun missing = fails("rmi", "demo/draft:1");
        assertTrue(missing.err().contains("demo/draft:1"), missing.err());
        here("tag", "second:2", "third:3");
        assertTrue(fails("rmi", id).err().contains("several names: second:2, third:3"));
        assertEquals(
                "Untagged: second:2\nUntagged: third:3\nDeleted: " + id + "\n",
                here("rmi", "--force", id).out());
        assertEquals("", here("images", "-q").out());
    }

    @Test
    void whatCameBeforeARefusalIsDoneAndTold() throws IOException {
        here("load", image("a"));
        here("tag", "demo/draft:1", "second:2");
        CommandLineRun run = fails("rmi", "second:2", "nowhere:1", "demo/draft:1");
        assertEquals("Untagged: second:2\n", run.out());
        assertEquals(1, here("images", "-q").lines().size());
    }

    @Test
    void anImageThatLostItsNameIsDanglingUntilPruned() throws IOException {
        here("load", image("a"));
        here("load", image("b"));
        assertTrue(here("images").out().contains("<none>"));
        assertEquals(2, here("images", "-q").lines().size());
        List<String> pruned = here("prune").lines();
        assertEquals("Deleted Images:", pruned.get(0));
        assertTrue(pruned.getLast().startsWith("Total reclaimed space: "), "" + pruned);
        assertEquals(1, here("images", "-q").lines().size());
        assertEquals(0, json("prune", "--json").get("SpaceReclaimed").asLong());
    }

    @Test
    void anImageThatCannotBeReadIsNamedByImagesAndPrune() throws IOException {
        here("load", image("a"));
        JsonNode kept = json("images", "--json").get(0);
        String hex = kept.get("Digest").asText().substring("sha256:".length());
        Files.writeString(home.resolve("store/blobs/sha256").resolve(hex), "{}");
        for (String verb : List.of("images", "prune")) {
            CommandLineRun run = CommandLineRun.of(withHome(verb));
            assertEquals(0, run.status());
            assertEquals(1, run.err().lines().count(), run.err());
            assertTrue(run.err().startsWith("demo/draft:1: "), run.err());
        }
    }

    @Test
    void aNameThatLooksLikeATransportIsFoundInTheStore() throws IOException {
        here("load", image("a"));
        here("tag", "demo/draft:1", "oci:1.22");
        assertEquals("a", here("cat", "oci:1.22", "etc/x").out());
        assertTrue(fails("layers", "oci:9").err().contains("no such file, and no such image"));
    }

    @Test
    void wrongUseIsTold() throws IOException {
        for (String[] wrong :
                List.of(
                        new String[] {"save", "x"},
                        new String[] {"save", "-o", "f"},
                        new String[] {"save", "x", "-o", "f", "--format", "zip"},
                        new String[] {"tag", "x"},
                        new String[] {"rmi"},
                        new String[] {"load"},
                        new String[] {"prune", "x"})) {
            CommandLineRun run = CommandLineRun.of(wrong);
            assertEquals(2, run.status(), run.err());
            assertEquals(2, run.err().lines().count(), run.err());
        }
        here("load", image("a"));
        assertTrue(fails("tag", "demo/draft:1", "UPPER:1").err().contains("UPPER"));
        assertTrue(fails("tag", "none:1", "x:1").err().contains("none:1"));
        assertTrue(
                fails("save", "none:1", "-o", elsewhere.resolve("f") + "")
                        .err()
                        .contains("none:1"));
        assertTrue(fails("layers", "none:1").err().contains("none:1"));
    }

    /** One demo/draft:1 for each text. */
    private String image(String text) throws IOException {
        return new DraftImage()
                .step("COPY etc /", DraftImage.layer().file("etc/x", 0644, text))
                .writeTo(elsewhere.resolve(text));
    }

    private CommandLineRun here(String... args) {
        return CommandLineRun.done(withHome(args));
    }

    private CommandLineRun fails(String... args) {
        CommandLineRun run = CommandLineRun.of(withHome(args));
        assertEquals(1, run.status(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        return run;
    }

    private JsonNode json(String... args) throws IOException {
        return CommandLineRun.done(withHome(args)).json();
    }

    private String[] withHome(String... args) {
        if (List.of(args).contains("--home")) {
            return args;
        }
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--home", home.toString()));
        return all.toArray(String[]::new);
    }

    /** A file's bytes, or those of all files below a folder with their names. */
    private static byte[] bytes(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return Files.readAllBytes(path);
        }
        var all = new ByteArrayOutputStream();
        try (var files = Files.walk(path)) {
            for (Path file : files.sorted().filter(Files::isRegularFile).toList()) {
                all.writeBytes((path.relativize(file) + "\n").getBytes(StandardCharsets.UTF_8));
                all.writeBytes(Files.readAllBytes(file));
            }
        }
        return all.toByteArray();
    }
}
