package dev.stratoscope.model.union;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;

/** What a file system does with the bytes of files. */
interface FileBytesContract extends SampleUse {
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
}
