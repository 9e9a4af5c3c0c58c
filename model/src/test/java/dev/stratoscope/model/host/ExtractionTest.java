package dev.stratoscope.model.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.Packing;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.Subtree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class ExtractionTest {
    @TempDir Path folder;

    private static TestImage.Layer layer() {
        return TestImage.layer();
    }

    @Test
    void aDestinationThatIsNotThereBecomesTheThing() throws IOException {
        Pulled image = Pulled.of(layer().directory("etc", 0750).file("etc/motd", "hello", 0640));
        image.extract("etc", folder.resolve("a"));
        image.extract("etc/motd", folder.resolve("b"));
        assertEquals(
                Map.of(".", "d 750 1700000000", "motd", Listing.of(folder).get("b")),
                Listing.of(folder.resolve("a")));
        assertEquals("hello", Files.readString(folder.resolve("b")));
        assertThrows(
                NoSuchFileException.class, () -> image.extract("etc", folder.resolve("no/where")));
    }

    @Test
    void aFolderTakesTheThingUnderItsOwnName() throws IOException {
        Pulled image = Pulled.of(layer().file("etc/motd", "hello").symlink("l", "etc/motd"));
        image.extract("etc", folder);
        image.extract("l", folder);
        assertEquals("hello", Files.readString(folder.resolve("etc/motd")));
        assertEquals(Path.of("etc/motd"), Files.readSymbolicLink(folder.resolve("l")));
    }

    @Test
    void theRootGoesStraightIntoAFolderThatKeepsItsAttributes() throws IOException {
        String before = Listing.of(folder).getOrDefault(".", "");
        Pulled.of(layer().directory("", 0500).file("a", "1")).extract("", folder);
        assertEquals("1", Files.readString(folder.resolve("a")));
        String mode = before.substring(0, before.lastIndexOf(' '));
        assertTrue(Listing.of(folder).getOrDefault(".", "").startsWith(mode));
    }

    @Test
    void foldersAreFilledAndFilesAndLinksReplaced() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "safe");
        Path to = Files.createDirectories(folder.resolve("to/d")).getParent();
        Files.writeString(to.resolve("d/mine"), "mine");
        Files.writeString(to.resolve("d/f"), "old");
        Files.createSymbolicLink(to.resolve("d/l"), outside);
        Files.createSymbolicLink(to.resolve("d/s"), outside);
        Pulled image =
                Pulled.of(
                        layer().directory("d", 0711)
                                .file("d/f", "new")
                                .file("d/l", "file")
                                .symlink("d/s", "elsewhere"));
        for (int i = 0; i < 2; i++) {
            image.extract("", to);
            assertEquals("mine", Files.readString(to.resolve("d/mine")));
            assertEquals("new", Files.readString(to.resolve("d/f")));
            assertTrue(Files.isRegularFile(to.resolve("d/l"), LinkOption.NOFOLLOW_LINKS));
            assertEquals(Path.of("elsewhere"), Files.readSymbolicLink(to.resolve("d/s")));
            assertEquals("safe", Files.readString(outside));
            assertEquals(5, Listing.of(to.resolve("d")).size(), "nothing is left over");
        }
    }

    @Test
    void whatIsInTheWayOfAFolderIsRefused() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path to = Files.createDirectory(folder.resolve("to"));
        Pulled image = Pulled.of(layer().file("d/f", "1").directory("d/e"));
        Files.createSymbolicLink(to.resolve("d"), outside);
        refused("a file or symbolic link is in the way of a folder", image, to);
        Files.delete(to.resolve("d"));
        Files.writeString(to.resolve("d"), "mine");
        refused("a file or symbolic link is in the way of a folder", image, to);
        assertEquals("mine", Files.readString(to.resolve("d")));
        refused("a file is in the way of a folder", image, to.resolve("d"));
        assertEquals(1, Listing.of(outside).size());
    }

    @Test
    void foldersMadeBeforeARefusalAreWhatTheyShouldBe() throws IOException {
        Path to = Files.createDirectory(folder.resolve("to"));
        Files.writeString(to.resolve("z"), "mine");
        Pulled image = Pulled.of(layer().directory("a", 0755).directory("z", 0755));
        refused("a file or symbolic link is in the way of a folder", image, to);
        assertEquals("d 755 1700000000", Listing.of(to).get("a"));
    }

    @Test
    void aFolderInTheWayOfAFileIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.createDirectories(folder.resolve("b"));
        refused("a folder is in the way of a file", Pulled.of(layer().file("a", "1")), folder);
        refused("a folder is in the way of a file", Pulled.of(layer().symlink("b", "x")), folder);
        assertEquals(3, Listing.of(folder).size());
    }

    private static void refused(String reason, Pulled image, Path destination) {
        var e = assertThrows(InTheWayException.class, () -> image.extract("", destination));
        assertEquals(reason, e.getReason());
    }

    @Test
    void readOnlyFoldersAreFilled() throws IOException {
        Pulled image =
                Pulled.of(layer().directory("d", 0555).directory("d/e", 0500).file("d/e/f", "1"));
        Extracted result = image.extract("", folder.resolve("to"));
        assertEquals(3, result.directories());
        Map<String, String> made = Listing.of(folder.resolve("to"));
        assertEquals("d 555 1700000000", made.get("d"));
        assertEquals("d 500 1700000000", made.get("d/e"));
        // So that whoever clears up after the test may go in.
        Clearing.in(folder);
    }

    @Test
    void namesOfOneFileStayNamesOfOneFile() throws IOException {
        Pulled image =
                Pulled.of(
                        layer().file("a/f", "1").file("b/g", "2"),
                        layer().hardLink("a/h", "a/f")
                                .hardLink("a/x", "b/g")
                                .hardLink("a/y", "b/g"));
        Path to = folder.resolve("to");
        Extracted result = image.extract("a", to);
        assertTrue(Files.isSameFile(to.resolve("f"), to.resolve("h")));
        assertTrue(Files.isSameFile(to.resolve("x"), to.resolve("y")));
        assertEquals("2", Files.readString(to.resolve("x")));
        assertEquals(List.of(2L, 2L), List.of(result.files(), result.hardLinks()));
        for (int i = 0; i < 2; i++) {
            image.extract("a", to);
            assertTrue(Files.isSameFile(to.resolve("a/f"), to.resolve("a/h")));
            assertEquals(5, Listing.of(to.resolve("a")).size(), "nothing is left over");
        }
    }

    @Test
    void namesThatTheDiskCannotGiveAreCopiesAndCounted() throws IOException {
        // The portable way gives a symbolic link no second name.
        Pulled image = Pulled.of(layer().symlink("s", "x").hardLink("t", "s"));
        Extracted result = portable(image, "", folder);
        assertEquals(Path.of("x"), Files.readSymbolicLink(folder.resolve("t")));
        assertEquals(List.of(2L, 0L), List.of(result.symlinks(), result.hardLinks()));
        assertEquals(Map.of(Extracted.Loss.HARD_LINKS, 1L), result.losses());
    }

    @Test
    void otherFailuresToLinkAreNoReasonToCopy() throws IOException {
        Pulled image = Pulled.of(layer().file("a", "1").file("b", "2").hardLink("c", "a"));
        Subtree files = image.files("");
        assertThrows(
                NoSuchFileException.class,
                () ->
                        Extraction.run(
                                files,
                                (entry, offset) -> {
                                    Files.deleteIfExists(folder.resolve("a"));
                                    return image.image().contents().open(entry, offset);
                                },
                                folder,
                                ExtractOptions.DEFAULT,
                                Progress.NONE));
        assertFalse(Files.exists(folder.resolve("c")));
    }

    @Test
    void specialBitsAreSetOnRequestOnly() throws IOException {
        Pulled image = Pulled.of(layer().file("su", "1", 04755).directory("tmp", 01777));
        Extracted plain = image.extract("", folder.resolve("plain"));
        image.extract("", folder.resolve("all"), new ExtractOptions(false, false, true));
        assertEquals(Map.of(Extracted.Loss.SPECIAL_BITS, 2L), plain.losses());
        assertTrue(Listing.of(folder.resolve("plain")).get("su").startsWith("f 755 "));
        assertTrue(Listing.of(folder.resolve("plain")).get("tmp").startsWith("d 777 "));
        assertTrue(Listing.of(folder.resolve("all")).get("su").startsWith("f 4755 "));
        assertTrue(Listing.of(folder.resolve("all")).get("tmp").startsWith("d 1777 "));
    }

    @Test
    void devicesAreLeftOutAndPipesMade() throws IOException {
        Pulled image =
                Pulled.of(
                        layer().special("null", EntryType.CHARACTER_DEVICE)
                                .hardLink("zero", "null")
                                .special("pipe", EntryType.FIFO));
        Extracted result = image.extract("", folder.resolve("to"));
        assertEquals(
                List.of(
                        new Extracted.Skipped(ByteString.of("null"), Extracted.Why.DEVICE),
                        new Extracted.Skipped(ByteString.of("zero"), Extracted.Why.DEVICE)),
                result.skipped());
        assertFalse(result.isIncomplete());
        assertEquals("p 600 1700000000", Listing.of(folder.resolve("to")).get("pipe"));
    }

    @Test
    void ownersThatCannotBeSetAreAnError() throws IOException {
        Pulled image = Pulled.of(layer().owner(12_345).file("f", "1"));
        ExtractOptions owners = new ExtractOptions(true, false, false);
        boolean root = (Integer) Files.getAttribute(folder, "unix:uid") == 0;
        if (root) {
            image.extract("f", folder.resolve("f"), owners);
            assertEquals(12_345, Files.getAttribute(folder.resolve("f"), "unix:uid"));
        } else {
            var e =
                    assertThrows(
                            FileSystemException.class,
                            () -> image.extract("f", folder.resolve("f"), owners));
            assertEquals("its owner cannot be set, which takes privilege", e.getReason());
            assertEquals(1, Listing.of(folder).size(), "nothing is left behind");
        }
        image.extract("f", folder.resolve("mine"));
        assertEquals(
                Files.getAttribute(folder, "unix:uid"),
                Files.getAttribute(folder.resolve("mine"), "unix:uid"));
    }

    @Test
    void aNameTheDiskCannotHaveIsLeftOut() throws IOException {
        String tooLong = "n".repeat(256);
        Extracted result =
                Pulled.of(
                                layer().file(tooLong, "1")
                                        .file("d/" + tooLong + "/f", "1")
                                        .file("f", "1"))
                        .extract("", folder.resolve("to"));
        assertEquals(2, result.skipped().size());
        assertTrue(result.isIncomplete());
        assertEquals("1", Files.readString(folder.resolve("to/f")));
    }

    @Test
    void anyDepthWillDo() throws IOException {
        String path = "d/".repeat(2_000) + "f";
        Path to = folder.resolve("to");
        Extracted result = Pulled.of(layer().file(path, "deep")).extract("", to);
        assertEquals(List.of(2_001L, 1L), List.of(result.directories(), result.files()));
        Directory at = Directory.open(to);
        for (int i = 0; i < 2_000; i++) {
            Directory next = at.directory(DirectoryContract.name("d"));
            at.close();
            at = next;
        }
        at.unlink(DirectoryContract.name("f"));
        at.close();
        Clearing.in(folder);
    }

    @Test
    void aLayerGivesOnlyWhatItShips() throws IOException {
        Pulled image =
                Pulled.of(
                        layer().file("d/low", "1").file("d/f", "old").file("g", "0"),
                        layer().file("d/f", "new").whiteout("g"),
                        layer().hardLink("d/h", "d/low"));
        Path to = folder.resolve("to");
        var second = image.image().shipped(1, Progress.NONE);
        image.image()
                .extract(Subtree.ofLayer(second, 0, 1), to, ExtractOptions.DEFAULT, Progress.NONE);
        assertEquals("new", Files.readString(to.resolve("d/f")));
        assertEquals(3, Listing.of(to).size());
        var third = image.image().shipped(2, Progress.NONE);
        image.image()
                .extract(
                        Subtree.ofLayer(third, 0, 2),
                        folder.resolve("third"),
                        ExtractOptions.DEFAULT,
                        Progress.NONE);
        assertEquals("1", Files.readString(folder.resolve("third/d/h")));
        assertEquals(3, Listing.of(folder.resolve("third")).size());
    }

    @Test
    void compressedLayersAreReadInWhateverOrderTheirFilesAreIn() throws IOException {
        TestImage image =
                TestImage.of(
                        layer().file("z", "1").file("y/b", "2").file("a", "3").hardLink("c", "z"),
                        layer().file("m", "4").file("b", ""));
        Path to = folder.resolve("to");
        Pulled.of(Packing.GZIP, image.tars()).extract("", to);
        assertEquals("1", Files.readString(to.resolve("z")));
        assertEquals("2", Files.readString(to.resolve("y/b")));
        assertEquals("3", Files.readString(to.resolve("a")));
        assertEquals("1", Files.readString(to.resolve("c")));
        assertEquals("4", Files.readString(to.resolve("m")));
        assertEquals("", Files.readString(to.resolve("b")));
    }

    @Test
    void thePortableWayMakesTheSame() throws IOException {
        Pulled image =
                Pulled.of(
                        layer().directory("d", 0555)
                                .file("d/f", "1", 0640)
                                .symlink("s", "../x")
                                .hardLink("d/h", "d/f"));
        Path one = Files.createDirectory(folder.resolve("one"));
        Path two = Files.createDirectory(folder.resolve("two"));
        for (int i = 0; i < 2; i++) {
            image.extract("d", one);
            image.extract("s", one);
            portable(image, "d", two);
            portable(image, "s", two);
            Map<String, String> expected = Listing.of(one);
            Map<String, String> actual = Listing.of(two);
            expected.remove(".");
            actual.remove(".");
            assertEquals(expected, actual);
            assertTrue(Files.isSameFile(two.resolve("d/f"), two.resolve("d/h")));
            for (Path d : List.of(one.resolve("d"), two.resolve("d"))) {
                try (Directory open = Directory.open(d)) {
                    open.chmod(0755);
                }
            }
        }
    }

    private static Extracted portable(Pulled image, String path, Path to) throws IOException {
        return Extraction.run(
                image.files(path),
                image.image().contents(),
                to,
                ExtractOptions.DEFAULT,
                Progress.NONE,
                NioDirectory::open);
    }
}
