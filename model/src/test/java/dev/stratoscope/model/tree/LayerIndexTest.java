package dev.stratoscope.model.tree;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One layer's entries: names, duplicates, marks and what one entry does to another. */
class LayerIndexTest {
    @Test
    void ofDuplicatesTheLastCountsAndIsTold() throws IOException {
        LayerIndex index = layer().file("f", "first").file("./f", "last!!").index();
        assertEquals(2, index.size());
        assertEquals(2, index.entries());
        assertEquals(6, index.fileSize(1));
        assertEquals(1, index.findings().size());
        assertTrue(index.findings().getFirst().toString().contains("f"));
    }

    @Test
    void manyDuplicatesAreToldInFewFindings() throws IOException {
        TestImage.Layer layer = layer();
        for (int i = 0; i < 1_000; i++) {
            layer.file("f", "x" + i);
        }
        assertTrue(layer.index().findings().size() <= 100);
        assertEquals(2, layer.index().size());
    }

    @Test
    void fileThenChildBecomesADirectory() throws IOException {
        LayerIndex index = layer().file("x", "1").file("x/y", "2").index();
        assertEquals(EntryType.DIRECTORY, index.type(1));
        assertEquals("x/y", index.path(2).toString());
        assertFalse(index.findings().isEmpty());
    }

    @Test
    void directoryThenFileLosesItsChildren() throws IOException {
        LayerIndex index = layer().file("x/y/z", "1").directory("x").file("x", "22").index();
        assertEquals(2, index.size());
        assertEquals(EntryType.FILE, index.type(1));
        assertEquals(2, index.contentSize());
    }

    @Test
    void directoryThenFileThenDirectoryHasOnlyWhatCameLast() throws IOException {
        LayerIndex index =
                layer().file("x/old", "1").file("x", "2").directory("x").file("x/new", "3").index();
        assertEquals(3, index.size());
        assertEquals("x/new", index.path(2).toString());
    }

    @Test
    void aDirectoryWipedAndFilledAgainIsThere() throws IOException {
        LayerIndex index = layer().file("x/d/old", "1").file("x", "2").file("x/d/new", "3").index();
        assertTrue(index.find(ByteString.of("x/d/new")) > 0, "x/d/new is lost");
        assertEquals(-1, index.find(ByteString.of("x/d/old")));
        assertTrue(index.isImplied(index.find(ByteString.of("x/d"))));
    }

    @Test
    void pathsAreCleaned() throws IOException {
        LayerIndex index = layer().file("//a//./b/", "1").file("./c/../d", "2").index();
        assertEquals("a/b", index.path(index.find(ByteString.of("a/b"))).toString());
        assertTrue(index.find(ByteString.of("d")) > 0);
        assertEquals(-1, index.find(ByteString.of("c")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..", "../x", "a/../../x", "/..", "a/b/../../../c", "", "a\0b", "../.wh.x"})
    void pathsThatLeaveTheRootOrNameNothingAreRefused(String path) {
        ImageFormatException e =
                assertThrows(ImageFormatException.class, () -> layer().file(path, "1").index());
        assertEquals(1, e.getMessage().lines().count());
        assertTrue(e.getMessage().chars().noneMatch(c -> c < ' '), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {".wh.", ".wh..", ".wh...", "d/.wh.", "d/.wh..", "d/.wh..."})
    void whiteoutsOfNothingAreRefused(String path) {
        assertThrows(ImageFormatException.class, () -> layer().file(path, "").index());
    }

    @Test
    void theRootCannotBecomeALinkOrFile() {
        assertThrows(ImageFormatException.class, () -> layer().symlink(".", "/etc").index());
        assertThrows(ImageFormatException.class, () -> layer().symlink("/", "/etc").index());
        assertThrows(ImageFormatException.class, () -> layer().hardLink("./", "a").index());
        assertThrows(ImageFormatException.class, () -> layer().file("a/..", "x").index());
    }

    @Test
    void namesAreBytesAndNeverFolded() throws IOException {
        byte[] latin = {'d', '/', (byte) 0xe9};
        LayerIndex index =
                layer().file("é", "nfc")
                        .file("e\u0301", "nfd")
                        .file("E", "1")
                        .file("e", "2")
                        .item(item(ByteString.of(latin)))
                        .index();
        assertEquals(7, index.size());
        int odd = index.find(ByteString.of(latin));
        assertEquals(ByteString.of(latin), index.path(odd));
        assertFalse(index.path(odd).isUtf8());
        assertEquals("E", index.name(1).toString(), "sorted by bytes");
    }

    @Test
    void marksAreKeptAsFlags() throws IOException {
        LayerIndex index =
                layer().whiteout("d/gone").opaque("e").whiteout("f").file("f", "1").index();
        int gone = index.find(ByteString.of("d/gone"));
        assertEquals(EntryType.WHITEOUT, index.type(gone));
        assertTrue(index.isWhiteout(gone));
        assertTrue(index.isOpaque(index.find(ByteString.of("e"))));
        assertTrue(index.isWhiteout(index.find(ByteString.of("f"))));
        assertEquals(EntryType.FILE, index.type(index.find(ByteString.of("f"))));
        assertEquals(4, index.entries());
    }

    @Test
    void contentAndTypeOfAWhiteoutDoNotMatter() throws IOException {
        LayerIndex index = layer().file(".wh.a", "some bytes").directory(".wh.b").index();
        assertEquals(EntryType.WHITEOUT, index.type(1));
        assertEquals(EntryType.WHITEOUT, index.type(2));
        assertEquals(0, index.contentSize());
    }

    @Test
    void aWhiteoutThatIsALinkIsAWhiteoutAndItsTargetNeverLookedAt() throws IOException {
        LayerIndex index =
                layer().symlink(".wh.a", "/etc/passwd")
                        .hardLink(".wh.b", "../../etc/passwd")
                        .hardLink("d/.wh..wh..opq", "missing")
                        .special(".wh.c", EntryType.FIFO)
                        .index();
        for (String path : List.of("a", "b", "c")) {
            int node = index.find(ByteString.of(path));
            assertEquals(EntryType.WHITEOUT, index.type(node), path);
            assertEquals(ByteString.EMPTY, index.attributes(node).link(), path);
        }
        assertTrue(index.isOpaque(index.find(ByteString.of("d"))));
        assertEquals(
                1,
                TestImage.of(layer().file("a", "1"), layer().symlink(".wh.a", "b")).tree().size());
    }

    @Test
    void aWhiteoutThatComesTwiceIsOne() throws IOException {
        LayerIndex index = layer().whiteout("a").whiteout("a").opaque("d").opaque("d").index();
        assertEquals(3, index.size());
        assertEquals(4, index.entries());
    }

    @Test
    void aufsLinkSourcesServeHardLinksOfUpperLayers() throws IOException {
        FileTree tree =
                TestImage.of(
                                layer().file(".wh..wh.plnk/77.5", "shared"),
                                layer().opaque("").hardLink("f", ".wh..wh.plnk/77.5"),
                                layer().hardLink("g", "f"))
                        .tree();
        assertEquals(3, tree.size());
        assertEquals(6, tree.fileSize(1));
        assertEquals(1, tree.linkTarget(2));
    }

    @Test
    void whatAufsKeptForItselfIsNotShown() throws IOException {
        FileTree tree =
                TestImage.of(
                                layer().directory(".wh..wh.plnk")
                                        .file(".wh..wh.aufs", "")
                                        .file("f", "1"))
                        .tree();
        assertEquals(2, tree.size());
        assertEquals(EntryType.FILE, tree.type(1));
    }

    @Test
    void aufsLinkSourcesStillServeHardLinks() throws IOException {
        FileTree tree =
                TestImage.of(
                                layer().directory(".wh..wh.plnk")
                                        .file(".wh..wh.plnk/77.5", "shared")
                                        .hardLink("f", ".wh..wh.plnk/77.5"))
                        .tree();
        assertEquals(2, tree.size());
        assertEquals(6, tree.fileSize(1));
    }

    @Test
    void limitsAreNamed() throws IOException {
        Limits one = Limits.DEFAULT.with("entries", 1).with("pathBytes", 10);
        LayerIndexBuilder builder = new LayerIndexBuilder(one);
        Attributes file = layer().file("x", "").items().getFirst().attributes();
        LimitException tooLong =
                assertThrows(
                        LimitException.class,
                        () -> builder.add(ByteString.of("12345678901"), file, 0, null, null));
        assertEquals("pathBytes", tooLong.limit());
        LimitException tooMany =
                assertThrows(
                        LimitException.class,
                        () -> builder.add(ByteString.of("b"), file, 0, null, null));
        assertEquals("entries", tooMany.limit());
        assertTrue(tooMany.getMessage().contains("entries"));
    }

    @Test
    void directoriesThatPathsImplyCountAsEntriesToo() {
        LayerIndexBuilder builder = new LayerIndexBuilder(Limits.DEFAULT.with("entries", 1_000));
        Attributes file = layer().file("x", "").items().getFirst().attributes();
        LimitException e =
                assertThrows(
                        LimitException.class,
                        () -> {
                            for (int i = 0; i < 100; i++) {
                                ByteString path = ByteString.of(i + "/d".repeat(1_000));
                                builder.add(path, file, 0, null, null);
                            }
                        });
        assertEquals("entries", e.limit());
    }

    @Test
    void attributesComeBackAsTheyWere() throws IOException {
        Attributes odd =
                new Attributes(
                        EntryType.CHARACTER_DEVICE,
                        07777,
                        1L << 40,
                        (1L << 31) + 5,
                        "ü",
                        "g".repeat(300),
                        0,
                        -5,
                        999_999_999,
                        ByteString.EMPTY,
                        511,
                        1 << 20,
                        Map.of("user.x", ByteString.of(new byte[] {0, -1, 10})));
        LayerIndex index =
                layer().file("z", "1")
                        .item(new ImageDraft.Item(ByteString.of("a"), odd, ByteString.EMPTY))
                        .index();
        assertEquals(odd, index.attributes(1));
        assertNotNull(index.digest(2));
        assertEquals(List.of(), index.findings());
    }

    private static ImageDraft.Item item(ByteString path) {
        ImageDraft.Item like = layer().file("x", "odd").items().getFirst();
        return new ImageDraft.Item(path, like.attributes(), like.content());
    }
}
