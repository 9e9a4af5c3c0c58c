package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of the command line.
 *
 * @param status the exit status
 * @param bytes standard output
 * @param err standard error
 * @param windows what was asked of the window, as text
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CommandLineRun(int status, byte[] bytes, String err, String windows) {
    /** Where indexes are kept of a run that says nothing else; new for each run of the tests. */
    private static final Path HOME = home();

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-24T18:00:00Z"), ZoneOffset.UTC);

    static CommandLineRun of(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        StringBuilder asked = new StringBuilder();
        Windows windows =
                new Windows() {
                    @Override
                    public int open(@Nullable String source, WindowOptions options) {
                        asked.append("open ").append(source).append(' ').append(options);
                        return 0;
                    }

                    @Override
                    public int picture(@Nullable String source, Path file, WindowOptions options) {
                        asked.append("picture ").append(source).append(' ').append(file);
                        asked.append(' ').append(options);
                        return 0;
                    }
                };
        int status =
                Cli.run(
                        args,
                        out,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        windows,
                        CLOCK,
                        name -> name.equals("STRATOSCOPE_HOME") ? HOME.toString() : null);
        return new CommandLineRun(
                status, out.toByteArray(), err.toString(StandardCharsets.UTF_8), asked.toString());
    }

    private static Path home() {
        try {
            return Files.createTempDirectory(Path.of("target"), "home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run that has to go well, and quietly. */
    static CommandLineRun done(String... args) {
        CommandLineRun run = of(args);
        assertEquals("", run.err(), "standard error");
        assertEquals(0, run.status(), "exit status");
        return run;
    }

    String out() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    List<String> lines() {
        return out().lines().toList();
    }

    JsonNode json() throws IOException {
        return new JsonMapper().readTree(bytes);
    }

    /** The objects of a listing with one a line, by their path, in order. */
    Map<String, JsonNode> byPath() throws IOException {
        JsonMapper mapper = new JsonMapper();
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        for (String line : lines()) {
            JsonNode row = mapper.readTree(line);
            assertEquals(null, rows.put(row.get("path").asText(), row), "twice: " + line);
        }
        return rows;
    }
}
