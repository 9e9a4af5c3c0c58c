package dev.stratoscope.model.diff;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.Hiding;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

class BlameTest {
    @Test
    void everyLayerThatTouchedAPathIsNamedWithWhatItDid() throws IOException {
        assertEquals(
                List.of(
                        "0 ADDED",
                        "1 METADATA_ONLY",
                        "2 MODIFIED",
                        "3 DELETED WHITEOUT d/f WHITEOUT",
                        "5 ADDED",
                        "7 UNCHANGED"),
                touches(
                        "d/f",
                        layer().file("d/f", "one"),
                        layer().file("d/f", "one", 0600),
                        layer().file("d/f", "two", 0600),
                        layer().whiteout("d/f"),
                        layer().whiteout("d/f"),
                        layer().file("d/f", "three"),
                        layer().file("d/other", "beside it"),
                        layer().file("d/f", "three")));
    }

    @Test
    void aMarkOnAFolderAboveIsTheReason() throws IOException {
        assertEquals(
                List.of("0 ADDED", "1 DELETED WHITEOUT d WHITEOUT"),
                touches("d/e/f", layer().file("d/e/f", "x"), layer().whiteout("d")));
        assertEquals(
                List.of("0 ADDED", "1 DELETED OPAQUE d DIRECTORY"),
                touches("d/e/f", layer().file("d/e/f", "x"), layer().opaque("d")));
        assertEquals(
                List.of("0 ADDED", "1 DELETED OPAQUE  DIRECTORY"),
                touches("d/e/f", layer().file("d/e/f", "x"), layer().opaque("")));
    }

    @Test
    void whatReplacedAFolderAboveIsTheReasonWithItsNewType() throws IOException {
        assertEquals(
                List.of("0 ADDED", "1 DELETED REPLACED d FILE"),
                touches("d/e/f", layer().file("d/e/f", "x"), layer().file("d", "y")));
        assertEquals(
                List.of("0 ADDED", "1 DELETED REPLACED d/e SYMLINK"),
                touches("d/e/f", layer().file("d/e/f", "x"), layer().symlink("d/e", "/")));
        assertEquals(
                List.of("0 ADDED", "1 DELETED REPLACED d FIFO"),
                touches("d/f", layer().file("d/f", "x"), layer().special("d", EntryType.FIFO)));
    }

    @Test
    void aFolderRemovedAndMadeAnewHidesWhatWasInIt() throws IOException {
        assertEquals(
                List.of("0 ADDED", "1 DELETED WHITEOUT d DIRECTORY"),
                touches(
                        "d/f",
                        layer().file("d/f", "x"),
                        layer().whiteout("d").directory("d").file("d/g", "y")));
        assertEquals(
                List.of("0 ADDED", "1 DELETED REPLACED d DIRECTORY"),
                touches(
                        "d/f",
                        layer().file("d/f", "x"),
                        layer().file("d", "a file for a while").directory("d")));
    }

    @Test
    void aFileRemovedAndBroughtAnewByOneLayerStaysWithTheReason() throws IOException {
        assertEquals(
                List.of("0 ADDED", "1 MODIFIED WHITEOUT f FILE"),
                touches("f", layer().file("f", "old"), layer().file("f", "new").whiteout("f")));
        assertEquals(
                List.of("0 ADDED", "1 UNCHANGED OPAQUE d DIRECTORY"),
                touches("d/f", layer().file("d/f", "x"), layer().opaque("d").file("d/f", "x")));
    }

    @Test
    void aTypeChangeIsAModificationOfThePathItself() throws IOException {
        assertEquals(
                List.of("0 ADDED", "1 MODIFIED"),
                touches("d", layer().directory("d"), layer().symlink("d", "e")));
        assertEquals(
                List.of("0 ADDED", "1 MODIFIED"),
                touches("d", layer().file("d", "x"), layer().file("d/below", "y")));
    }

    @Test
    void aLayerThatOnlyPassesThroughAFolderDoesNotTouchIt() throws IOException {
        assertEquals(
                List.of("0 ADDED", "2 METADATA_ONLY"),
                touches(
                        "d",
                        layer().directory("d"),
                        layer().file("d/f", "x"),
                        layer().directory("d", 0700)));
        assertEquals(
                List.of("0 ADDED"),
                touches("d", layer().file("d/f", "x"), layer().file("d/g", "x")));
    }

    @Test
    void aHardLinkIsTheFileItNames() throws IOException {
        TestImage.Layer files = layer().file("a", "same").file("b", "other");
        assertEquals(
                List.of("0 ADDED", "1 UNCHANGED", "2 MODIFIED"),
                touches(
                        "a",
                        files,
                        layer().file("c", "same").hardLink("a", "c"),
                        layer().hardLink("a", "b")));
        Blame blame = blame("a", files, layer().hardLink("a", "b"));
        Touch link = blame.touches().getLast();
        assertEquals(5, link.size(), "the length of b, of the layer below");
        assertEquals(EntryType.HARDLINK, link.brought() == null ? null : link.brought().type());
        assertThrows(
                ImageFormatException.class, () -> blame("a", layer().hardLink("a", "nothing")));
    }

    @Test
    void aRemovalIsSeenFromBelowAndFromAbove() throws IOException {
        Blame blame =
                blame(
                        "f",
                        layer().file("f", "x"),
                        layer(),
                        layer().whiteout("f"),
                        layer(),
                        layer().file("f", "y"),
                        layer());
        for (int below = 0; below <= 3; below++) {
            Touch removal = blame.removalSeenFrom(below);
            assertNotNull(removal);
            assertEquals(2, removal.layer(), "from layer " + below);
            assertEquals(blame.touches().getFirst(), blame.before(removal));
            assertEquals(blame.touches().getLast(), blame.after(removal));
        }
        assertNull(blame.removalSeenFrom(4));
        assertTrue(blame.isVisible());
        assertNull(blame.before(blame.touches().getFirst()));
        assertNull(blame.after(blame.touches().getLast()));
        assertFalse(blame("f", layer().file("f", "x"), layer().whiteout("f")).isVisible());
    }

    @Test
    void aPathThatNoLayerHasWasTouchedByNone() throws IOException {
        Blame blame = blame("g", layer().file("f", "x"), layer().whiteout("g"));
        assertEquals(List.of(), blame.touches());
        assertFalse(blame.isVisible());
    }

    @Test
    void theRootIsTouchedByEntriesOfItsOwn() throws IOException {
        assertEquals(
                List.of("1 METADATA_ONLY", "2 UNCHANGED"),
                touches(
                        "",
                        layer().file("f", "x"),
                        layer().directory("./", 0700),
                        layer().directory("./", 0700).opaque("")));
    }

    private static List<String> touches(String path, TestImage.Layer... layers) throws IOException {
        return blame(path, layers).touches().stream().map(BlameTest::words).toList();
    }

    private static Blame blame(String path, TestImage.Layer... layers) throws IOException {
        return Blame.of(TestImage.of(layers).indexes(), ByteString.of(path));
    }

    private static String words(Touch touch) {
        Hiding hiding = touch.hiding();
        return touch.layer()
                + " "
                + touch.kind()
                + (hiding == null
                        ? ""
                        : " " + hiding.cause() + " " + hiding.at() + " " + hiding.now());
    }
}
