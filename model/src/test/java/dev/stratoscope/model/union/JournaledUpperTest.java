package dev.stratoscope.model.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.snapshot.InMemory;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** {@link UpperContract} of the codec of our own, and what its folder has. */
class JournaledUpperTest implements UpperContract {
    @TempDir(factory = InMemory.class)
    Path folder;

    @Override
    public JournaledUpper open() throws IOException {
        return JournaledUpper.open(folder.resolve("layer"), Clock.systemUTC());
    }

    private Path journal() {
        return folder.resolve("layer/journal");
    }

    private long dataFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("layer/data"))) {
            return files.count();
        }
    }

    @Test
    void whatOneChangesTheOthersSee() throws IOException {
        try (Upper one = open();
                Upper other = open()) {
            file(one, "a", "first");
            assertEquals(5, other.say(ByteString.of("a")).attributes().size());
            file(other, "b", "b");
            one.link(ByteString.of("b"), ByteString.of("c"));
            assertEquals(3, other.names(ByteString.EMPTY).size());
            try (Upper.Bytes bytes = other.open(ByteString.of("a"), true)) {
                bytes.write(ByteBuffer.wrap(new byte[9]), 0);
                one.forget(ByteString.of("a"));
            }
            file(one, "a", "again");
            assertEquals(5, other.say(ByteString.of("a")).attributes().size());
        }
        assertEquals(2, dataFiles());
    }

    @Test
    void whoHasItOpenReadsOnWhenTheJournalIsWrittenAnew() throws IOException {
        try (Upper one = open();
                Upper other = open()) {
            file(other, "kept", "kept");
            for (int i = 0; i < 1_100; i++) {
                file(one, "x", "");
                one.forget(ByteString.of("x"));
            }
            assertTrue(Files.size(journal()) < 100_000, "" + Files.size(journal()));
            assertEquals(1, other.names(ByteString.EMPTY).size());
            file(other, "late", "late");
            assertEquals(2, one.names(ByteString.EMPTY).size());
        }
        assertTrue(Files.exists(folder.resolve("layer/data/" + Integer.toHexString(1_102))));
    }

    @Test
    void whateverIsLeftOfTheLastStepIsCutOff() throws IOException {
        long before;
        try (Upper upper = open()) {
            file(upper, "a", "a");
            before = Files.size(journal());
            file(upper, "b", "b");
        }
        byte[] whole = Files.readAllBytes(journal());
        for (int length = (int) before; length < whole.length; length += 11) {
            Files.write(journal(), Arrays.copyOf(whole, length));
            try (Upper upper = open()) {
                assertEquals(List.of(ByteString.of("a")), upper.names(ByteString.EMPTY));
                assertEquals(before, Files.size(journal()));
            }
            assertEquals(1, dataFiles());
        }
        byte[] damaged = whole.clone();
        damaged[damaged.length - 1] ^= 1;
        Files.write(journal(), damaged);
        try (Upper upper = open()) {
            file(upper, "c", "c");
            assertEquals(2, upper.names(ByteString.EMPTY).size());
        }
        try (Upper upper = open()) {
            assertEquals(2, upper.names(ByteString.EMPTY).size());
        }
    }

    @Test
    void anythingElseIsRefused() throws IOException {
        open().close();
        Files.writeString(journal(), "something else altogether");
        assertThrows(FileSystemException.class, this::open);
        Files.write(journal(), new byte[0]);
        open().close();
    }

    @Test
    void bytesThatNobodyHasAreRemoved() throws IOException {
        try (Upper upper = open()) {
            file(upper, "a", "a");
            file(upper, "b", "b");
            upper.forget(ByteString.of("a"));
            assertEquals(1, dataFiles());
            try (Upper.Bytes _ = upper.open(ByteString.of("b"), false)) {
                upper.whiteout(ByteString.of("b"));
                assertEquals(1, dataFiles());
            }
            assertEquals(0, dataFiles());
        }
        Files.writeString(folder.resolve("layer/data/7f"), "left by a killed program");
        try (Upper upper = open()) {
            assertEquals(0, dataFiles());
            file(upper, "c", "c");
            assertTrue(Files.exists(folder.resolve("layer/data/80")));
        }
    }

    @Test
    void lostBytesAreNotMadeUp() throws IOException {
        try (Upper upper = open()) {
            file(upper, "a", "a");
        }
        Files.delete(folder.resolve("layer/data/1"));
        try (Upper upper = open()) {
            assertThrows(FileSystemException.class, () -> upper.open(ByteString.of("a"), false));
        }
    }

    @Test
    void aJournalOfDeadStepsIsWrittenAnew() throws IOException {
        try (Upper upper = open()) {
            file(upper, "kept", "kept");
            upper.link(ByteString.of("kept"), ByteString.of("again"));
            upper.whiteout(ByteString.of("gone"));
            upper.set(ByteString.EMPTY, Attributes.IMPLIED_DIRECTORY);
            for (int i = 0; i < 3_000; i++) {
                file(upper, "x" + i % 2, "");
                upper.forget(ByteString.of("x" + i % 2));
            }
            assertTrue(Files.size(journal()) < 200_000, "" + Files.size(journal()));
        }
        try (Upper upper = open()) {
            assertEquals(3, upper.names(ByteString.EMPTY).size());
            assertEquals(2, upper.say(ByteString.of("again")).links());
            assertTrue(upper.say(ByteString.of("gone")).isWhiteout());
        }
    }

    @Test
    void aHoleTakesNoRoom() throws IOException {
        try (Upper upper = open()) {
            upper.makeFile(
                    ByteString.of("sparse"),
                    Attributes.file(0),
                    new ByteArrayInputStream(new byte[5_000_000]));
            assertEquals(5_000_000, upper.say(ByteString.of("sparse")).attributes().size());
            try (Upper.Bytes bytes = upper.open(ByteString.of("sparse"), false)) {
                assertEquals(10, bytes.read(ByteBuffer.allocate(10), 4_999_990));
            }
        }
    }

    @Test
    void aFileThatGrewBeforeAKillHasItsLength() throws IOException {
        try (Upper upper = open()) {
            file(upper, "a", "a");
        }
        Files.writeString(
                folder.resolve("layer/data/1"), "grown", StandardOpenOption.TRUNCATE_EXISTING);
        try (Upper upper = open()) {
            assertEquals(5, upper.say(ByteString.of("a")).attributes().size());
            assertNull(upper.say(ByteString.of("b")));
        }
    }
}
