package dev.stratoscope.model.diff;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The kinds of change, one a test. */
class TreeDiffTest {
    @Test
    void anEmptyTreeAgainstAnImageIsAllAdded() throws IOException {
        FileTree tree = tree(layer().file("d/a", "1"));
        TreeDiff diff = TreeDiff.between(FileTree.EMPTY, tree);
        assertEquals(List.of("A d", "A d/a"), rows(diff));
        assertEquals(2, diff.count(Kind.ADDED));
        assertEquals(List.of("D d", "D d/a"), rows(TreeDiff.between(tree, FileTree.EMPTY)));
    }

    @Test
    void otherBytesAreModifiedEvenOfOneLength() throws IOException {
        assertEquals(List.of("M f"), changes(layer().file("f", "abc"), layer().file("f", "abd")));
    }

    @Test
    void theSameBytesWrittenAgainAreUnchanged() throws IOException {
        assertEquals(List.of("  f"), changes(layer().file("f", "abc"), layer().file("f", "abc")));
    }

    @Test
    void modeOwnerTimeAloneAreMetadata() throws IOException {
        TestImage.Layer before = layer().file("f", "abc");
        assertEquals(List.of("m f"), changes(before, layer().file("f", "abc", 0600)));
        assertEquals(List.of("m f"), changes(before, layer().owner(1).file("f", "abc")));
        assertEquals(List.of("m f"), changes(before, layer().time(1).file("f", "abc")));
    }

    @Test
    void anotherTypeIsModified() throws IOException {
        assertEquals(List.of("M x"), changes(layer().file("x", "t"), layer().symlink("x", "t")));
        assertEquals(
                List.of("M x", "D x/y"), changes(layer().file("x/y", "1"), layer().file("x", "1")));
        assertEquals(
                List.of("M x", "A x/y"), changes(layer().file("x", "1"), layer().file("x/y", "1")));
    }

    @Test
    void anotherLinkTargetIsModified() throws IOException {
        assertEquals(List.of("M l"), changes(layer().symlink("l", "a"), layer().symlink("l", "b")));
    }

    @Test
    void anotherDeviceTypeIsModified() throws IOException {
        assertEquals(
                List.of("M n"),
                changes(
                        layer().special("n", EntryType.BLOCK_DEVICE),
                        layer().special("n", EntryType.CHARACTER_DEVICE)));
    }

    @Test
    void aHardLinkCountsAsTheFileItNames() throws IOException {
        assertEquals(
                List.of("  a", "  b"),
                changes(
                        layer().file("a", "same").hardLink("b", "a"),
                        layer().file("b", "same").hardLink("a", "b")));
        assertEquals(
                List.of("  a", "M b"),
                changes(layer().file("a", "1").file("b", "2"), layer().hardLink("b", "a")));
    }

    @Test
    void aHardLinkCountsAsWhatItNamesAlsoWhereThatIsNoRegularFile() throws IOException {
        TestImage.Layer before = layer().file("f", "text").symlink("s", "x").hardLink("t", "s");
        assertEquals(List.of("  f", "  s", "M t"), changes(before, layer().hardLink("t", "f")));
        assertEquals(List.of("M f", "  s", "  t"), changes(before, layer().hardLink("f", "s")));
        assertEquals(
                List.of("  f", "M s", "M t"),
                changes(before, layer().symlink("s", "y").hardLink("t", "s")));
        assertEquals(
                List.of("A p", "A q", "M s", "  t"),
                changes(
                        layer().symlink("s", "x").hardLink("t", "s"),
                        layer().special("p", EntryType.FIFO)
                                .hardLink("q", "p")
                                .hardLink("s", "p")));
    }

    @Test
    void aHardLinkSharedByTwoStacksIsComparedByTheFileBelow() throws IOException {
        LayerIndex link = layer().hardLink("b", "a").index();
        FileTree before = FileTree.merge(List.of(layer().file("a", "one").index(), link));
        FileTree after = FileTree.merge(List.of(layer().file("a", "two").index(), link));
        assertEquals(List.of("M a", "M b"), rows(TreeDiff.between(before, after)));
    }

    @Test
    void whiteoutsAndOpaquesAreDeletions() throws IOException {
        TestImage.Layer before = layer().file("d/a", "1").file("d/b", "2").file("e", "3");
        assertEquals(
                List.of("  d", "D d/a", "  d/b", "D e"),
                changes(before, layer().whiteout("d/a").whiteout("e")));
        assertEquals(
                List.of("  d", "D d/a", "D d/b", "A d/c", "  e"),
                changes(before, layer().opaque("d").file("d/c", "4")));
    }

    @Test
    void aPathWhoseTimeAloneDiffersHasOtherMetadata() throws IOException {
        TestImage.Layer before = layer().time(1).directory("d").directory("e").file("f", "1");
        TestImage.Layer after = layer().time(2).directory("d").directory("e", 0700).file("f", "1");
        assertEquals(List.of("m d", "m e", "m f"), rows(diff(before, after)));
    }

    @Test
    void theRootIsComparedButNotCounted() throws IOException {
        TreeDiff diff = diff(layer().directory(".", 0755), layer().directory(".", 0700));
        assertEquals(Kind.METADATA_ONLY, diff.kind(0));
        assertEquals(0, diff.count(Kind.METADATA_ONLY));
        assertEquals(1, diff.size());
    }

    @Test
    void aDeletedPathIsShownFromTheOldSide() throws IOException {
        TreeDiff diff = diff(layer().file("a", "1"), layer().whiteout("a"));
        assertSame(diff.before(), diff.side(1));
        assertEquals("a", diff.side(1).path(diff.sideNode(1)).toString());
    }

    @Test
    void namesAreCopiedAsManyAsThereIsRoomFor() throws IOException {
        TreeDiff diff = diff(layer().file("abc", "1").file("de", "2"), layer().file("f", "3"));
        byte[] names = new byte[5];
        int[] ends = new int[9];
        assertEquals(3, diff.copyNames(0, diff.size(), names, ends));
        assertArrayEquals(new int[] {0, 3, 5}, Arrays.copyOf(ends, 3));
        assertEquals("abcde", new String(names, StandardCharsets.UTF_8));
        assertEquals(1, diff.copyNames(3, 4, names, ends));
        assertEquals(2, diff.copyNames(1, 4, names, new int[2]));
        assertEquals(0, diff.copyNames(1, 4, new byte[2], ends));
    }

    private static FileTree tree(TestImage.Layer... layers) throws IOException {
        return TestImage.of(layers).tree();
    }

    private static TreeDiff diff(TestImage.Layer lower, TestImage.Layer upper) throws IOException {
        return TreeDiff.between(tree(lower), tree(lower, upper));
    }

    private static List<String> changes(TestImage.Layer lower, TestImage.Layer upper)
            throws IOException {
        return rows(diff(lower, upper));
    }

    private static List<String> rows(TreeDiff diff) {
        List<String> rows = new ArrayList<>();
        for (int at = 1; at < diff.size(); at++) {
            String path = diff.side(at).path(diff.sideNode(at)).toString();
            rows.add(path + "\0" + diff.kind(at).letter());
        }
        return rows.stream()
                .sorted()
                .map(row -> row.charAt(row.length() - 1) + " " + row.substring(0, row.length() - 2))
                .toList();
    }
}
