package dev.stratoscope.model.tree;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.ImageFormatException;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Several names of one file, in a layer and across layers. */
class HardLinkTest {
    @Test
    void linkInItsLayerIsTheSameFile() throws IOException {
        FileTree tree = tree(layer().file("a", "hi").hardLink("d/b", "/a"));
        int link = at(tree, "d/b");
        assertEquals(EntryType.HARDLINK, tree.type(link));
        assertEquals(at(tree, "a"), tree.linkTarget(link));
        assertEquals(2, tree.fileSize(link));
        assertEquals(tree.digest(at(tree, "a")), tree.digest(link));
        assertTrue(tree.shown(at(tree, "a")).sameContent(tree.shown(link)));
    }

    @Test
    void linkReachesFilesOfLowerLayers() throws IOException {
        FileTree tree = tree(layer().file("a", "hi"), layer(), layer().hardLink("b", "./a"));
        assertEquals(at(tree, "a"), tree.linkTarget(at(tree, "b")));
        assertEquals(0, tree.entry(at(tree, "b")).layer());
    }

    @Test
    void linkKeepsTheFileItWasMadeOfWhenThatIsReplacedLater() throws IOException {
        FileTree tree =
                tree(
                        layer().file("a", "old"),
                        layer().hardLink("b", "a"),
                        layer().file("a", "newer"));
        assertEquals(3, tree.fileSize(at(tree, "b")));
        assertEquals(EntryType.FILE, tree.type(at(tree, "b")));
        assertEquals(5, tree.fileSize(at(tree, "a")));
    }

    @Test
    void theFirstNameLeftBecomesTheFile() throws IOException {
        FileTree tree =
                tree(
                        layer().file("a", "hi").hardLink("c", "a").hardLink("b", "a"),
                        layer().whiteout("a"));
        assertEquals(EntryType.FILE, tree.type(at(tree, "b")));
        assertEquals(-1, tree.linkTarget(at(tree, "b")));
        assertEquals(EntryType.HARDLINK, tree.type(at(tree, "c")));
        assertEquals(at(tree, "b"), tree.linkTarget(at(tree, "c")));
        assertEquals(2, tree.totals()[0]);
    }

    @Test
    void aNameLeftShowsItselfAsAFileAltogether() throws IOException {
        FileTree tree = tree(layer().file("a", "hi").hardLink("b", "a"), layer().whiteout("a"));
        Attributes said = tree.attributes(at(tree, "b"));
        assertEquals(EntryType.FILE, said.type());
        assertEquals(2, said.size());
        assertEquals(ByteString.EMPTY, said.link());
    }

    @Test
    void attributesOfALinkHaveTheSizeOfItsFile() throws IOException {
        FileTree tree = tree(layer().file("a", "hi").hardLink("b", "a"));
        assertEquals(2, tree.attributes(at(tree, "b")).size());
    }

    @Test
    void chainsInOneLayerLeadToOneFile() throws IOException {
        FileTree tree = tree(layer().file("a", "hi").hardLink("b", "a").hardLink("c", "b"));
        assertEquals(at(tree, "a"), tree.linkTarget(at(tree, "c")));
        FileTree backwards = tree(layer().file("z", "hi").hardLink("y", "z").hardLink("x", "y"));
        assertEquals(at(backwards, "z"), backwards.linkTarget(at(backwards, "x")));
    }

    @Test
    void longChainsInOneLayerLeadToOneFile() throws IOException {
        TestImage.Layer layer = layer().file("f999", "hi");
        for (int i = 998; i >= 900; i--) {
            layer.hardLink("f" + i, "f" + (i + 1));
        }
        FileTree tree = tree(layer);
        assertEquals(at(tree, "f999"), tree.linkTarget(at(tree, "f900")));
    }

    @Test
    void chainsThatEndInALowerLayerLeadThere() throws IOException {
        FileTree tree =
                tree(layer().file("a", "hi"), layer().hardLink("b", "a").hardLink("c", "b"));
        assertEquals(at(tree, "a"), tree.linkTarget(at(tree, "c")));
    }

    @Test
    void aChainNeverMistakesALowerFileForANameOfItsOwnLayer() throws IOException {
        FileTree tree =
                tree(
                        layer().file("a", "right").file("b", "wrong!"),
                        layer().hardLink("b", "a").hardLink("c", "b"));
        assertEquals(5, tree.fileSize(at(tree, "c")));
    }

    @Test
    void aLinkMadeBeforeItsTargetIsReplacedInTheSameLayerKeepsTheLowerFile() throws IOException {
        FileTree tree =
                tree(layer().file("a", "old"), layer().hardLink("b", "a").file("a", "newer"));
        assertEquals(3, tree.fileSize(at(tree, "b")));
    }

    @Test
    void linkSurvivesAWhiteoutOfItsTargetInItsOwnLayer() throws IOException {
        FileTree tree = tree(layer().file("a", "hi"), layer().hardLink("b", "a").whiteout("a"));
        assertEquals(2, tree.fileSize(at(tree, "b")));
        assertEquals(-1, tree.find(ByteString.of("a")));
    }

    @Test
    void linkToNothingIsRefusedByName() throws IOException {
        refused("b", layer().hardLink("b", "missing"));
        refused("b", layer().file("a", "1"), layer().whiteout("a"), layer().hardLink("b", "a"));
    }

    @Test
    void linkToItselfIsRefused() {
        refused("b", layer().hardLink("b", "./b"));
        refused("b", layer().hardLink("b", "c").hardLink("c", "b"));
    }

    @Test
    void linkToADirectoryIsRefused() {
        refused("b", layer().directory("d").hardLink("b", "d"));
        refused("b", layer().directory("d"), layer().hardLink("b", "d"));
        refused("b", layer().hardLink("b", "/"));
    }

    @Test
    void linkOutOfTheRootIsRefused() {
        refused("", layer().hardLink("b", "../etc/passwd"));
        refused("", layer().hardLink("b", "a/../../etc/passwd"));
    }

    @Test
    void allBrokenLinksOfALayerAreTold() {
        TestImage.Layer bad =
                layer().directory("d")
                        .hardLink("a", "d")
                        .file("b", "1")
                        .hardLink("c", "b")
                        .hardLink("b", "c")
                        .hardLink("e", "../etc/passwd");
        BrokenLinksException e = assertThrows(BrokenLinksException.class, bad::index);
        assertEquals(3, e.count());
        assertEquals(List.of("e", "a", "b"), e.findings().stream().map(Finding::subject).toList());
        assertTrue(e.getMessage().contains("2 more"), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    @Test
    void allLinksToThemselvesOrNothingAreToldOfTheWholeStack() {
        BrokenLinksException e =
                assertThrows(
                        BrokenLinksException.class,
                        () ->
                                tree(
                                        layer().hardLink("f", "f").directory("d"),
                                        layer().hardLink("g", "d").hardLink("h", "missing")));
        assertEquals(List.of("f", "g", "h"), e.findings().stream().map(Finding::subject).toList());
    }

    @Test
    void allLinksToNothingAreToldButNotEndlessly() {
        TestImage.Layer upper = layer();
        for (int i = 0; i < 1_000; i++) {
            upper.hardLink("b/" + i, "missing/" + i);
        }
        BrokenLinksException e =
                assertThrows(BrokenLinksException.class, () -> tree(layer().file("a", "1"), upper));
        assertEquals(1_000, e.count());
        assertEquals(20, e.findings().size());
        assertTrue(e.getMessage().contains("999 more"), e.getMessage());
    }

    @Test
    void aLinkToADeviceThatIsLeftAloneKeepsTheDevice() throws IOException {
        FileTree left =
                tree(
                        layer().special("p", EntryType.CHARACTER_DEVICE).hardLink("q", "p"),
                        layer().whiteout("p"));
        Attributes said = left.attributes(at(left, "q"));
        assertEquals(EntryType.CHARACTER_DEVICE, said.type());
        assertEquals(1, said.deviceMajor());
        assertEquals(3, said.deviceMinor());
    }

    @Test
    void linkToASymlinkIsOneMoreSymlinkAndNoFile() throws IOException {
        FileTree tree = tree(layer().symlink("l", "x").hardLink("m", "l"));
        assertNull(tree.entry(at(tree, "m")), "no bytes to read");
        assertNull(tree.digest(at(tree, "m")));
        FileTree left = tree(layer().symlink("l", "x").hardLink("m", "l"), layer().whiteout("l"));
        assertNotEquals(EntryType.FILE, left.type(at(left, "m")));
    }

    @Test
    void linkToAPipeIsNeverReadAsAFile() throws IOException {
        FileTree tree = tree(layer().special("p", EntryType.FIFO).hardLink("q", "p"));
        assertNull(tree.entry(at(tree, "q")));
    }

    @Test
    void linksAcrossManyLayersTakeLinearTime() {
        TestImage.Layer[] layers = new TestImage.Layer[60];
        layers[0] = layer().file("f0", "hi");
        for (int i = 1; i < layers.length; i++) {
            layers[i] = layer().hardLink("f" + i, "f" + (i - 1));
        }
        FileTree tree = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> tree(layers));
        assertEquals(at(tree, "f0"), tree.linkTarget(at(tree, "f59")));
    }

    @Test
    void manyLinksIntoALowerLayerTakeLinearTime() {
        TestImage.Layer lower = layer();
        TestImage.Layer upper = layer();
        for (int i = 0; i < 20_000; i++) {
            lower.file("a/" + i, "hi");
            upper.hardLink("b/" + i, "a/" + i);
        }
        FileTree tree = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> tree(lower, upper));
        assertEquals(40_003, tree.size());
    }

    private static void refused(String item, TestImage.Layer... layers) {
        ImageFormatException e =
                assertThrows(ImageFormatException.class, () -> TestImage.of(layers).tree());
        assertTrue(e.getMessage().contains(item), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    private static FileTree tree(TestImage.Layer... layers) throws IOException {
        return TestImage.of(layers).tree();
    }

    private static int at(FileTree tree, String path) {
        int at = tree.find(ByteString.of(path));
        assertTrue(at >= 0, path);
        return at;
    }
}
