package dev.stratoscope.model.union;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a file system does that begins with the {@link Sample}: the union file system, wherever the
 * sample lies in it, and the JDK's own, which shows that the tests ask for what Linux does.
 */
interface FileSystemContract {
    /** The folder with the sample in it. */
    Path root();

    private Path at(String path) {
        return root().resolve(path);
    }

    private static void refused(Class<? extends IOException> as, Executable call) {
        assertThrows(as, call);
    }

    private static Set<String> names(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                assertTrue(names.add(child.getFileName().toString()), child + " comes twice");
                assertEquals(folder, child.getParent());
            }
        }
        return names;
    }

    private FileTime time(String path) throws IOException {
        return Files.getLastModifiedTime(at(path), LinkOption.NOFOLLOW_LINKS);
    }

    private String mode(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(at(path)));
    }

    private long links(String path) throws IOException {
        return ((Number) Files.getAttribute(at(path), "unix:nlink")).longValue();
    }

    private void untouched(String path) throws IOException {
        assertEquals(TestImage.TIME, time(path).toInstant(), path);
    }

    private void touched(String path) throws IOException {
        assertNotEquals(TestImage.TIME, time(path).toInstant(), path);
    }

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
    default void writesOverAFileAndKeepsItsMode() throws IOException {
        Files.writeString(at("a/secret"), "loud");
        assertEquals("loud", Files.readString(at("a/secret")));
        assertEquals("rw-------", mode("a/secret"));
        touched("a/secret");
        untouched("a");
        untouched("a/deep");
        Files.writeString(at("text"), "x");
        assertEquals(1, Files.size(at("text")));
        Files.writeString(at("fromroot"), "through a link");
        assertEquals("through a link", Files.readString(at("a/file")));
        assertTrue(Files.isSymbolicLink(at("fromroot")));
    }

    @Test
    default void appends() throws IOException {
        Files.writeString(at("text"), "line 3\n", StandardOpenOption.APPEND);
        assertEquals("line 1\nline 2\nline 3\n", Files.readString(at("text")));
        Files.writeString(at("new"), "x", StandardOpenOption.APPEND, StandardOpenOption.CREATE);
        assertEquals("x", Files.readString(at("new")));
    }

    @Test
    default void overwritesAPart() throws IOException {
        try (FileChannel channel =
                FileChannel.open(at("text"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            assertEquals(14, channel.size());
            channel.position(5).write(bytes("one"));
            assertEquals(8, channel.position());
            assertEquals(14, channel.size());
            ByteBuffer read = ByteBuffer.allocate(100);
            assertEquals(14, channel.read(read, 0));
            assertEquals("line oneine 2\n", text(read));
            channel.write(bytes("far"), 20);
            assertEquals(23, channel.size());
            assertEquals(-1, channel.read(ByteBuffer.allocate(1), 23));
            assertEquals(0, channel.read(ByteBuffer.allocate(0)));
        }
        assertEquals("line oneine 2\n\0\0\0\0\0\0far", Files.readString(at("text")));
        touched("text");
    }

    @Test
    default void truncates() throws IOException {
        try (SeekableByteChannel channel =
                Files.newByteChannel(at("text"), StandardOpenOption.WRITE)) {
            channel.position(10).truncate(4);
            assertEquals(4, channel.position());
            channel.truncate(100);
            assertEquals(4, channel.size());
        }
        assertEquals("line", Files.readString(at("text")));
        try (SeekableByteChannel channel =
                Files.newByteChannel(
                        at("a/file"),
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            assertEquals(0, channel.size());
        }
        assertEquals(0, Files.size(at("a/file")));
        touched("a/file");
    }

    @Test
    default void aChannelDoesWhatItWasOpenedFor() throws IOException {
        FileChannel reading = FileChannel.open(at("text"));
        assertThrows(NonWritableChannelException.class, () -> reading.write(bytes("x")));
        assertThrows(NonWritableChannelException.class, () -> reading.truncate(0));
        assertThrows(IllegalArgumentException.class, () -> reading.position(-1));
        assertThrows(
                IllegalArgumentException.class,
                () -> reading.read(ByteBuffer.allocate(3).asReadOnlyBuffer()));
        reading.close();
        assertFalse(reading.isOpen());
        assertThrows(ClosedChannelException.class, () -> reading.read(bytes("x")));
        assertThrows(ClosedChannelException.class, reading::size);
        try (FileChannel writing = FileChannel.open(at("text"), StandardOpenOption.WRITE)) {
            assertThrows(NonReadableChannelException.class, () -> writing.read(bytes("x")));
        }
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        FileChannel.open(
                                at("text"), StandardOpenOption.READ, StandardOpenOption.APPEND));
    }

    @Test
    default void whatIsOpenStaysReadableWhenItsNameGoes() throws IOException {
        try (FileChannel reading = FileChannel.open(at("text"));
                FileChannel writing = FileChannel.open(at("a/file"), StandardOpenOption.WRITE)) {
            Files.delete(at("text"));
            Files.move(at("a/file"), at("a/moved"));
            ByteBuffer read = ByteBuffer.allocate(6);
            assertEquals(6, reading.read(read));
            assertEquals("line 1", text(read));
            writing.write(bytes("J"));
        }
        assertFalse(Files.exists(at("text")));
        assertEquals("Jello", Files.readString(at("a/moved")));
    }

    @Test
    default void transfersBetweenChannels() throws IOException {
        try (FileChannel from = FileChannel.open(at("text"));
                FileChannel to =
                        FileChannel.open(
                                at("copy"),
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.WRITE)) {
            assertEquals(9, from.transferTo(5, 100, to));
            assertEquals(0, from.position());
            assertEquals(4, to.transferFrom(from, 9, 4));
            assertEquals(4, from.position());
        }
        assertEquals("1\nline 2\nline", Files.readString(at("copy")));
    }

    @Test
    default void makesFiles() throws IOException {
        Files.createFile(at("a/new"));
        assertEquals(0, Files.size(at("a/new")));
        touched("a");
        refused(FileAlreadyExistsException.class, () -> Files.createFile(at("a/new")));
        refused(FileAlreadyExistsException.class, () -> Files.createFile(at("a")));
        refused(FileAlreadyExistsException.class, () -> Files.createFile(at("dangling")));
        refused(NoSuchFileException.class, () -> Files.createFile(at("x/new")));
        refused(FileSystemException.class, () -> Files.createFile(at("text/new")));
        refused(FileSystemException.class, () -> Files.writeString(at("a"), "x"));
        refused(
                NoSuchFileException.class,
                () -> Files.writeString(at("x"), "x", StandardOpenOption.WRITE));
        Files.createFile(
                at("mine"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        assertEquals("rwx------", mode("mine"));
    }

    @Test
    default void writingThroughADanglingLinkMakesItsTarget() throws IOException {
        Files.writeString(at("dangling"), "found");
        assertTrue(Files.isSymbolicLink(at("dangling")));
        assertEquals("found", Files.readString(at("a/nowhere")));
        refused(
                IOException.class,
                () ->
                        Files.newByteChannel(
                                at("tofile"), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    default void deletesOnClose() throws IOException {
        try (SeekableByteChannel channel =
                Files.newByteChannel(
                        at("text"), StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE)) {
            assertEquals(1, channel.read(ByteBuffer.allocate(1)));
        }
        assertFalse(Files.exists(at("text")));
    }

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

    private static void deleteAll(Path top) throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(top)) {
            all = new ArrayList<>(walked.toList());
        }
        for (Path path : all.reversed()) {
            Files.delete(path);
        }
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

    @Test
    default void anOpenFileKeepsTheTimeItWasGiven() throws IOException {
        FileTime time = FileTime.fromMillis(86_400_123);
        try (FileChannel channel = FileChannel.open(at("text"), StandardOpenOption.WRITE)) {
            channel.write(bytes("L"));
            Files.setLastModifiedTime(at("text"), time);
        }
        assertEquals(time, time("text"));
    }

    @Test
    default void writingManyPiecesGivesTheWhole() throws IOException {
        byte[] whole = new byte[300_000];
        new Random(1).nextBytes(whole);
        try (SeekableByteChannel channel =
                Files.newByteChannel(
                        at("large"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int from = 0; from < whole.length; from += 7_001) {
                int length = Math.min(7_001, whole.length - from);
                channel.write(ByteBuffer.wrap(whole, from, length));
            }
        }
        assertArrayEquals(whole, Files.readAllBytes(at("large")));
        try (FileChannel channel = FileChannel.open(at("large"))) {
            ByteBuffer direct = ByteBuffer.allocateDirect(1000);
            channel.read(direct, 123_456);
            assertEquals(whole[123_456], direct.get(0));
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ByteBuffer read) {
        return StandardCharsets.UTF_8.decode(read.duplicate().flip()).toString();
    }
}
