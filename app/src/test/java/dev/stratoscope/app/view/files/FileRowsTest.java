package dev.stratoscope.app.view.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.Drafts;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;

final class FileRowsTest {
    @TempDir Path folder;
    private OpenImage image;

    @BeforeEach
    void makeImage() throws IOException {
        LayerDraft base =
                Drafts.layer()
                        .file("usr/lib/a.so", 0644, "x".repeat(100))
                        .file("usr/lib/b.so", 0644, "x".repeat(300))
                        .file("usr/readme", 0644, "x".repeat(7))
                        .file("zzz", 0644, "last");
        LayerDraft change =
                Drafts.layer().file("usr/lib/a.so", 0644, "y".repeat(150)).whiteout("zzz");
        ImageDraft draft =
                Drafts.of(
                        "demo/rows:1",
                        List.of(new Step("base", base.items()), new Step("RUN x", change.items())));
        try (Engine engine = Engine.open(folder, Clock.systemUTC())) {
            Path file = engine.write(draft, "rows.tar");
            image = engine.open(ImageSource.of(file), null, Progress.NONE);
        }
    }

    @Test
    void closedFoldersShowOnlyTheTop() throws IOException {
        assertEquals(List.of("usr", "zzz"), paths(rows(0, "")));
    }

    @Test
    void foldersComeFirstAndOpenedOnesShowTheirChildren() throws IOException {
        FileRows rows = rows(0, "");
        FileRows opened = rows.withOpen(rows.node(0), true);
        assertEquals(List.of("usr", "usr/lib", "usr/readme", "zzz"), paths(opened));
        assertEquals(1, opened.depth(1));
        assertEquals(List.of("usr", "zzz"), paths(opened.withOpen(rows.node(0), false)));
    }

    @Test
    void sizesAreTheSumsOfWhatIsInScope() throws IOException {
        FileRows whole = rows(0, "");
        assertEquals(407, whole.totalSize(whole.node(0)));
        FileRows layer = rows(image.timeline(2, Progress.NONE).only(1), "");
        assertEquals(150, layer.totalSize(layer.node(0)));
    }

    @Test
    void aDeletedPathHasTheSizeItHad() throws IOException {
        FileRows rows = rows(image.changes(1, Progress.NONE), "");
        FileRow gone = new FileRow(rows, rows.changes().find(ByteString.of("zzz")), 0);
        assertEquals(Kind.DELETED, gone.kind());
        assertEquals(rows.changes().totalBefore(gone.node()), gone.total());
        assertTrue(gone.total() > 0);
        assertEquals("was " + FileText.size(gone), FileText.spokenSize(gone));
        FileRow left = new FileRow(rows, rows.changes().find(ByteString.of("usr")), 0);
        assertEquals(FileText.size(left), FileText.spokenSize(left));
    }

    @Test
    void largestFirstWhenSortedBySize() throws IOException {
        FileRows rows =
                rows(0, "").withAllOpen(true).withOrder(new FileOrder(FileOrder.By.SIZE, true));
        assertEquals(
                List.of("usr", "usr/lib", "usr/lib/b.so", "usr/lib/a.so", "usr/readme", "zzz"),
                paths(rows));
    }

    @Test
    void changedOnlyKeepsChangesAndTheFoldersAboveThem() throws IOException {
        Changeset diff = image.changes(1, Progress.NONE);
        FileFilter filter = FileFilter.ALL.withUnchanged(false);
        FileRows rows = FilteredRows.of(diff, filter, new BitSet()).withAllOpen(true);
        assertEquals(List.of("usr", "usr/lib", "usr/lib/a.so", "zzz"), paths(rows));
        assertEquals(1, rows.count(Kind.MODIFIED));
        assertEquals(1, rows.count(Kind.DELETED));
        FileRows deleted =
                FilteredRows.of(diff, filter.withKinds(EnumSet.of(Kind.DELETED)), new BitSet());
        assertEquals(List.of("zzz"), paths(deleted));
    }

    @Test
    void aHitIsShownEvenBelowAFolderThatIsOpenInAClosedOne() throws IOException {
        Changeset diff = image.changes(0, Progress.NONE);
        BitSet open = new BitSet();
        open.set(diff.find(ByteString.of("usr/lib")));
        FileFilter filter = FileFilter.ALL.withText("b.s", FileFilter.Way.NAME);
        FileRows rows = FilteredRows.of(diff, filter, open);
        assertEquals(List.of("usr", "usr/lib", "usr/lib/b.so"), paths(rows));
        assertEquals(1, rows.matches());
    }

    @Test
    void aGlobWithASlashIsHeldAgainstPaths() throws IOException {
        assertEquals(
                List.of("usr", "usr/lib", "usr/lib/a.so", "usr/lib/b.so"),
                paths(rows(0, "usr/lib/*.so")));
    }

    @Test
    void aTextWithASlashIsSoughtInPaths() throws IOException {
        assertEquals(List.of("usr", "usr/lib"), paths(rows(0, "R/LIB")));
        assertEquals(List.of("usr", "usr/lib", "usr/lib/b.so"), paths(rows(0, "lib/b")));
        assertEquals(List.of("usr", "usr/lib", "usr/readme"), paths(rows(0, "/usr/")));
        assertEquals(List.of("usr", "usr/lib"), paths(rows(0, "/lib")));
        assertEquals(List.of(), paths(rows(0, "/ib")));
    }

    @Test
    void deletedPathsAreLeftOutWithTheirKind() throws IOException {
        FileFilter filter =
                FileFilter.ALL.withKinds(EnumSet.complementOf(EnumSet.of(Kind.DELETED)));
        Changeset changes = image.changes(1, Progress.NONE);
        assertEquals(List.of("usr"), paths(FilteredRows.of(changes, filter, new BitSet())));
        assertTrue(paths(rows(changes, "")).contains("zzz"));
    }

    private FileRows rows(int layer, String text) throws IOException {
        return rows(image.changes(layer, Progress.NONE), text);
    }

    private static FileRows rows(Changeset changes, String text) throws IOException {
        return FilteredRows.of(
                changes, FileFilter.ALL.withText(text, FileFilter.Way.NAME), new BitSet());
    }

    private static List<String> paths(FileRows rows) {
        List<String> paths = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            int node = rows.node(row);
            paths.add(rows.changes().path(node).toString());
        }
        return paths;
    }
}
