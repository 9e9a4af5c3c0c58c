package dev.stratoscope.model.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Random;

class LogFileTest {
    @TempDir Path folder;

    @Test
    void conmonsLinesHaveTimeAndStream() throws IOException {
        Path file = folder.resolve("log");
        Files.writeString(
                file,
                """
                2026-11-21T16:55:51.837734172+00:00 stdout F one
                2026-11-21T16:55:52.000000000+01:00 stderr P par
                2026-11-21T16:55:52.000000000+01:00 stderr F t

                no line of conmon's
                """);
        try (LogReader log = new LogFile(file)) {
            List<LogLine> records = log.next(10);
            Instant first = Instant.parse("2026-11-21T16:55:51.837734172Z");
            Instant later = Instant.parse("2026-11-21T15:55:52Z");
            assertEquals(
                    List.of(
                            new LogLine(first, false, "one", true),
                            new LogLine(later, true, "par", false),
                            new LogLine(later, true, "t", true),
                            new LogLine(null, false, "", true),
                            new LogLine(null, false, "no line of conmon's", true)),
                    records);
        }
    }

    @Test
    void isReadOnAsItGrowsFromBeforeItWasThere() throws IOException {
        Path file = folder.resolve("log");
        try (LogReader log = new LogFile(file)) {
            assertEquals(List.of(), log.next(1));
            assertFalse(log.await(1));
            Files.writeString(file, "a\nb\nc");
            assertTrue(log.await(1000));
            assertEquals("a", log.next(1).getFirst().text());
            assertEquals("b", log.next(9).getFirst().text());
            Files.writeString(file, "d\n", StandardOpenOption.APPEND);
            assertEquals("cd", log.next(9).getFirst().text());
        }
    }

    @Test
    void hugeLinesComeInParts() throws IOException {
        Path file = folder.resolve("log");
        Files.writeString(file, "x".repeat(300_000) + "\n");
        try (LogReader log = new LogFile(file)) {
            List<LogLine> records = log.next(100);
            assertEquals(300_000, records.stream().mapToInt(one -> one.text().length()).sum());
            assertFalse(records.getFirst().whole());
            assertTrue(records.getLast().whole());
            assertNull(records.getFirst().time());
        }
    }

    @Test
    void bytesThatAreNoTextStayAsTheyAre() throws IOException {
        byte[] bytes = new byte[1000];
        new Random(7).nextBytes(bytes);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        String prefix = "2026-11-21T16:55:51.837734172+00:00 stdout F ";
        written.writeBytes(prefix.getBytes(StandardCharsets.UTF_8));
        for (byte b : bytes) {
            written.write(b);
            if (b == '\n') {
                written.writeBytes(prefix.getBytes(StandardCharsets.UTF_8));
            }
        }
        Path file = Files.write(folder.resolve("log"), written.toByteArray());
        try (LogReader log = new LogFile(file)) {
            for (LogLine line : log.next(1000)) {
                read.writeBytes(line.bytes().toByteArray());
                read.write('\n');
            }
            LogLine rest = log.rest();
            read.writeBytes(rest.bytes().toByteArray());
            assertFalse(rest.whole());
            assertNull(log.rest());
        }
        assertArrayEquals(bytes, read.toByteArray());
    }
}
