package dev.stratoscope.model.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/** What every {@link Directory} does. */
interface DirectoryContract {
    /** Opens a folder. */
    Directory open(Path folder) throws IOException;

    @Test
    default void makesFoldersAndEntersThem(@TempDir Path folder) throws IOException {
        try (Directory top = open(folder)) {
            top.makeDirectory(name("a"), 0700);
            try (Directory inner = top.directory(name("a"))) {
                inner.makeDirectory(name("b"), 0700);
            }
            assertThrows(
                    FileAlreadyExistsException.class, () -> top.makeDirectory(name("a"), 0700));
        }
        assertTrue(Files.isDirectory(folder.resolve("a/b")));
    }

    @Test
    default void entersNoLinkAndNoFile(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
        Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        Files.createFile(folder.resolve("file"));
        try (Directory top = open(folder)) {
            for (String each : new String[] {"link", "loop", "file"}) {
                assertThrows(NotDirectoryException.class, () -> top.directory(name(each)), each);
            }
            assertThrows(NoSuchFileException.class, () -> top.directory(name("none")));
        }
    }

    @Test
    default void opensALinkThatTheUserNamed(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("real"));
        try (Directory top = open(folder.resolve("link"))) {
            top.makeDirectory(name("a"), 0700);
        }
        assertTrue(Files.isDirectory(folder.resolve("real/a")));
        assertThrows(NoSuchFileException.class, () -> open(folder.resolve("none")).close());
        Files.createFile(folder.resolve("file"));
        assertThrows(NotDirectoryException.class, () -> open(folder.resolve("file")).close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "/", "/etc", "../x", "a\0b"})
    default void namesAreNoPaths(String text, @TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("a"));
        Files.createFile(folder.resolve("file"));
        ByteString bad = name(text);
        ByteString file = name("file");
        try (Directory top = open(folder)) {
            assertThrows(UnusableNameException.class, () -> top.directory(bad));
            assertThrows(UnusableNameException.class, () -> top.makeDirectory(bad, 0700));
            assertThrows(UnusableNameException.class, () -> top.create(bad, 0600));
            assertThrows(UnusableNameException.class, () -> top.symlink(bad, name("x")));
            assertThrows(UnusableNameException.class, () -> top.link(bad, top, file));
            assertThrows(UnusableNameException.class, () -> top.link(name("y"), top, bad));
            assertThrows(UnusableNameException.class, () -> top.unlink(bad));
            assertThrows(UnusableNameException.class, () -> top.rename(file, bad));
            assertThrows(UnusableNameException.class, () -> top.rename(bad, file));
            assertThrows(UnusableNameException.class, () -> top.chmod(bad, 0600));
            assertThrows(UnusableNameException.class, () -> top.touch(bad, 0, 0));
        }
    }

    @Test
    default void aNameThatIsTooLongIsSaidSo(@TempDir Path folder) throws IOException {
        try (Directory top = open(folder)) {
            top.create(name("n".repeat(255)), 0600).close();
            assertThrows(
                    UnusableNameException.class, () -> top.create(name("n".repeat(256)), 0600));
            assertThrows(
                    UnusableNameException.class,
                    () -> top.makeDirectory(name("n".repeat(256)), 0700));
        }
    }

    @Test
    default void filesAreWrittenWithHoles(@TempDir Path folder) throws IOException {
        byte[] bytes = "xhello".getBytes(StandardCharsets.US_ASCII);
        try (Directory top = open(folder);
                NewFile file = top.create(name("f"), 0600)) {
            file.write(3, bytes, 1, 5);
            file.truncate(10);
        }
        assertArrayEquals(
                "\0\0\0hello\0\0".getBytes(StandardCharsets.US_ASCII),
                Files.readAllBytes(folder.resolve("f")));
    }

    @Test
    default void nothingIsMadeThroughALink(@TempDir Path folder) throws IOException {
        Path target = folder.resolve("target");
        Files.createSymbolicLink(folder.resolve("link"), target);
        ByteString link = name("link");
        try (Directory top = open(folder)) {
            assertThrows(FileAlreadyExistsException.class, () -> top.create(link, 0600));
            assertThrows(FileAlreadyExistsException.class, () -> top.symlink(link, name("x")));
            assertThrows(FileAlreadyExistsException.class, () -> top.makeDirectory(link, 0700));
        }
        assertFalse(Files.exists(target));
        assertEquals(target, Files.readSymbolicLink(folder.resolve("link")));
    }

    @Test
    default void linksAreTextAndKeepTheirTarget(@TempDir Path folder) throws IOException {
        try (Directory top = open(folder)) {
            top.symlink(name("l"), name("../../no/where"));
        }
        assertEquals(Path.of("../../no/where"), Files.readSymbolicLink(folder.resolve("l")));
    }

    @Test
    default void aFileOfAnotherDiskGetsNoName(@TempDir Path folder) throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory));
        assumeFalse(Files.getFileStore(memory).equals(Files.getFileStore(folder)));
        Path file = Files.createTempFile(memory, "stratoscope", "test");
        try (Directory top = open(folder);
                Directory other = open(memory)) {
            ByteString there = name(file.getFileName().toString());
            assertThrows(NotSupportedException.class, () -> top.link(name("x"), other, there));
        } finally {
            Files.delete(file);
        }
    }

    @Test
    default void aFileGetsAnotherName(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("f"), "one");
        Files.createDirectory(folder.resolve("d"));
        try (Directory top = open(folder);
                Directory inner = top.directory(name("d"))) {
            inner.link(name("g"), top, name("f"));
            assertThrows(
                    FileAlreadyExistsException.class, () -> inner.link(name("g"), top, name("f")));
            assertThrows(NoSuchFileException.class, () -> inner.link(name("h"), top, name("none")));
        }
        assertTrue(Files.isSameFile(folder.resolve("f"), folder.resolve("d/g")));
    }

    @Test
    default void renamingReplacesFilesAndLinksButNoFolder(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("outside"), "safe");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("outside"));
        Files.createDirectory(folder.resolve("empty"));
        try (Directory top = open(folder)) {
            top.create(name("new"), 0600).close();
            assertThrows(InTheWayException.class, () -> top.rename(name("new"), name("empty")));
            top.rename(name("new"), name("link"));
        }
        assertTrue(Files.isDirectory(folder.resolve("empty")));
        assertTrue(Files.isRegularFile(folder.resolve("link"), LinkOption.NOFOLLOW_LINKS));
        assertEquals("safe", Files.readString(folder.resolve("outside")));
    }

    @Test
    default void removesNamesButNoFolder(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("outside"), "safe");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("outside"));
        Files.createDirectory(folder.resolve("empty"));
        try (Directory top = open(folder)) {
            top.unlink(name("link"));
            assertThrows(IOException.class, () -> top.unlink(name("empty")));
            assertThrows(NoSuchFileException.class, () -> top.unlink(name("link")));
        }
        assertTrue(Files.isDirectory(folder.resolve("empty")));
        assertEquals("safe", Files.readString(folder.resolve("outside")));
    }

    @Test
    default void attributesAreSetOnWhatIsOpen(@TempDir Path folder) throws IOException {
        try (Directory top = open(folder)) {
            top.makeDirectory(name("d"), 0700);
            try (NewFile file = top.create(name("f"), 0600);
                    Directory inner = top.directory(name("d"))) {
                file.chmod(0467);
                file.touch(-5, 0);
                inner.chmod(0750);
                inner.touch(1_000_000_000, 0);
            }
        }
        Path file = folder.resolve("f");
        assertEquals(
                "r--rw-rwx", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(Instant.ofEpochSecond(-5), Files.getLastModifiedTime(file).toInstant());
        Path inner = folder.resolve("d");
        assertEquals(
                "rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)));
        assertEquals(
                Instant.ofEpochSecond(1_000_000_000), Files.getLastModifiedTime(inner).toInstant());
    }

    @Test
    default void attributesByNameAreTheLinksOwn(@TempDir Path folder) throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "x");
        var before = Files.getLastModifiedTime(target);
        Files.createSymbolicLink(folder.resolve("link"), target);
        try (Directory top = open(folder)) {
            top.touch(name("link"), 1_000_000_000, 0);
        }
        assertEquals(before, Files.getLastModifiedTime(target));
        assertEquals(
                Instant.ofEpochSecond(1_000_000_000),
                Files.getLastModifiedTime(folder.resolve("link"), LinkOption.NOFOLLOW_LINKS)
                        .toInstant());
    }

    /** The name's bytes. */
    static ByteString name(String text) {
        return ByteString.of(text);
    }
}
