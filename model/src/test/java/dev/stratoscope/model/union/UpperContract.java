package dev.stratoscope.model.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What every codec of {@link Upper} does. Each thing that is said is asked for at once, and again
 * after the layer was closed and opened anew.
 */
public interface UpperContract {
    /** The same layer each time, empty at first; the last one opened was closed. */
    Upper open() throws IOException;

    /** What is done with a layer. */
    @FunctionalInterface
    interface Use {
        void of(Upper upper) throws IOException;
    }

    private void changed(Use change, Use look) throws IOException {
        try (Upper upper = open()) {
            change.of(upper);
            look.of(upper);
        }
        try (Upper upper = open()) {
            look.of(upper);
        }
    }

    private static ByteString at(String path) {
        return ByteString.of(path);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Attributes some(EntryType type) {
        return some(type, 1_600_000_000, Map.of());
    }

    private static Attributes some(
            EntryType type, long seconds, Map<ByteString, ByteString> xattrs) {
        boolean link = type == EntryType.SYMLINK;
        return new Attributes(
                type,
                link ? 0777 : 0641,
                1000,
                2000,
                ByteString.EMPTY,
                ByteString.EMPTY,
                0,
                seconds,
                123_456_789,
                link ? at("../to/where") : ByteString.EMPTY,
                type.isDevice() ? 7 : 0,
                type.isDevice() ? 300 : 0,
                xattrs);
    }

    private static Attributes said(Upper upper, String path) throws IOException {
        Upper.Said said = upper.say(at(path));
        assertNotNull(said, path);
        assertFalse(said.isWhiteout(), path);
        Attributes attributes = said.attributes();
        assertNotNull(attributes);
        return attributes;
    }

    private static void assertSaid(Attributes expected, Upper upper, String path)
            throws IOException {
        Attributes said = said(upper, path);
        assertEquals(expected.type(), said.type(), path);
        assertEquals(Integer.toOctalString(expected.mode()), Integer.toOctalString(said.mode()));
        assertEquals(expected.uid(), said.uid());
        assertEquals(expected.gid(), said.gid());
        assertEquals(expected.link(), said.link());
        assertEquals(expected.deviceMajor(), said.deviceMajor());
        assertEquals(expected.deviceMinor(), said.deviceMinor());
        assertEquals(expected.xattrs(), said.xattrs());
        assertEquals(expected.mtime(), said.mtime());
    }

    private static String read(Upper upper, String path) throws IOException {
        try (Upper.Bytes bytes = upper.open(at(path), false)) {
            ByteBuffer into = ByteBuffer.allocate(100_000);
            while (bytes.read(into, into.position()) > 0) {}
            assertEquals(bytes.size(), into.position());
            return new String(into.array(), 0, into.position(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> names(Upper upper, String folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (ByteString name : upper.names(at(folder))) {
            Upper.Said said = upper.say(Parts.join(at(folder), name));
            assertNotNull(said);
            names.add((said.isWhiteout() ? "-" : "") + name);
        }
        return names;
    }

    private static void folder(Upper upper, String path) throws IOException {
        upper.makeDirectory(at(path), some(EntryType.DIRECTORY), false);
    }

    private static void file(Upper upper, String path, String text) throws IOException {
        upper.makeFile(at(path), some(EntryType.FILE), text(text));
    }

    private static void refused(Class<? extends IOException> as, Executable call) {
        assertThrows(as, call);
    }

    @Test
    default void saysNothingAtFirst() throws IOException {
        try (Upper upper = open()) {
            assertEquals(List.of(), upper.names(ByteString.EMPTY));
            assertEquals(List.of(), upper.names(at("a/b")));
            assertNull(upper.say(at("a")));
            assertNull(upper.say(at("a/b")));
            refused(NoSuchFileException.class, () -> upper.open(at("a"), false));
        }
    }

    @Test
    default void saysOfTheRootWhatWasSet() throws IOException {
        Attributes root = some(EntryType.DIRECTORY);
        changed(upper -> upper.set(ByteString.EMPTY, root), upper -> assertSaid(root, upper, ""));
    }

    @Test
    default void saysOfEachKindWhatItWasTold() throws IOException {
        Map<ByteString, ByteString> xattrs =
                Map.of(
                        at("user.a"),
                        ByteString.of(new byte[] {0, 1, (byte) 0xff, 0}),
                        at("trusted.b"),
                        ByteString.EMPTY);
        Attributes folder = some(EntryType.DIRECTORY, 5, xattrs);
        Attributes file = some(EntryType.FILE, 7_000_000_000L, xattrs);
        changed(
                upper -> {
                    upper.makeDirectory(at("d"), folder, false);
                    upper.makeFile(at("d/f"), file, text("seven b"));
                    for (EntryType type :
                            List.of(
                                    EntryType.SYMLINK,
                                    EntryType.FIFO,
                                    EntryType.CHARACTER_DEVICE,
                                    EntryType.BLOCK_DEVICE)) {
                        upper.makeSpecial(at(type.word()), some(type));
                    }
                },
                upper -> {
                    assertSaid(file, upper, "d/f");
                    assertEquals(7, said(upper, "d/f").size());
                    assertEquals("seven b", read(upper, "d/f"));
                    assertEquals(
                            List.of("block", "char", "d", "fifo", "symlink"), names(upper, ""));
                    for (EntryType type :
                            List.of(
                                    EntryType.SYMLINK,
                                    EntryType.FIFO,
                                    EntryType.CHARACTER_DEVICE,
                                    EntryType.BLOCK_DEVICE)) {
                        assertSaid(some(type), upper, type.word());
                    }
                    upper.set(at("d"), folder);
                    assertSaid(folder, upper, "d");
                    assertFalse(upper.say(at("d")).opaque());
                });
    }

    @Test
    default void keepsNamesOfAnyBytes() throws IOException {
        ByteString odd = ByteString.of(new byte[] {'a', (byte) 0xff, '\n', (byte) 0xc3});
        ByteString longest = at("x".repeat(255));
        changed(
                upper -> {
                    upper.makeFile(odd, some(EntryType.FILE), text("1"));
                    upper.makeDirectory(longest, some(EntryType.DIRECTORY), false);
                },
                upper -> assertEquals(List.of(odd, longest), upper.names(ByteString.EMPTY)));
    }

    @Test
    default void sortsNamesByTheirBytes() throws IOException {
        changed(
                upper -> {
                    for (String name : List.of("b", "é", "a", "B", "\uffee", "😀", "a.b", "ab")) {
                        file(upper, name, "");
                    }
                },
                upper ->
                        assertEquals(
                                List.of("B", "a", "a.b", "ab", "b", "é", "\uffee", "😀"),
                                names(upper, "")));
    }

    @Test
    default void marksWhatIsGone() throws IOException {
        changed(
                upper -> {
                    upper.whiteout(at("never"));
                    upper.whiteout(at("never"));
                    file(upper, "file", "text");
                    upper.whiteout(at("file"));
                    folder(upper, "folder");
                    upper.whiteout(at("folder/x"));
                    upper.whiteout(at("folder"));
                },
                upper -> {
                    assertEquals(List.of("-file", "-folder", "-never"), names(upper, ""));
                    assertEquals(List.of(), upper.names(at("folder")));
                    assertNull(upper.say(at("folder/x")));
                    refused(NoSuchFileException.class, () -> upper.open(at("file"), false));
                });
    }

    @Test
    default void whatIsMadeTakesThePlaceOfAMark() throws IOException {
        changed(
                upper -> {
                    for (String name : List.of("d", "f", "l", "h")) {
                        upper.whiteout(at(name));
                    }
                    upper.makeDirectory(at("d"), some(EntryType.DIRECTORY), true);
                    file(upper, "f", "f");
                    upper.makeSpecial(at("l"), some(EntryType.SYMLINK));
                    upper.link(at("f"), at("h"));
                },
                upper -> {
                    assertEquals(List.of("d", "f", "h", "l"), names(upper, ""));
                    assertTrue(upper.say(at("d")).opaque());
                });
    }

    @Test
    default void refusesWhatIsThereAlready() throws IOException {
        try (Upper upper = open()) {
            file(upper, "f", "f");
            folder(upper, "d");
            for (String name : List.of("f", "d")) {
                refused(FileAlreadyExistsException.class, () -> folder(upper, name));
                refused(FileAlreadyExistsException.class, () -> file(upper, name, "x"));
                refused(
                        FileAlreadyExistsException.class,
                        () -> upper.makeSpecial(at(name), some(EntryType.FIFO)));
                refused(FileAlreadyExistsException.class, () -> upper.link(at("f"), at(name)));
            }
            assertEquals("f", read(upper, "f"));
        }
    }

    @Test
    default void aFileIsThereOnlyWithAllItsBytes() throws IOException {
        InputStream broken =
                new SequenceInputStream(
                        text("x".repeat(100_000)),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("no more");
                            }

                            @Override
                            public int read(byte[] into, int from, int length) throws IOException {
                                return read();
                            }
                        });
        changed(
                upper -> {
                    upper.whiteout(at("g"));
                    refused(
                            IOException.class,
                            () -> upper.makeFile(at("g"), some(EntryType.FILE), broken));
                },
                upper -> assertEquals(List.of("-g"), names(upper, "")));
    }

    @Test
    default void opaqueFoldersHide() throws IOException {
        changed(
                upper -> {
                    upper.makeDirectory(at("a"), some(EntryType.DIRECTORY), true);
                    upper.makeDirectory(at("b"), some(EntryType.DIRECTORY), true);
                    folder(upper, "c");
                    upper.setOpaque(at("b"), false);
                    upper.setOpaque(at("c"), true);
                    upper.setOpaque(at("c"), true);
                },
                upper -> {
                    assertTrue(upper.say(at("a")).opaque());
                    assertFalse(upper.say(at("b")).opaque());
                    assertTrue(upper.say(at("c")).opaque());
                    assertEquals(Map.of(), said(upper, "c").xattrs());
                });
    }

    @Test
    default void namesOfOneFileShareEverything() throws IOException {
        Attributes other = some(EntryType.FILE, 1, Map.of(at("user.k"), at("v")));
        changed(
                upper -> {
                    file(upper, "a", "one");
                    folder(upper, "d");
                    upper.link(at("a"), at("d/b"));
                    upper.link(at("d/b"), at("c"));
                    upper.forget(at("a"));
                    file(upper, "a", "two");
                    upper.set(at("c"), other);
                },
                upper -> {
                    assertEquals(upper.say(at("c")).file(), upper.say(at("d/b")).file());
                    assertNotEquals(upper.say(at("c")).file(), upper.say(at("a")).file());
                    assertEquals(2, upper.say(at("c")).links());
                    assertEquals(1, upper.say(at("a")).links());
                    assertSaid(other, upper, "d/b");
                    assertEquals("one", read(upper, "c"));
                    assertEquals("two", read(upper, "a"));
                });
    }

    @Test
    default void setsEverything() throws IOException {
        Attributes file =
                new Attributes(
                        EntryType.FILE,
                        04755,
                        0,
                        70_000,
                        "",
                        "",
                        99,
                        1_500_000_000,
                        5,
                        ByteString.EMPTY,
                        0,
                        0,
                        Map.of("security.capability", capability()));
        changed(
                upper -> {
                    upper.makeFile(
                            at("f"),
                            some(EntryType.FILE, 3, Map.of(at("user.gone"), at("x"))),
                            text("text"));
                    upper.set(at("f"), file);
                    upper.makeSpecial(at("l"), some(EntryType.SYMLINK));
                    upper.set(at("l"), some(EntryType.SYMLINK, 77, Map.of()));
                },
                upper -> {
                    assertSaid(file, upper, "f");
                    assertEquals(4, said(upper, "f").size());
                    assertEquals(77, said(upper, "l").mtimeSeconds());
                    assertEquals(at("../to/where"), said(upper, "l").link());
                });
    }

    /** A file capability as the kernel has it: version 2, effective, of the 20 bytes it wants. */
    private static ByteString capability() {
        byte[] value = new byte[20];
        value[0] = 1;
        value[3] = 2;
        value[5] = 32;
        return ByteString.of(value);
    }

    @Test
    default void keepsNothingOfWhatOverlayfsSaysOfItsOwn() throws IOException {
        Attributes hostile =
                some(
                        EntryType.DIRECTORY,
                        1,
                        Map.of(
                                at("trusted.overlay.opaque"), at("y"),
                                at("user.overlay.redirect"), at("/etc"),
                                at("user.kept"), at("k")));
        changed(
                upper -> {
                    upper.makeDirectory(at("d"), hostile, false);
                    upper.set(at("d"), hostile);
                },
                upper -> {
                    assertFalse(upper.say(at("d")).opaque());
                    assertEquals(Map.of(at("user.kept"), at("k")), said(upper, "d").xattrs());
                });
    }

    @Test
    default void writesIntoAFile() throws IOException {
        changed(
                upper -> {
                    file(upper, "f", "hello");
                    file(upper, "empty", "");
                    try (Upper.Bytes bytes = upper.open(at("f"), true)) {
                        bytes.write(ByteBuffer.wrap(new byte[] {'J'}), 0);
                        bytes.write(ByteBuffer.wrap(new byte[] {'!'}), 6);
                        assertEquals(7, bytes.size());
                        assertEquals(7, said(upper, "f").size());
                        bytes.resize(8);
                        bytes.force();
                    }
                    try (Upper.Bytes bytes = upper.open(at("empty"), true)) {
                        bytes.write(ByteBuffer.wrap(new byte[] {'x'}), 2);
                        bytes.resize(1);
                    }
                },
                upper -> {
                    assertEquals("Jello\0!\0", read(upper, "f"));
                    assertEquals("\0", read(upper, "empty"));
                    assertNotEquals(1_600_000_000, said(upper, "f").mtimeSeconds());
                    assertNotEquals(1_600_000_000, said(upper, "empty").mtimeSeconds());
                    assertEquals(0641, said(upper, "f").mode());
                });
    }

    @Test
    default void anOpenFileKeepsItsBytes() throws IOException {
        changed(
                upper -> {
                    file(upper, "gone", "gone");
                    file(upper, "moved", "moved");
                    try (Upper.Bytes gone = upper.open(at("gone"), false);
                            Upper.Bytes moved = upper.open(at("moved"), true)) {
                        upper.whiteout(at("gone"));
                        upper.rename(at("moved"), at("to"), false);
                        ByteBuffer into = ByteBuffer.allocate(4);
                        assertEquals(4, gone.read(into, 0));
                        moved.write(ByteBuffer.wrap(new byte[] {'M'}), 0);
                    }
                },
                upper -> {
                    assertEquals(List.of("-gone", "to"), names(upper, ""));
                    assertEquals("Moved", read(upper, "to"));
                });
    }

    @Test
    default void moves() throws IOException {
        changed(
                upper -> {
                    upper.makeDirectory(at("d"), some(EntryType.DIRECTORY), true);
                    file(upper, "d/f", "f");
                    upper.whiteout(at("d/w"));
                    file(upper, "a", "a");
                    file(upper, "b", "b");
                    upper.whiteout(at("w"));
                    folder(upper, "e");
                    upper.whiteout(at("e/x"));
                    upper.rename(at("a"), at("b"), true);
                    upper.rename(at("b"), at("w"), false);
                    upper.rename(at("d"), at("e"), true);
                    upper.rename(at("w"), at("e/g"), false);
                },
                upper -> {
                    assertEquals(List.of("-a", "-d", "e"), names(upper, ""));
                    assertEquals(List.of("f", "g", "-w"), names(upper, "e"));
                    assertTrue(upper.say(at("e")).opaque());
                    assertEquals("a", read(upper, "e/g"));
                    assertSaid(some(EntryType.FILE), upper, "e/f");
                });
    }

    @Test
    default void movesFilesOverEmptyFoldersAndBack() throws IOException {
        changed(
                upper -> {
                    folder(upper, "d");
                    upper.whiteout(at("d/x"));
                    file(upper, "f", "f");
                    upper.rename(at("f"), at("d"), false);
                    folder(upper, "e");
                    file(upper, "e/in", "in");
                    upper.rename(at("e"), at("d"), false);
                },
                upper -> {
                    assertEquals(List.of("d"), names(upper, ""));
                    assertEquals(List.of("in"), names(upper, "d"));
                });
    }

    @Test
    default void forgets() throws IOException {
        changed(
                upper -> {
                    file(upper, "f", "f");
                    folder(upper, "d");
                    upper.whiteout(at("d/w"));
                    upper.whiteout(at("w"));
                    upper.forget(at("f"));
                    upper.forget(at("d"));
                    upper.forget(at("w"));
                },
                upper -> assertEquals(List.of(), upper.names(ByteString.EMPTY)));
    }

    @Test
    default void aFullFolderIsNotLost() throws IOException {
        changed(
                upper -> {
                    folder(upper, "d");
                    file(upper, "d/f", "f");
                    folder(upper, "e");
                    refused(DirectoryNotEmptyException.class, () -> upper.forget(at("d")));
                    refused(DirectoryNotEmptyException.class, () -> upper.whiteout(at("d")));
                    refused(
                            DirectoryNotEmptyException.class,
                            () -> upper.rename(at("e"), at("d"), false));
                },
                upper -> assertEquals("f", read(upper, "d/f")));
    }

    @Test
    default void manyNamesInOneFolder() throws IOException {
        changed(
                upper -> {
                    for (int i = 0; i < 300; i++) {
                        file(upper, "f" + i, "");
                    }
                    for (int i = 0; i < 300; i += 3) {
                        upper.whiteout(at("f" + i));
                    }
                    for (int i = 1; i < 300; i += 3) {
                        upper.forget(at("f" + i));
                    }
                },
                upper -> assertEquals(200, upper.names(ByteString.EMPTY).size()));
    }
}
