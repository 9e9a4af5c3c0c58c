package dev.stratoscope.model.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.junit.jupiter.api.function.Executable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A writable layer, and what is told it and asked of it again and again. */
public interface UpperUse {
    /** The same layer each time, empty at first; the last one opened was closed. */
    Upper open() throws IOException;

    /** What is done with a layer. */
    @FunctionalInterface
    interface Use {
        void of(Upper upper) throws IOException;
    }

    default void changed(Use change, Use look) throws IOException {
        try (Upper upper = open()) {
            change.of(upper);
            look.of(upper);
        }
        try (Upper upper = open()) {
            look.of(upper);
        }
    }

    default ByteString at(String path) {
        return ByteString.of(path);
    }

    default InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    default Attributes some(EntryType type) {
        return some(type, 1_600_000_000, Map.of());
    }

    default Attributes some(EntryType type, long seconds, Map<ByteString, ByteString> xattrs) {
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

    default Attributes said(Upper upper, String path) throws IOException {
        Upper.Said said = upper.say(at(path));
        assertNotNull(said, path);
        assertFalse(said.isWhiteout(), path);
        Attributes attributes = said.attributes();
        assertNotNull(attributes);
        return attributes;
    }

    default void assertSaid(Attributes expected, Upper upper, String path) throws IOException {
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

    default String read(Upper upper, String path) throws IOException {
        try (Upper.Bytes bytes = upper.open(at(path), false)) {
            ByteBuffer into = ByteBuffer.allocate(100_000);
            while (bytes.read(into, into.position()) > 0) {}
            assertEquals(bytes.size(), into.position());
            return new String(into.array(), 0, into.position(), StandardCharsets.UTF_8);
        }
    }

    default List<String> names(Upper upper, String folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (ByteString name : upper.names(at(folder))) {
            Upper.Said said = upper.say(Parts.join(at(folder), name));
            assertNotNull(said);
            names.add((said.isWhiteout() ? "-" : "") + name);
        }
        return names;
    }

    default void folder(Upper upper, String path) throws IOException {
        upper.makeDirectory(at(path), some(EntryType.DIRECTORY), false);
    }

    default void file(Upper upper, String path, String text) throws IOException {
        upper.makeFile(at(path), some(EntryType.FILE), text(text));
    }

    default void refused(Class<? extends IOException> as, Executable call) {
        assertThrows(as, call);
    }

    /** A file capability as the kernel has it: version 2, effective, of the 20 bytes it wants. */
    default ByteString capability() {
        byte[] value = new byte[20];
        value[0] = 1;
        value[3] = 2;
        value[5] = 32;
        return ByteString.of(value);
    }
}
