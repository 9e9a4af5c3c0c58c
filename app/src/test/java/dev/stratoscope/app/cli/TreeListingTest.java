package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.ImageDraft.Item;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

class TreeListingTest {
    @TempDir private Path home = Path.of("");

    private String threeLayers() throws IOException {
        return new DraftImage()
                .step(
                        "COPY base /",
                        DraftImage.layer()
                                .directory("etc", 0755)
                                .file("etc/a", 0644, "one")
                                .file("etc/b", 0644, "two")
                                .file("etc/gone", 0644, "secret")
                                .directory("old", 0755)
                                .file("old/deep/x", 0644, "x"))
                .step(
                        "RUN change",
                        DraftImage.layer()
                                .file("etc/a", 0644, "ONE")
                                .file("etc/b", 0600, "two")
                                .whiteout("etc/gone")
                                .whiteout("old")
                                .file("new/f", 04755, "12345"))
                .step("RUN nothing", DraftImage.layer().file("new/f", 04755, "12345"))
                .writeTo(home);
    }

    @Test
    void aLayerShowsWhatItChangesAndWhatItDeletes() throws IOException {
        CommandLineRun run = CommandLineRun.done("tree", threeLayers(), "--layer", "1");
        assertEquals(
                List.of(
                        "M -rw-r--r--       0:0      3B 2026-11-20 22:10  etc/a",
                        "m -rw-------       0:0      3B 2026-11-20 22:10  etc/b",
                        "D -rw-r--r--       0:0      6B 2026-11-20 22:10  etc/gone",
                        "A drwxr-xr-x       0:0       - 1970-01-01 00:00  new/",
                        "A -rwsr-xr-x       0:0      5B 2026-11-20 22:10  new/f",
                        "D drwxr-xr-x       0:0       - 2026-11-20 22:10  old/",
                        "D drwxr-xr-x       0:0       - 1970-01-01 00:00  old/deep/",
                        "D -rw-r--r--       0:0      1B 2026-11-20 22:10  old/deep/x"),
                run.lines());
    }

    @Test
    void aLayerListsWhatItShipsUnchanged() throws IOException {
        Map<String, JsonNode> rows =
                CommandLineRun.done("tree", "--json", threeLayers(), "--layer", "2").byPath();
        assertEquals("unchanged", rows.get("new/f").get("change").asText());
        assertEquals(2, rows.get("new/f").get("layer").asInt());
        assertFalse(rows.containsKey("etc/a"));
    }

    @Test
    void theStackUpToALayerIsMarkedWithThatLayersChanges() throws IOException {
        Map<String, JsonNode> rows =
                CommandLineRun.done("tree", "--json", threeLayers(), "--upto", "1").byPath();
        assertEquals(List.of("etc", "etc/a", "etc/b", "new", "new/f"), List.copyOf(rows.keySet()));
        assertEquals("unchanged", rows.get("etc").get("change").asText());
        assertEquals("modified", rows.get("etc/a").get("change").asText());
        assertEquals("metadata", rows.get("etc/b").get("change").asText());
        assertEquals("added", rows.get("new/f").get("change").asText());
        assertEquals("4755", rows.get("new/f").get("mode").asText());
        assertTrue(rows.get("new").get("implied").asBoolean());
        assertEquals(0, rows.get("etc").get("layer").asInt());
    }

    @Test
    void theWholeImageIsTheStackUpToItsLastLayer() throws IOException {
        String source = threeLayers();
        assertEquals(
                CommandLineRun.done("tree", source, "--upto", "2").out(),
                CommandLineRun.done("tree", source).out());
    }

    @Test
    void anImageWithoutLayersHasNoFiles() throws IOException {
        String source = new DraftImage().step("CMD [\"sh\"]").writeTo(home);
        assertEquals("", CommandLineRun.done("tree", source).out());
        assertEquals("", CommandLineRun.done("tree", "--json", source).out());
        assertEquals("[]\n", CommandLineRun.done("layers", "--json", source).out());
    }

    @Test
    void hardLinksNameALiveNameAndHaveItsSizeAndDigest() throws IOException {
        String source =
                new DraftImage()
                        .step(
                                "COPY",
                                DraftImage.layer()
                                        .file("bin/perl", 0755, "perl!")
                                        .hardLink("bin/perl5", "bin/perl")
                                        .symlink("bin/p", "../bin/perl"))
                        .writeTo(home);
        Map<String, JsonNode> rows =
                CommandLineRun.done("tree", "--json", "--digest", source).byPath();
        JsonNode link = rows.get("bin/perl5");
        assertEquals("hardlink", link.get("type").asText());
        assertEquals("bin/perl", link.get("linkTarget").asText());
        assertEquals(5, link.get("size").asInt());
        assertEquals(rows.get("bin/perl").get("digest"), link.get("digest"));
        assertFalse(rows.get("bin/p").has("digest"));
        assertEquals("../bin/perl", rows.get("bin/p").get("linkTarget").asText());
        String text = CommandLineRun.done("tree", source).out();
        assertTrue(text.contains("  bin/perl5 link to bin/perl\n"), text);
        assertTrue(text.contains("  bin/p -> ../bin/perl\n"), text);
    }

    @Test
    void namesThatAreNotTextKeepTheirBytes() throws IOException {
        byte[] name = "d\u00ff/\u00e9".getBytes(StandardCharsets.ISO_8859_1);
        byte[] target = {'x', (byte) 0xfe};
        String source =
                new DraftImage()
                        .step(
                                "COPY",
                                item(
                                        ByteString.of(name),
                                        EntryType.SYMLINK,
                                        ByteString.of(target),
                                        0))
                        .writeTo(home);
        Map<String, JsonNode> rows = CommandLineRun.done("tree", "--json", source).byPath();
        JsonNode row = rows.get("d\ufffd/\ufffd");
        assertEquals(Base64.getEncoder().encodeToString(name), row.get("pathBytes").asText());
        assertEquals("x\ufffd", row.get("linkTarget").asText());
        assertEquals(
                Base64.getEncoder().encodeToString(target), row.get("linkTargetBytes").asText());
        String text = CommandLineRun.done("tree", source).out();
        assertTrue(text.endsWith("  d\\xff/\\xe9 -> x\\xfe\n"), text);
    }

    @Test
    void namesCannotCommandTheTerminal() throws IOException {
        String name = "a\u001b[2J\u202eb\n\u009b";
        String source =
                new DraftImage()
                        .step("COPY", DraftImage.layer().file(name, 0644, ""))
                        .writeTo(home);
        String text = CommandLineRun.done("tree", source).out();
        assertTrue(text.endsWith("  a\\x1b[2J\\u202eb\\n\\u009b\n"), text);
        CommandLineRun json = CommandLineRun.done("tree", "--json", source);
        assertTrue(json.out().contains("\"a\\u001b[2J\\u202eb\\n\\u009b\""), json.out());
        assertEquals(List.of(name), List.copyOf(json.byPath().keySet()));
    }

    @Test
    void devicesAndExtendedAttributesAreShown() throws IOException {
        Item device =
                item(ByteString.of("dev/null"), EntryType.CHARACTER_DEVICE, ByteString.EMPTY, 3);
        String source = new DraftImage().step("COPY", device).writeTo(home);
        JsonNode row = CommandLineRun.done("tree", "--json", source).byPath().get("dev/null");
        assertEquals("char", row.get("type").asText());
        assertEquals("1:3", row.get("rdev").asText());
        assertEquals("{\"user.a\":\"AP8=\"}", row.get("xattrs").toString());
        String text = CommandLineRun.done("tree", source).out();
        assertTrue(
                text.contains("crw-r--r--       7:8     1,3 2026-11-20 22:10  dev/null\n"), text);
    }

    @Test
    void treesMayBeTwoThousandLevelsDeep() throws IOException {
        String deep = "d/".repeat(2000) + "f";
        String source =
                new DraftImage()
                        .step("COPY", DraftImage.layer().file(deep, 0644, "x"))
                        .writeTo(home);
        Map<String, JsonNode> rows = CommandLineRun.done("tree", "--json", source).byPath();
        assertEquals(2001, rows.size());
        assertEquals(1, rows.get(deep).get("size").asInt());
        assertEquals("x", CommandLineRun.done("cat", source, deep).out());
    }

    @Test
    void siblingsAreInTheOrderOfTheirBytes() throws IOException {
        String source =
                new DraftImage()
                        .step(
                                "COPY",
                                DraftImage.layer()
                                        .file("b", 0644, "")
                                        .file("a.b", 0644, "")
                                        .file("a/z", 0644, "")
                                        .file("\u00e9", 0644, "")
                                        .file("B", 0644, ""))
                        .writeTo(home);
        assertEquals(
                List.of("B", "a", "a/z", "a.b", "b", "\u00e9"),
                List.copyOf(CommandLineRun.done("tree", "--json", source).byPath().keySet()));
    }

    private static Item item(ByteString path, EntryType type, ByteString link, long minor) {
        boolean device = type.isDevice();
        return new Item(
                path,
                new Attributes(
                        type,
                        0644,
                        7,
                        8,
                        "",
                        "",
                        0,
                        DraftImage.TIME.getEpochSecond(),
                        0,
                        link,
                        device ? 1 : 0,
                        minor,
                        device
                                ? Map.of("user.a", ByteString.of(new byte[] {0, (byte) 0xff}))
                                : Map.of()),
                ByteString.EMPTY);
    }
}
