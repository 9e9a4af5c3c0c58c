package dev.stratoscope.model.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** How a file system makes, removes, moves and copies names. */
interface FileNamesContract extends SampleUse {
    @Test
    default void makesFolders() throws IOException {
        Files.createDirectory(at("a/new"));
        touched("a");
        assertEquals(Set.of(), names(at("a/new")));
        refused(FileAlreadyExistsException.class, () -> Files.createDirectory(at("a/new")));
        refused(FileAlreadyExistsException.class, () -> Files.createDirectory(at("text")));
        refused(FileAlreadyExistsException.class, () -> Files.createDirectory(at("dangling")));
        refused(NoSuchFileException.class, () -> Files.createDirectory(at("x/new")));
        refused(FileSystemException.class, () -> Files.createDirectory(at("text/new")));
        Files.createDirectories(at("tofolder/one/two/three"));
        assertTrue(Files.isDirectory(at("a/one/two/three")));
        Files.createDirectories(at("tofolder"));
    }

    @Test
    default void makesLinks() throws IOException {
        Files.createSymbolicLink(at("b/new"), at("text"));
        assertEquals("line 1", Files.readAllLines(at("b/new")).getFirst());
        touched("b");
        Path relative = root().getFileSystem().getPath("..", "a", "file");
        Files.createSymbolicLink(at("b/newer"), relative);
        assertEquals("hello", Files.readString(at("b/newer")));
        refused(
                FileAlreadyExistsException.class,
                () -> Files.createSymbolicLink(at("dangling"), relative));
        refused(NoSuchFileException.class, () -> Files.createSymbolicLink(at("x/y"), relative));
    }

    @Test
    default void givesAFileMoreNames() throws IOException {
        Files.createLink(at("b/again"), at("a/file"));
        touched("b");
        untouched("a");
        assertEquals(2, links("a/file"));
        assertTrue(Files.isSameFile(at("b/again"), at("a/file")));
        Files.writeString(at("b/again"), "changed");
        assertEquals("changed", Files.readString(at("a/file")));
        Files.setPosixFilePermissions(at("a/file"), PosixFilePermissions.fromString("rwx------"));
        assertEquals("rwx------", mode("b/again"));
        Files.delete(at("a/file"));
        assertEquals(1, links("b/again"));
        assertEquals("changed", Files.readString(at("b/again")));
        refused(
                FileAlreadyExistsException.class,
                () -> Files.createLink(at("text"), at("nothing")));
        refused(FileSystemException.class, () -> Files.createLink(at("c"), at("a")));
        refused(NoSuchFileException.class, () -> Files.createLink(at("c"), at("x")));
        refused(NoSuchFileException.class, () -> Files.createLink(at("x/c"), at("text")));
    }

    @Test
    default void deletes() throws IOException {
        Files.delete(at("a/file"));
        assertFalse(Files.exists(at("a/file")));
        assertEquals(Set.of("secret", "empty", "deep", "up"), names(at("a")));
        touched("a");
        refused(NoSuchFileException.class, () -> Files.delete(at("a/file")));
        refused(NoSuchFileException.class, () -> Files.delete(at("x/y")));
        refused(FileSystemException.class, () -> Files.delete(at("text/x")));
        assertFalse(Files.deleteIfExists(at("a/file")));
        Files.delete(at("tofolder"));
        assertTrue(Files.isDirectory(at("a")));
        Files.delete(at("loop1"));
        Files.delete(at("a/empty"));
        refused(DirectoryNotEmptyException.class, () -> Files.delete(at("a")));
        Files.delete(at("a/secret"));
        Files.delete(at("a/up"));
        Files.delete(at("a/deep/er/leaf"));
        Files.delete(at("a/deep/er"));
        Files.delete(at("a/deep"));
        Files.delete(at("a"));
        assertFalse(Files.exists(at("a")));
    }

    @Test
    default void whatIsMadeAnewDoesNotBringTheOldBack() throws IOException {
        deleteAll(at("a"));
        Files.createDirectory(at("a"));
        assertEquals(Set.of(), names(at("a")));
        Files.createDirectory(at("a/deep"));
        assertEquals(Set.of(), names(at("a/deep")));
        deleteAll(at("a"));
        Files.writeString(at("a"), "a file now");
        refused(FileSystemException.class, () -> Files.readString(at("a/file")));
        Files.delete(at("a"));
        Files.createDirectories(at("a/deep/er"));
        assertEquals(Set.of(), names(at("a/deep/er")));
        Files.delete(at("text"));
        Files.createDirectory(at("text"));
        assertTrue(Files.isDirectory(at("text")));
    }

    @Test
    default void movesFiles() throws IOException {
        Files.move(at("a/secret"), at("b/moved"));
        assertEquals("hush", Files.readString(at("b/moved")));
        assertEquals("rw-------", mode("b/moved"));
        untouched("b/moved");
        touched("a");
        touched("b");
        assertFalse(Files.exists(at("a/secret")));
        Files.move(at("tofile"), at("b/link"));
        assertTrue(Files.isSymbolicLink(at("b/link")));
        refused(FileAlreadyExistsException.class, () -> Files.move(at("text"), at("nothing")));
        Files.move(at("text"), at("nothing"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(14, Files.size(at("nothing")));
        Files.move(at("nothing"), at("b/other"), StandardCopyOption.ATOMIC_MOVE);
        assertEquals(14, Files.size(at("b/other")));
        refused(NoSuchFileException.class, () -> Files.move(at("x"), at("y")));
        refused(NoSuchFileException.class, () -> Files.move(at("b/other"), at("x/y")));
        Files.move(at("b/other"), at("b/other"));
        assertEquals(14, Files.size(at("b/other")));
    }

    @Test
    default void movesFoldersWithAllInThem() throws IOException {
        Files.delete(at("a/secret"));
        Files.writeString(at("a/deep/new"), "new");
        Files.move(at("a"), at("b/c"));
        assertFalse(Files.exists(at("a")));
        assertEquals(Set.of("file", "empty", "deep", "up"), names(at("b/c")));
        assertEquals("leaf", Files.readString(at("b/c/deep/er/leaf")));
        assertEquals("new", Files.readString(at("b/c/deep/new")));
        assertEquals("rwx------", mode("b/c/deep"));
        untouched("b/c/deep/er/leaf");
        untouched("b/c/deep/er");
        assertTrue(Files.isSymbolicLink(at("b/c/up")));
        Files.createDirectory(at("a"));
        assertEquals(Set.of(), names(at("a")));
        Files.move(at("b/c"), at("a"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(Set.of("file", "empty", "deep", "up"), names(at("a")));
        assertEquals("hello", Files.readString(at("a/file")));
    }

    @Test
    default void refusesImpossibleMoves() throws IOException {
        refused(FileSystemException.class, () -> Files.move(at("a"), at("a/deep/c")));
        refused(FileAlreadyExistsException.class, () -> Files.move(at("a"), at("b")));
        refused(
                DirectoryNotEmptyException.class,
                () -> Files.move(at("a"), at("b"), StandardCopyOption.REPLACE_EXISTING));
        refused(
                FileSystemException.class,
                () -> Files.move(at("a"), at("b"), StandardCopyOption.ATOMIC_MOVE));
        refused(
                FileSystemException.class,
                () -> Files.move(at("a"), at("text"), StandardCopyOption.ATOMIC_MOVE));
        refused(
                FileSystemException.class,
                () -> Files.move(at("text"), at("a/empty"), StandardCopyOption.ATOMIC_MOVE));
        refused(FileSystemException.class, () -> Files.move(at("text"), at("nothing/x")));
        Files.move(at("text"), at("a/empty"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(14, Files.size(at("a/empty")));
        Files.createDirectory(at("bare"));
        Files.move(at("b"), at("bare"), StandardCopyOption.ATOMIC_MOVE);
        assertEquals(Set.of("other"), names(at("bare")));
    }

    @Test
    default void aFolderMovedOverADeletedOneHidesIt() throws IOException {
        deleteAll(at("a"));
        Files.move(at("b"), at("a"));
        assertEquals(Set.of("other"), names(at("a")));
        Files.createDirectory(at("b"));
        assertEquals(Set.of(), names(at("b")));
    }

    @Test
    default void movingOneNameOverAnotherOfTheSameFileDoesNothing() throws IOException {
        Files.createLink(at("again"), at("text"));
        Files.move(at("again"), at("text"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(at("again"), at("text"), StandardCopyOption.ATOMIC_MOVE);
        assertEquals(2, links("again"));
    }

    @Test
    default void copies() throws IOException {
        Files.copy(at("a/secret"), at("copy"));
        assertEquals("hush", Files.readString(at("copy")));
        assertEquals("rw-------", mode("copy"));
        touched("copy");
        Files.copy(at("a/secret"), at("copy2"), StandardCopyOption.COPY_ATTRIBUTES);
        untouched("copy2");
        refused(FileAlreadyExistsException.class, () -> Files.copy(at("text"), at("copy")));
        Files.copy(at("text"), at("copy"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(14, Files.size(at("copy")));
        Files.copy(at("a"), at("c"));
        assertEquals(Set.of(), names(at("c")));
        Files.copy(at("tofile"), at("d"));
        assertFalse(Files.isSymbolicLink(at("d")));
        Files.copy(at("tofile"), at("e"), LinkOption.NOFOLLOW_LINKS);
        assertTrue(Files.isSymbolicLink(at("e")));
        refused(
                DirectoryNotEmptyException.class,
                () -> Files.copy(at("text"), at("b"), StandardCopyOption.REPLACE_EXISTING));
        refused(NoSuchFileException.class, () -> Files.copy(at("x"), at("y")));
        refused(NoSuchFileException.class, () -> Files.copy(at("dangling"), at("y")));
        Files.copy(at("text"), at("text"));
    }
}
