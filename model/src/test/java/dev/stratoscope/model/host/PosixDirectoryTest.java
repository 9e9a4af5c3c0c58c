package dev.stratoscope.model.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Arrays;
import java.util.Map;

@EnabledOnOs({OS.LINUX, OS.MAC})
class PosixDirectoryTest implements DirectoryContract {
    @Override
    public Directory open(Path folder) throws IOException {
        return PosixDirectory.open(folder);
    }

    @Test
    void stepsStayInTheFolderThatWasOpened(@TempDir Path folder) throws IOException {
        Path inside = Files.createDirectory(folder.resolve("in"));
        Path outside = Files.createDirectory(folder.resolve("out"));
        Path moved = folder.resolve("moved");
        try (Directory top = open(folder);
                Directory inner = top.directory(DirectoryContract.name("in"))) {
            Files.move(inside, moved);
            Files.createSymbolicLink(inside, outside);
            inner.create(DirectoryContract.name("f"), 0600).close();
            inner.chmod(0711);
        }
        assertTrue(Files.exists(moved.resolve("f")));
        assertFalse(Files.exists(outside.resolve("f")));
        assertEquals(0711, (Integer) Files.getAttribute(moved, "unix:mode") & 07777);
    }

    /** The system refuses it as it refuses hard links on a disk that has none. */
    @Test
    void aFolderGetsNoOtherName(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("d"));
        try (Directory top = open(folder)) {
            assertThrows(
                    NotSupportedException.class,
                    () -> top.link(DirectoryContract.name("x"), top, DirectoryContract.name("d")));
        }
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void specialBitsArePutOnFiles(@TempDir Path folder) throws IOException {
        try (Directory top = open(folder);
                NewFile file = top.create(DirectoryContract.name("f"), 0600)) {
            file.chmod(04755);
        }
        assertEquals(04755, (Integer) Files.getAttribute(folder.resolve("f"), "unix:mode") & 07777);
    }

    @Test
    void pipesAreMadeAndTheirAttributesSetByName(@TempDir Path folder) throws IOException {
        ByteString pipe = DirectoryContract.name("p");
        try (Directory top = open(folder)) {
            top.fifo(pipe, 0600);
            top.chmod(pipe, 0644);
            top.touch(pipe, 7, 0);
        }
        Map<String, Object> found =
                Files.readAttributes(
                        folder.resolve("p"), "unix:mode,isOther", LinkOption.NOFOLLOW_LINKS);
        assertEquals(0010644, found.get("mode"));
    }

    @Test
    void byteNamesAreKept(@TempDir Path folder) throws IOException {
        ByteString odd = ByteString.of(new byte[] {'a', (byte) 0xff, '\n'});
        try (Directory top = open(folder)) {
            top.makeDirectory(odd, 0700);
            top.directory(odd).close();
            assertTrue(top.shown(odd).chars().noneMatch(c -> c < ' '));
        }
    }

    @Test
    void extendedAttributesAreSet(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("f");
        try (Directory top = open(folder);
                NewFile file = top.create(DirectoryContract.name("f"), 0600)) {
            assumeTrue(
                    Files.getFileStore(folder)
                            .supportsFileAttributeView(UserDefinedFileAttributeView.class),
                    "this disk has no extended attributes");
            file.xattr("user.odd", ByteString.of(new byte[] {0, -1}));
        }
        ByteBuffer value = ByteBuffer.allocate(10);
        Files.getFileAttributeView(path, UserDefinedFileAttributeView.class).read("odd", value);
        assertArrayEquals(new byte[] {0, -1}, Arrays.copyOf(value.array(), value.position()));
    }

    @Test
    void numbersBeyondTheSystemsAreRefused(@TempDir Path folder) throws IOException {
        try (Directory top = open(folder)) {
            assertThrows(NotSupportedException.class, () -> top.chown(1L << 32, 0));
            assertThrows(NotSupportedException.class, () -> top.chown(0, 0xffff_ffffL));
            assertThrows(
                    NotSupportedException.class,
                    () ->
                            top.device(
                                    DirectoryContract.name("d"),
                                    EntryType.BLOCK_DEVICE,
                                    1L << 40,
                                    0,
                                    0600));
        }
    }

    @Test
    void whatIsClosedIsNotUsed(@TempDir Path folder) throws IOException {
        Directory top = open(folder);
        top.close();
        top.close();
        assertThrows(
                IllegalStateException.class,
                () -> top.makeDirectory(DirectoryContract.name("a"), 0700));
    }
}
