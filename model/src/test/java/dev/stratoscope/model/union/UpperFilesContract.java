package dev.stratoscope.model.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** What a writable layer does with files: their bytes, attributes and several names. */
public interface UpperFilesContract extends UpperUse {
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
}
