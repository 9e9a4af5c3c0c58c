package dev.stratoscope.model.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.dockerfile.IgnoreFile;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

class ContextFolderTest {
    /** By which every file here was last changed long ago. */
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(10));

    @TempDir private Path folder;
    private Path records;
    private Path context;

    @BeforeEach
    void makeContext() throws IOException {
        records = folder.resolve("records");
        context = Files.createDirectory(folder.resolve("context"));
        Files.writeString(context.resolve("f"), "one");
    }

    private ContextFolder open(Clock clock) throws IOException {
        return new ContextFolder(context, IgnoreFile.NOTHING, records, clock);
    }

    private static ContextNode file(ContextFolder context) throws IOException {
        return (ContextNode) Objects.requireNonNull(context.root().child(ByteString.of("f")));
    }

    private static Digest of(String text) {
        return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts another digest in the place of what is remembered, so that its use shows. */
    private void forge(ContextNode file) throws IOException {
        HashRecord record = new HashRecord(records, context);
        record.put(file.path(), FileStamp.of(file.stat()), of("forged"));
        record.keep();
    }

    @Test
    void aFileThatIsAsItWasIsNotReadAgain() throws IOException {
        try (ContextFolder first = open(LATER)) {
            first.hash(List.of(file(first)), Progress.NONE);
            assertEquals(of("one"), file(first).body().digest());
            forge(file(first));
        }
        try (ContextFolder second = open(LATER)) {
            assertEquals(of("forged"), file(second).body().digest());
        }
        Files.setLastModifiedTime(context.resolve("f"), FileTime.fromMillis(1_000));
        try (ContextFolder third = open(LATER)) {
            assertEquals(of("one"), file(third).body().digest());
        }
    }

    @Test
    void aFileThatWasChangedJustNowIsReadAgain() throws IOException {
        try (ContextFolder first = open(Clock.systemUTC())) {
            first.hash(List.of(file(first)), Progress.NONE);
        }
        assertTrue(Files.notExists(records), "nothing is settled that could be kept");
    }

    @Test
    void aDamagedRecordIsAsNone() throws IOException {
        try (ContextFolder first = open(LATER)) {
            first.hash(List.of(file(first)), Progress.NONE);
        }
        try (Stream<Path> kept = Files.list(records)) {
            Path record = kept.findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(record);
            for (int length = 0; length < bytes.length; length += 7) {
                Files.write(record, java.util.Arrays.copyOf(bytes, length));
                try (ContextFolder again = open(LATER)) {
                    assertEquals(of("one"), file(again).body().digest());
                }
            }
        }
    }

    @Test
    void aLongFileThatChangesWhileItIsCopiedIsAnError() throws IOException {
        String one = "one".repeat(30_000);
        try (ContextFolder open = open(LATER)) {
            for (String changed : List.of("two".repeat(30_000), one + "longer", "")) {
                Files.writeString(context.resolve("f"), one);
                ContextNode file = file(open);
                assertEquals(of(one), file.body().digest());
                Files.writeString(context.resolve("f"), changed);
                String why = assertThrows(IOException.class, () -> read(file)).getMessage();
                assertEquals("f: changed while it was copied from the context; build again", why);
            }
            ContextNode file = file(open);
            assertNotEquals(of(one), file.body().digest());
            Files.writeString(context.resolve("f"), one);
            ContextNode gone = file(open);
            assertEquals(of(one), gone.body().digest());
            Files.delete(context.resolve("f"));
            assertThrows(IOException.class, () -> gone.body().open(0));
        }
    }

    @Test
    void aShortFileIsCopiedAsItWasHashed() throws IOException {
        try (ContextFolder open = open(LATER)) {
            ContextNode file = file(open);
            assertEquals(of("one"), file.body().digest());
            Files.writeString(context.resolve("f"), "two");
            assertEquals("one", read(file));
            IOException told = assertThrows(IOException.class, () -> read(file));
            assertEquals(
                    "f: changed while it was copied from the context; build again",
                    told.getMessage());
            assertEquals("two", read(file(open)));
        }
    }

    private static String read(ContextNode file) throws IOException {
        try (InputStream in = file.body().open(0)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
