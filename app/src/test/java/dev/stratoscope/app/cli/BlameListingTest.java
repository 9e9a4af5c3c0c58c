package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class BlameListingTest {
    @TempDir private Path home = Path.of("");

    /** A file that is added, changed, removed and brought back, beside one removed for good. */
    private String image() throws IOException {
        return new DraftImage()
                .step(
                        "COPY base / # buildkit",
                        DraftImage.layer()
                                .directory("etc", 0755)
                                .file("etc/f", 0644, "one")
                                .file("lib/deep/gone", 0644, "x".repeat(1500))
                                .symlink("bin", "usr/bin"))
                .step("RUN /bin/sh -c edit # buildkit", DraftImage.layer().file("etc/f", 0600, "1"))
                .step(
                        "RUN remove",
                        DraftImage.layer().whiteout("etc/f").file("lib", 0644, "no folder"))
                .step("COPY f /etc/", DraftImage.layer().file("etc/f", 0644, "back"))
                .step("COPY f /etc/", DraftImage.layer().opaque("etc").file("etc/f", 0644, "new"))
                .writeTo(home);
    }

    @Test
    void touchesAreATableNewestFirst() throws IOException {
        assertEquals(
                List.of(
                        "LAYER     CHANGE          SIZE   OWNER     MODE         REASON            "
                                + "                         CREATED BY",
                        "4         M modified        3B   0:0       -rw-r--r--   hidden by etc/.wh."
                                + ".wh..opq, brought anew   COPY f /etc/",
                        "3         A added           4B   0:0       -rw-r--r--                     "
                                + "                         COPY f /etc/",
                        "2         D deleted          -   -         -            removed by etc/.wh"
                                + ".f                       RUN remove",
                        "1         M modified        1B   0:0       -rw-------                     "
                                + "                         RUN edit",
                        "0         A added           3B   0:0       -rw-r--r--                     "
                                + "                         COPY base /"),
                CommandLineRun.done("blame", image(), "/etc/f").lines());
    }

    @Test
    void jsonHasOneObjectATouchWithLayerAttributesAndReason() throws IOException {
        String source = image();
        List<JsonNode> rows = rows(CommandLineRun.done("blame", "--json", source, "etc//f/"));
        assertEquals(
                List.of("4 modified", "3 added", "2 deleted", "1 modified", "0 added"),
                rows.stream()
                        .map(row -> row.get("layer") + " " + row.get("change").asText())
                        .toList());
        JsonNode layer = CommandLineRun.done("layers", "--json", source).json().get(1);
        JsonNode edit = rows.get(3);
        assertEquals("etc/f", edit.get("path").asText());
        assertEquals(layer.get("digest"), edit.get("digest"));
        assertEquals(layer.get("diffId"), edit.get("diffId"));
        assertEquals("file", edit.get("type").asText());
        assertEquals(1, edit.get("size").asInt());
        assertEquals("0600", edit.get("mode").asText());
        assertEquals(0, edit.get("uid").asInt());
        assertEquals(0, edit.get("gid").asInt());
        assertEquals("2026-11-20T22:10:07Z", edit.get("mtime").asText());
        assertEquals("RUN /bin/sh -c edit # buildkit", edit.get("createdBy").asText());
        assertFalse(edit.has("reason"));
        assertEquals(
                "{\"cause\":\"whiteout\",\"path\":\"etc/f\",\"layer\":2}",
                rows.get(2).get("reason").toString());
        assertFalse(rows.get(2).has("size"), "a removal brings nothing");
        assertEquals("opaque", rows.get(0).get("reason").get("cause").asText());
    }

    @Test
    void aPathHiddenInTheFinalImageNamesWhatReplacedItsFolder() throws IOException {
        String source = image();
        List<String> lines = CommandLineRun.done("blame", source, "lib/deep/gone").lines();
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).contains("  lib became a file  "), lines.get(1));
        assertTrue(lines.get(2).contains("  1.5kB  "), lines.get(2));
        JsonNode reason =
                rows(CommandLineRun.done("blame", "--json", source, "lib/deep/gone"))
                        .getFirst()
                        .get("reason");
        assertEquals(
                "{\"cause\":\"replaced\",\"path\":\"lib\",\"layer\":2,\"type\":\"file\"}",
                reason.toString());
    }

    @Test
    void aLinkSaysWhereItLeads() throws IOException {
        JsonNode row = rows(CommandLineRun.done("blame", "--json", image(), "bin")).getFirst();
        assertEquals("symlink", row.get("type").asText());
        assertEquals("usr/bin", row.get("linkTarget").asText());
    }

    @Test
    void aPathThatNoLayerHasIsOneLine() throws IOException {
        String source = image();
        fails("nope: no layer has this path", source, "nope");
        fails("bin/sh: no layer has this path; bin is a symlink to usr/bin", source, "bin/sh");
        fails("../x: is no path in an image", source, "../x");
        fails("\"\": is no path in an image", source, "");
    }

    @Test
    void aPathMayBeWrittenAsListingsShowIt() throws IOException {
        String source =
                new DraftImage()
                        .step("COPY", DraftImage.layer().file("a\u001bb", 0644, "x"))
                        .writeTo(home);
        assertEquals(2, CommandLineRun.done("blame", source, "a\\x1bb").lines().size());
    }

    @Test
    void deletedRowsOfALayersTreeCarryTheReason() throws IOException {
        Map<String, JsonNode> rows =
                CommandLineRun.done("tree", "--json", "--layer", "2", image()).byPath();
        assertEquals("whiteout", rows.get("etc/f").get("reason").get("cause").asText());
        assertEquals(
                "{\"cause\":\"replaced\",\"path\":\"lib\",\"layer\":2,\"type\":\"file\"}",
                rows.get("lib/deep/gone").get("reason").toString());
        assertFalse(rows.get("lib").has("reason"), "it is there, as something else");
    }

    private static void fails(String message, String source, String path) {
        CommandLineRun run = CommandLineRun.of("blame", source, path);
        assertEquals("stratoscope: " + message + System.lineSeparator(), run.err());
        assertEquals(1, run.status());
        assertEquals("", run.out());
    }

    private static List<JsonNode> rows(CommandLineRun run) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : run.lines()) {
            rows.add(new JsonMapper().readTree(line));
        }
        return rows;
    }
}
