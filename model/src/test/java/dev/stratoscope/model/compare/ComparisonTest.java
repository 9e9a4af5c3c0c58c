package dev.stratoscope.model.compare;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** What is told of two sides, and what is looked at. */
class ComparisonTest {
    @Test
    void onlyWhatDiffersAndTheFoldersAboveItAreHeld() throws IOException {
        TestImage.Layer base = layer().file("a/b/f", "1").file("a/c/g", "2").file("d/h", "3");
        Comparison found =
                compare(
                        Sides.of(base, layer().file("a/b/f", "old")),
                        Sides.of(base, layer().file("a/b/f", "newer").whiteout("d")));
        assertEquals(List.of("- ", "- a", "D d", "- a/b", "D d/h", "M a/b/f"), rows(found));
        assertEquals(new ChangeCounts(0, 1, 0, 2), found.counts());
        assertEquals(new ChangeCounts(0, 1, 0, 0), found.counts(at(found, "a")));
        assertEquals(2, found.difference(at(found, "a")));
        assertEquals(1, found.difference(0));
        assertEquals(5, found.totalBefore(0), "a/c/g counts too");
        assertEquals(6, found.total(0));
        assertEquals(3, found.paths());
        assertEquals(7, found.pathsBefore());
        assertEquals(5, found.pathsAfter());
        assertEquals(1, found.commonFiles(), "a/c/g");
        assertFalse(found.contains(at(found, "a")));
        assertTrue(found.leadsToContained(at(found, "a")));
    }

    @Test
    void layersOfBothSidesAreNotGoneThrough() throws IOException {
        TestImage.Layer base = layer();
        for (int i = 0; i < 1_000; i++) {
            base.file("usr/share/" + i, "text");
            base.file("etc/" + i, "text");
        }
        Side before = Sides.of(base, layer().file("etc/5", "1"));
        Side after = Sides.of(layer().file("etc/0/new", "3"), base, layer().file("etc/5", "2"));
        assertEquals(2, looked(before, Sides.of(base, layer().file("etc/5", "2"))));
        assertEquals(0, looked(before, Sides.twin(before)));
        assertTrue(looked(before, after) < 10, "a layer put below the others");
    }

    private static long looked(Side before, Side after) throws IOException {
        AtomicLong looked = new AtomicLong();
        Progress progress =
                new Progress() {
                    @Override
                    public Progress child(String what, long total) {
                        return this;
                    }

                    @Override
                    public void advance(long units) {
                        looked.addAndGet(units);
                    }
                };
        Comparison.of(before, after, Ignored.NOTHING, progress);
        return looked.get();
    }

    @Test
    void aHardLinkInACommonLayerToAnotherFileBelowDiffers() throws IOException {
        TestImage.Layer top = layer().directory("deep/er").hardLink("deep/er/link", "f");
        Comparison found =
                compare(
                        Sides.of(layer().file("f", "1"), top),
                        Sides.of(layer().file("f", "22"), top));
        assertEquals(List.of("- ", "- deep", "M f", "- deep/er", "M deep/er/link"), rows(found));
        assertEquals(1, found.difference(0));
    }

    @Test
    void aHardLinkInACommonLayerToTheSameBytesBelowDoesNotDiffer() throws IOException {
        TestImage.Layer top = layer().directory("d").hardLink("d/link", "f");
        Comparison found =
                compare(
                        Sides.of(layer().file("f", "1").file("g", "1"), top),
                        Sides.of(layer().file("f", "1").file("g", "2"), top));
        assertEquals(List.of("- ", "M g"), rows(found));
    }

    @Test
    void theNameThatIsLeftOfAFileCountsItsBytes() throws IOException {
        TestImage.Layer base = layer().file("a/f", "12345").hardLink("z/name", "a/f");
        Comparison found = compare(Sides.of(base), Sides.of(base, layer().whiteout("a/f")));
        assertEquals(List.of("- ", "- a", "- z", "D a/f", "- z/name"), rows(found));
        assertEquals(0, found.difference(0));
        assertEquals(-5, found.difference(at(found, "a")));
        assertEquals(5, found.difference(at(found, "z")));
        assertFalse(found.contains(at(found, "z/name")), "it says the same as before");
        assertEquals(EntryType.FILE, found.type(at(found, "z/name")));
    }

    @Test
    void allNamesOfAFileAreFoundInALayerThatWasMoved() throws IOException {
        TestImage.Layer linked = layer().file("a", "1").hardLink("b", "a");
        TestImage.Layer[] others = {layer().file("x", "1"), layer().file("y", "1")};
        Comparison found =
                compare(
                        Sides.of(linked, others[0], others[1]),
                        Sides.of(others[0], others[1], linked, layer().whiteout("a")));
        assertEquals(List.of("- ", "D a", "- b"), rows(found));
        assertEquals(0, found.difference(0));
    }

    @Test
    void namesOfAFileThatDoNotChangeAreNotHeld() throws IOException {
        Comparison found =
                compare(
                        Sides.of(layer().file("f", "1").hardLink("l", "f").file("x", "1")),
                        Sides.of(layer().file("f", "1").hardLink("l", "f").file("x", "2")));
        assertEquals(List.of("- ", "M x"), rows(found));
    }

    @Test
    void aLayerIsNumberedAsInItsImage() throws IOException {
        List<LayerIndex> old = TestImage.of(layer().file("f", "1").file("gone", "1")).indexes();
        List<LayerIndex> now = TestImage.of(layer().file("f", "2")).indexes();
        Comparison found = compare(Sides.of(3, old), Sides.of(7, now));
        int file = at(found, "f");
        assertEquals(7, found.layer(file));
        assertEquals(3, layerOf(found.before(file)));
        assertEquals(7, layerOf(found.after(file)));
        assertEquals(3, found.layer(at(found, "gone")));
        assertNull(found.hiding(at(found, "gone")));
        Entry written = found.asLayer().getLast().file();
        assertEquals(7, written == null ? -1 : written.layer());
    }

    private static int layerOf(@Nullable PathState state) {
        return state == null || state.entry() == null || state.entry().layer() != state.layer()
                ? -1
                : state.layer();
    }

    @Test
    void aFolderOfWhichOnlyTheTimeDiffersIsCountedApart() throws IOException {
        Side before = Sides.of(layer().time(1).directory("d").directory("e").file("d/f", "1"));
        Side after =
                Sides.of(
                        layer().time(2)
                                .directory("d")
                                .time(1)
                                .directory("e", 0700)
                                .file("d/f", "1"));
        Comparison found = compare(before, after);
        assertEquals(new ChangeCounts(0, 0, 2, 0), found.counts());
        assertEquals(1, found.timeOnlyDirectories());
        assertEquals(
                List.of("d"),
                IntStream.range(0, found.size())
                        .filter(found::isTimeOnlyDirectory)
                        .mapToObj(at -> found.path(at).toString())
                        .toList());
        Comparison timeless =
                Comparison.of(before, after, Ignored.NOTHING.withTimes(true), Progress.NONE);
        assertEquals(List.of("- ", "m e"), rows(timeless));
        assertEquals(0, timeless.timeOnlyDirectories());
    }

    @Test
    void ownersThatAreIgnoredDoNotDiffer() throws IOException {
        Side before = Sides.of(layer().owner(1).file("f", "1").file("g", "1"));
        Side after = Sides.of(layer().owner(2).file("f", "1").file("g", "2"));
        assertEquals(List.of("- ", "m f", "M g"), rows(compare(before, after)));
        assertEquals(
                List.of("- ", "M g"),
                rows(Comparison.of(before, after, new Ignored(false, true, false), Progress.NONE)));
    }

    @Test
    void aSideWithoutLayersIsEmpty() throws IOException {
        Comparison found = compare(Sides.of(), Sides.of(layer().file("d/f", "1")));
        assertEquals(List.of("- ", "A d", "A d/f"), rows(found));
        assertTrue(compare(Sides.of(), Sides.of()).isEmpty());
    }

    @Test
    void aRootOfAnotherModeIsADifference() throws IOException {
        Comparison found =
                compare(Sides.of(layer().directory(".")), Sides.of(layer().directory(".", 0700)));
        assertFalse(found.isEmpty());
        assertEquals(Kind.METADATA_ONLY, found.kind(0));
        assertEquals(0, found.paths());
    }

    @Test
    void aNameOfNoFileIsAnError() throws IOException {
        Side broken = Sides.of(layer().file("f", "1"), layer().hardLink("l", "missing"));
        assertThrows(ImageFormatException.class, () -> compare(broken, broken));
    }

    @Test
    void aComparisonCanBeCancelled() throws IOException {
        Side before = Sides.of(layer().file("f", "1"));
        Thread.currentThread().interrupt();
        try {
            assertThrows(InterruptedIOException.class, () -> compare(before, Sides.of()));
        } finally {
            Thread.interrupted();
        }
    }

    private static Comparison compare(Side before, Side after) throws IOException {
        return Comparison.of(before, after, Ignored.NOTHING, Progress.NONE);
    }

    private static int at(Comparison found, String path) {
        return found.find(ByteString.of(path));
    }

    private static List<String> rows(Comparison found) {
        List<String> rows = new ArrayList<>();
        for (int at = 0; at < found.size(); at++) {
            char letter = found.kind(at).letter();
            rows.add((letter == ' ' ? '-' : letter) + " " + found.path(at));
        }
        return rows;
    }
}
