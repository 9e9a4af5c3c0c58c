package dev.stratoscope.model.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a file system does that begins with the {@link Sample}: the union file system, wherever the
 * sample lies in it, and the JDK's own, which shows that the tests ask for what Linux does.
 */
interface FileSystemContract extends FileBytesContract, FileNamesContract {
    @Test
    default void showsEveryNameOnce() throws IOException {
        Set<String> top = new TreeSet<>();
        for (Sample sample : Sample.ALL) {
            if (!sample.path().contains("/")) {
                top.add(sample.path());
            }
        }
        assertEquals(top, names(root()));
        assertEquals(Set.of("file", "secret", "empty", "deep", "up"), names(at("a")));
        assertEquals(Set.of(), names(at("a/empty")));
        assertEquals(Set.of("er"), names(at("twice")));
    }

    @Test
    default void readsFilesThroughLinks() throws IOException {
        for (String path : List.of("a/file", "tofile", "tofolder/file", "fromroot")) {
            assertEquals("hello", Files.readString(at(path)), path);
        }
        assertEquals("other", Files.readString(at("a/up")));
        assertEquals("leaf", Files.readString(at("twice/er/leaf")));
        assertEquals("", Files.readString(at("nothing")));
        assertEquals("other", Files.readString(at("a/deep/../../b/./other")));
        assertEquals("other", Files.readString(at("twice/../../b/other")));
    }

    @Test
    default void tellsWhatIsNotThere() {
        refused(NoSuchFileException.class, () -> Files.readString(at("x")));
        refused(NoSuchFileException.class, () -> Files.readString(at("x/y")));
        refused(NoSuchFileException.class, () -> Files.readString(at("dangling")));
        refused(FileSystemException.class, () -> Files.readString(at("text/x")));
        refused(FileSystemException.class, () -> Files.readString(at("loop1")));
        refused(FileSystemException.class, () -> Files.readString(at("loop1/x")));
        refused(NoSuchFileException.class, () -> Files.size(at("text/x")));
        refused(NoSuchFileException.class, () -> names(at("x")));
        refused(NotDirectoryException.class, () -> names(at("text")));
        refused(IOException.class, () -> Files.readString(at("a")));
        assertFalse(Files.exists(at("text/x")));
        assertFalse(Files.exists(at("dangling")));
        assertTrue(Files.exists(at("dangling"), LinkOption.NOFOLLOW_LINKS));
        assertFalse(Files.exists(at("loop1")));
        assertFalse(Files.isDirectory(at("x")));
    }

    @Test
    default void tellsAttributes() throws IOException {
        PosixFileAttributes file = Files.readAttributes(at("a/secret"), PosixFileAttributes.class);
        assertTrue(file.isRegularFile());
        assertEquals(4, file.size());
        assertEquals("rw-------", mode("a/secret"));
        assertEquals(TestImage.TIME, file.lastModifiedTime().toInstant());
        assertTrue(Files.isDirectory(at("tofolder")));
        assertFalse(Files.isDirectory(at("tofolder"), LinkOption.NOFOLLOW_LINKS));
        assertTrue(Files.isSymbolicLink(at("tofolder")));
        assertEquals("rwx------", mode("twice"));
        assertEquals(1, links("text"));
        assertTrue(Files.isExecutable(at("a/deep/er/leaf")));
        assertFalse(Files.isExecutable(at("text")));
        assertEquals(5L, Files.readAttributes(at("tofile"), "size,fileKey").get("size"));
        assertEquals(
                6L, Files.readAttributes(at("tofile"), "*", LinkOption.NOFOLLOW_LINKS).get("size"));
        refused(
                NoSuchFileException.class,
                () -> Files.readAttributes(at("x"), PosixFileAttributes.class));
        assertThrows(
                IllegalArgumentException.class, () -> Files.readAttributes(at("a"), "unix:shoe"));
        assertThrows(
                UnsupportedOperationException.class, () -> Files.readAttributes(at("a"), "shoe:*"));
    }

    @Test
    default void readsLinks() throws IOException {
        assertEquals("a/file", Files.readSymbolicLink(at("tofile")).toString());
        assertEquals(at("a/file"), Files.readSymbolicLink(at("fromroot")));
        refused(NotLinkException.class, () -> Files.readSymbolicLink(at("text")));
        refused(NotLinkException.class, () -> Files.readSymbolicLink(at("a")));
        refused(NoSuchFileException.class, () -> Files.readSymbolicLink(at("x")));
        assertEquals(at("a/deep/er/leaf").toRealPath(), at("twice/er/leaf").toRealPath());
        assertEquals(at("tofile"), at("a/../tofile").toRealPath(LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    default void knowsTheSameFileByItsNames() throws IOException {
        assertTrue(Files.isSameFile(at("tofile"), at("a/file")));
        assertTrue(Files.isSameFile(at("a"), at("b/../a")));
        assertFalse(Files.isSameFile(at("a/file"), at("text")));
        assertFalse(Files.isSameFile(at("a"), at("b")));
        refused(NoSuchFileException.class, () -> Files.isSameFile(at("a"), at("x")));
    }

    @Test
    default void setsModesAndTimes() throws IOException {
        Files.setPosixFilePermissions(at("tofile"), PosixFilePermissions.fromString("rwxr-x--x"));
        assertEquals("rwxr-x--x", mode("a/file"));
        untouched("a/file");
        untouched("a");
        assertEquals("hello", Files.readString(at("a/file")));
        FileTime time = FileTime.fromMillis(86_400_123);
        Files.setLastModifiedTime(at("a/deep"), time);
        assertEquals(time, time("a/deep"));
        assertEquals(Set.of("er"), names(at("a/deep")));
        Files.setAttribute(at("text"), "unix:mode", 04755);
        assertEquals(0104755, Files.getAttribute(at("text"), "unix:mode"));
        refused(NoSuchFileException.class, () -> Files.setLastModifiedTime(at("dangling"), time));
    }
}
