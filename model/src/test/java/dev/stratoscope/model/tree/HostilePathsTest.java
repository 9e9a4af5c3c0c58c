package dev.stratoscope.model.tree;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.image.ImageFormatException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Entries that mean to lead elsewhere: reliability.md, rows 4 to 9, 12, 16, 20 and 29. */
class HostilePathsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/tmp", "../..", ".", "..", "a", "a/b", "/"})
    void aSymlinkOnTheWayIsReplacedAndNeverFollowed(String target) throws IOException {
        assertEquals(
                List.of("a dir", "a/f file"), shown(layer().symlink("a", target).file("a/f", "1")));
        assertEquals(
                List.of("a dir", "a/f file", "b dir"),
                shown(layer().symlink("a", target), layer().file("a/f", "1").directory("b")));
    }

    @Test
    void twoSymlinksThatTogetherLeadOutAreOnlyText() throws IOException {
        assertEquals(
                List.of("a dir", "a/b dir", "a/b/f file"),
                shown(layer().symlink("a", ".").symlink("a/b", "..").file("a/b/f", "1")));
    }

    @Test
    void symlinksInACircleAreShown() throws IOException {
        assertEquals(
                List.of("a dir", "a/x file", "b symlink"),
                shown(layer().symlink("a", "b").symlink("b", "a"), layer().file("a/x", "1")));
    }

    @Test
    void aDirectoryThatBecomesASymlinkAndHasChildrenAfterwardsIsADirectory() throws IOException {
        TestImage.Layer layer =
                layer().directory("d").file("d/before", "1").symlink("d", "/tmp").file("d/f", "1");
        assertEquals(List.of("d dir", "d/f file"), shown(layer));
        assertFalse(layer.index().findings().isEmpty());
    }

    @Test
    void aWhiteoutThroughASymlinkHidesNothingElsewhere() throws IOException {
        TestImage.Layer lower = layer().file("real/f", "1").symlink("link", "real");
        assertEquals(List.of("link symlink", "real dir", "real/f file"), List.copyOf(shown(lower)));
        List<String> after = shown(lower, layer().whiteout("link/f"));
        assertEquals(true, after.contains("real/f file"), after.toString());
        assertEquals(true, shown(lower, layer().opaque("link")).contains("real/f file"));
    }

    @Test
    void aHardLinkDoesNotReachThroughASymlink() throws IOException {
        for (String target : List.of("link/f", "/link/f", "/etc/passwd", "../etc/passwd")) {
            TestImage.Layer layer =
                    layer().file("real/f", "1").symlink("link", "real").hardLink("h", target);
            assertThrows(ImageFormatException.class, () -> shown(layer), target);
        }
    }

    @Test
    void devicesAndPipesHaveNoContent() throws IOException {
        TestImage.Layer layer = layer();
        for (EntryType type :
                List.of(EntryType.CHARACTER_DEVICE, EntryType.BLOCK_DEVICE, EntryType.FIFO)) {
            layer.special("n" + type.code(), type);
        }
        FileTree tree = TestImage.of(layer).tree();
        for (int at = 1; at < tree.size(); at++) {
            assertNull(tree.entry(at));
            assertEquals(0, tree.fileSize(at));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\x", "NUL", "a:b", "..\\x", "a\\..\\..\\b", "x.", "x ", "CON.txt"})
    void namesThatMeanMoreOnWindowsAreNamesHere(String name) throws IOException {
        assertEquals(List.of(name + " file"), shown(layer().file(name, "1")));
    }

    private static List<String> shown(TestImage.Layer... layers) throws IOException {
        FileTree tree = TestImage.of(layers).tree();
        List<String> rows = new ArrayList<>();
        for (int at = 1; at < tree.size(); at++) {
            rows.add(tree.path(at) + " " + tree.type(at).word());
        }
        return rows.stream().sorted().toList();
    }
}
