package dev.stratoscope.app.view.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.Drafts;
import dev.stratoscope.app.cli.TreeListing;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

final class FileCopyTest {
    private static final Instant TIME = Instant.parse("2026-01-31T00:00:00.5Z");

    private static final ByteString LATIN =
            ByteString.of("odd/caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

    @TempDir Path folder;
    private Engine engine;
    private OpenImage image;

    @BeforeEach
    void makeImage() throws IOException {
        LayerDraft base =
                new LayerDraft(TIME)
                        .directory("etc", 0755)
                        .file("etc/motd", 0644, "hello\n")
                        .file("etc/old", 0644, "old")
                        .symlink("conf", "/etc")
                        .hardLink("etc/second", "etc/motd")
                        .file("odd/\u202egpj.exe", 0644, "turned around")
                        .file("odd/two\nlines", 0644, "and a tab\t")
                        .item(new ImageDraft.Item(LATIN, Attributes.file(1), ByteString.of("x")));
        LayerDraft top =
                new LayerDraft(TIME)
                        .owner(1000)
                        .file("etc/motd", 0600, "changed\n")
                        .whiteout("etc/old");
        ImageDraft draft =
                Drafts.of(
                        "demo/copy:1",
                        List.of(new Step("base", base.items()), new Step("RUN x", top.items())));
        engine = Engine.open(folder, Clock.systemUTC());
        image = engine.open(ImageSource.of(engine.write(draft, "copy.tar")), null, Progress.NONE);
    }

    @AfterEach
    void close() throws IOException {
        image.close();
        engine.close();
    }

    @Test
    void jsonOfEveryRowIsTheLineOfTheCommandLine() throws IOException {
        for (int layer = 0; layer < 2; layer++) {
            Changeset changes = image.timeline(2, Progress.NONE).upTo(layer);
            Changeset own = image.timeline(2, Progress.NONE).only(layer);
            assertEquals(
                    sorted(listed(TreeListing.View.upTo(layer))),
                    sorted(copy(changes, node -> changes.after(node) != null).json() + "\n"));
            assertEquals(
                    sorted(listed(TreeListing.View.layer(layer))),
                    sorted(copy(own, own::contains).json() + "\n"));
        }
    }

    @Test
    void namesAreCopiedExactly() throws IOException {
        Changeset changes = image.timeline(2, Progress.NONE).upTo(1);
        int turned = changes.find(ByteString.of("odd/\u202egpj.exe"));
        FileCopy copy = new FileCopy(rows(changes), List.of(turned));
        assertEquals("/odd/\u202egpj.exe", copy.paths());
        assertEquals("\u202egpj.exe", copy.names());
        assertTrue(copy.json().contains("\\u202egpj.exe"), "JSON has it escaped, and so exactly");
        FileCopy latin = new FileCopy(rows(changes), List.of(changes.find(LATIN)));
        assertEquals("/odd/caf\\xe9", latin.paths());
        assertTrue(latin.json().contains("\"pathBytes\":\"b2RkL2NhZuk=\""));
    }

    @Test
    void textHasTheShownColumnsAfterTabs() throws IOException {
        Changeset changes = image.timeline(2, Progress.NONE).upTo(1);
        int motd = changes.find(ByteString.of("etc/motd"));
        int old = changes.find(ByteString.of("etc/old"));
        assertEquals(
                "/etc/motd\tmodified\t8 B\t+2 B\t-rw-------\tL1\n"
                        + "/etc/old\tdeleted\t3 B\t\u22123 B\t-rw-r--r--\tL1",
                new FileCopy(rows(changes), List.of(motd, old))
                        .table(
                                List.of(
                                        FileColumn.CHANGE,
                                        FileColumn.SIZE,
                                        FileColumn.GROWTH,
                                        FileColumn.MODE,
                                        FileColumn.LAYER),
                                FileText::numbers));
    }

    private String listed(TreeListing.View view) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TreeListing(image, view, false, Progress.NONE).writeJson(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static FileCopy copy(Changeset changes, IntPredicate wanted) {
        List<Integer> nodes = new ArrayList<>();
        for (int at = 1; at < changes.size(); at++) {
            if (wanted.test(at)) {
                nodes.add(at);
            }
        }
        return new FileCopy(rows(changes), nodes);
    }

    private static FileRows rows(Changeset changes) {
        return FileRows.of(new KeptKinds(changes, FileFilter.ALL), FileOrder.BY_NAME, new BitSet());
    }

    private static String sorted(String lines) {
        return lines.lines().sorted().collect(Collectors.joining("\n"));
    }
}
