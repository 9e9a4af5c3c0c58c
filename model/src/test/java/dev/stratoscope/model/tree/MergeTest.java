package dev.stratoscope.model.tree;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;

/** What a stack of layers shows (image-spec, layer.md, "Applying Changesets"), one rule a test. */
class MergeTest {
    @Test
    void noLayersShowAnEmptyRoot() throws IOException {
        FileTree tree = FileTree.merge(List.of());
        assertEquals(1, tree.size());
        assertEquals(EntryType.DIRECTORY, tree.type(0));
        assertEquals(-1, tree.layer(0));
        assertEquals(0, tree.totals()[0]);
    }

    @Test
    void upperFileReplacesLowerFile() throws IOException {
        FileTree tree = merge(layer().file("f", "old"), layer().file("f", "newer"));
        assertEquals(List.of("f"), paths(tree));
        assertEquals(5, tree.fileSize(tree.find(ByteString.of("f"))));
        assertEquals(1, tree.layer(1));
    }

    @Test
    void whiteoutRemovesAPathOfLowerLayers() throws IOException {
        FileTree tree = merge(layer().file("d/a", "1").file("d/b", "2"), layer().whiteout("d/a"));
        assertEquals(List.of("d", "d/b"), paths(tree));
    }

    @Test
    void deletedDirectoryHidesLowerChildren() throws IOException {
        FileTree tree =
                merge(
                        layer().file("d/a", "1").file("d/e/f", "2").file("x", "3"),
                        layer().whiteout("d"),
                        layer().file("d/new", "4"));
        assertEquals(List.of("d", "d/new", "x"), paths(tree));
    }

    @Test
    void whiteoutOfNothingShowsNothing() throws IOException {
        assertEquals(List.of("f"), paths(merge(layer().file("f", "1"), layer().whiteout("gone"))));
        assertEquals(List.of(), paths(merge(layer().whiteout("gone"))));
    }

    @Test
    void whiteoutSparesAFileOfItsOwnLayerInEitherOrder() throws IOException {
        TestImage.Layer lower = layer().file("f", "old");
        for (TestImage.Layer upper :
                List.of(
                        layer().whiteout("f").file("f", "new!"),
                        layer().file("f", "new!").whiteout("f"))) {
            FileTree tree = merge(lower, upper);
            assertEquals(List.of("f"), paths(tree));
            assertEquals(4, tree.fileSize(1));
        }
    }

    @Test
    void whiteoutSparesAnythingOfItsNameInItsOwnLayerInEitherOrder() throws IOException {
        TestImage.Layer lower = layer().directory("f", 0700).file("f/old", "1");
        for (TestImage.Layer upper :
                List.of(
                        layer().whiteout("f").symlink("f", "x"),
                        layer().symlink("f", "x").whiteout("f"),
                        layer().whiteout("f").special("f", EntryType.FIFO),
                        layer().special("f", EntryType.FIFO).whiteout("f"))) {
            assertEquals(List.of("f"), paths(merge(lower, upper)));
        }
        for (TestImage.Layer upper :
                List.of(
                        layer().whiteout("f").directory("f", 0711).file("f/new", "2"),
                        layer().directory("f", 0711).whiteout("f").file("f/new", "2"),
                        layer().directory("f", 0711).file("f/new", "2").whiteout("f"))) {
            FileTree tree = merge(lower, upper);
            assertEquals(List.of("f", "f/new"), paths(tree));
            assertEquals(0711, mode(tree, "f"));
        }
    }

    @Test
    void whiteoutOfAParentSparesItsChildrenOfItsOwnLayerInEitherOrder() throws IOException {
        TestImage.Layer lower = layer().file("a/b/old", "1").file("a/c", "2");
        for (TestImage.Layer upper :
                List.of(
                        layer().whiteout("a").file("a/b/new", "3").whiteout("a/b/old"),
                        layer().file("a/b/new", "3").whiteout("a/c").whiteout("a"))) {
            assertEquals(List.of("a", "a/b", "a/b/new"), paths(merge(lower, upper)));
        }
    }

    @Test
    void anOpaqueMarkInAnUpperLayerDoesNotOutliveIt() throws IOException {
        FileTree tree =
                merge(
                        layer().file("d/a", "1"),
                        layer().file("d/b", "2").opaque("d"),
                        layer().file("d/c", "3"));
        assertEquals(List.of("d", "d/b", "d/c"), paths(tree));
    }

    @Test
    void whiteoutWithADirectoryOfItsOwnLayerHidesOnlyLowerChildren() throws IOException {
        FileTree tree =
                merge(
                        layer().directory("d", 0700).file("d/old", "1"),
                        layer().file("d/new", "2").whiteout("d"));
        assertEquals(List.of("d", "d/new"), paths(tree));
        assertEquals(0755, mode(tree, "d"), "a new directory, not the removed one's mode");
    }

    @Test
    void opaqueHidesLowerChildrenWhateverItsPlaceInTheTar() throws IOException {
        TestImage.Layer lower =
                layer().directory("d", 0700).file("d/old", "1").file("d/sub/f", "2");
        for (TestImage.Layer upper :
                List.of(
                        layer().opaque("d").file("d/new", "3"),
                        layer().file("d/new", "3").opaque("d"))) {
            FileTree tree = merge(lower, upper);
            assertEquals(List.of("d", "d/new"), paths(tree));
            assertEquals(0700, mode(tree, "d"), "opaque says nothing of the directory itself");
        }
    }

    @Test
    void opaqueRootHidesEverythingBelow() throws IOException {
        FileTree tree =
                merge(layer().file("a", "1").file("b/c", "2"), layer().opaque("").file("n", "3"));
        assertEquals(List.of("n"), paths(tree));
    }

    @Test
    void opaqueAlsoHidesLowerChildrenOfADirectoryOnlyImpliedByIt() throws IOException {
        FileTree tree =
                merge(
                        layer().directory("d/e", 0700).file("d/e/old", "1"),
                        layer().opaque("d").file("d/e/new", "2"));
        assertEquals(List.of("d", "d/e", "d/e/new"), paths(tree));
        assertEquals(0755, mode(tree, "d/e"), "the lower d/e is hidden with its mode");
    }

    @Test
    void fileReplacesDirectoryWithAllBelow() throws IOException {
        FileTree tree = merge(layer().file("d/a/b", "1"), layer().file("d", "now a file"));
        assertEquals(List.of("d"), paths(tree));
        assertEquals(EntryType.FILE, tree.type(1));
    }

    @Test
    void directoryReplacesFileAndSymlink() throws IOException {
        FileTree tree =
                merge(
                        layer().file("f", "1").symlink("l", "f"),
                        layer().directory("f", 0711).file("l/below", "2"));
        assertEquals(List.of("f", "l", "l/below"), paths(tree));
        assertEquals(0711, mode(tree, "f"));
        assertEquals(EntryType.DIRECTORY, tree.type(tree.find(ByteString.of("l"))));
    }

    @Test
    void directoryOverDirectoryKeepsChildrenAndTakesAttributes() throws IOException {
        FileTree tree =
                merge(
                        layer().directory("d", 0700).file("d/a", "1"),
                        layer().owner(7).directory("d", 0751));
        assertEquals(List.of("d", "d/a"), paths(tree));
        assertEquals(0751, mode(tree, "d"));
        assertEquals(7, tree.attributes(1).uid());
    }

    @Test
    void impliedDirectoriesAreShownAndKeepWhatALayerBelowSaid() throws IOException {
        FileTree tree =
                merge(layer().directory("d", 0700), layer().file("d/a", "1").file("e/b", "2"));
        assertEquals(0700, mode(tree, "d"));
        assertFalse(tree.isImplied(tree.find(ByteString.of("d"))));
        assertTrue(tree.isImplied(tree.find(ByteString.of("e"))));
        assertEquals(0755, mode(tree, "e"));
    }

    @Test
    void anImpliedDirectoryInPlaceOfAFileOfItsLayerForgetsTheLowerDirectory() throws IOException {
        FileTree tree =
                merge(
                        layer().directory("d", 0700).file("d/old", "1"),
                        layer().file("d", "2").file("d/new", "3"));
        assertEquals(List.of("d", "d/new"), paths(tree));
        assertEquals(0755, mode(tree, "d"));
    }

    @Test
    void rootTakesTheAttributesOfTheLastLayerThatNamesIt() throws IOException {
        FileTree tree =
                merge(
                        layer().directory("./", 0700),
                        layer().owner(3).directory(".", 0711).file("f", "1"),
                        layer().file("g", "2"));
        assertEquals(0711, tree.attributes(0).mode());
        assertEquals(3, tree.attributes(0).uid());
        assertFalse(tree.isImplied(0));
        assertEquals(List.of("f", "g"), paths(tree));
    }

    @Test
    void twoThousandLevelsAreNoProblem() throws IOException {
        String deep = "d/".repeat(2_000);
        FileTree tree = merge(layer().file(deep + "f", "1"), layer().file(deep + "g", "23"));
        assertEquals(2_003, tree.size());
        assertEquals(3, tree.totals()[0]);
        assertEquals(deep + "g", tree.path(2_002).toString());
        assertEquals(
                2_000,
                paths(merge(layer().file(deep + "f", "1"), layer().whiteout(deep + "f"))).size());
    }

    @Test
    void totalsCountFilesOnceAndSymlinksByTheirTarget() throws IOException {
        FileTree tree =
                merge(
                        layer().file("d/f", "12345").hardLink("d/g", "d/f").symlink("d/l", "f1"),
                        layer().hardLink("other", "d/f"));
        long[] totals = tree.totals();
        assertAll(
                () -> assertEquals(7, totals[0]),
                () -> assertEquals(7, totals[tree.find(ByteString.of("d"))]),
                () -> assertEquals(0, totals[tree.find(ByteString.of("other"))]));
    }

    @Test
    void markBelowAFileOfItsOwnLayerHidesNothingInEitherOrder() throws IOException {
        TestImage.Layer lower = layer().file("d/f", "old").file("l/f", "old");
        for (TestImage.Layer upper :
                List.of(
                        layer().whiteout("d/f").opaque("l").file("d", "x").symlink("l", "d"),
                        layer().file("d", "x").symlink("l", "d").whiteout("d/f").opaque("l"))) {
            FileTree tree = merge(lower, upper);
            assertEquals(List.of("d", "l"), paths(tree));
            assertEquals(EntryType.FILE, tree.type(1));
            assertEquals(EntryType.SYMLINK, tree.type(2));
        }
    }

    @Test
    void findTakesPathsLiterally() throws IOException {
        FileTree tree = merge(layer().file("d/f", "1").symlink("l", "d"));
        assertEquals(0, tree.find(ByteString.EMPTY));
        assertEquals(0, tree.find(ByteString.of("/")));
        assertTrue(tree.find(ByteString.of("/d//./f/")) > 0);
        assertEquals(-1, tree.find(ByteString.of("l/f")));
        assertEquals(-1, tree.find(ByteString.of("d/f/g")));
        assertEquals(-1, tree.find(ByteString.of("D")));
    }

    static FileTree merge(TestImage.Layer... layers) throws IOException {
        return TestImage.of(layers).tree();
    }

    /** All paths below the root, sorted. */
    static List<String> paths(FileTree tree) {
        TreeSet<String> paths = new TreeSet<>();
        for (int at = 1; at < tree.size(); at++) {
            paths.add(tree.path(at).toString());
        }
        return List.copyOf(paths);
    }

    private static int mode(FileTree tree, String path) {
        return tree.attributes(tree.find(ByteString.of(path))).mode();
    }
}
