package dev.stratoscope.model.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;

/**
 * What every codec of {@link Upper} does. Each thing that is said is asked for at once, and again
 * after the layer was closed and opened anew.
 */
public interface UpperContract extends UpperFilesContract {
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
