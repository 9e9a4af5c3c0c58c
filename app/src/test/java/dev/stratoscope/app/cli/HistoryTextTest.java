package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.stratoscope.app.text.SharedData;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.HistoryRow;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The cells and the tables that docker's own tests of {@code docker history} expect. */
class HistoryTextTest {
    @TestFactory
    Stream<DynamicTest> everyCellAndTableIsDockers() throws IOException {
        JsonNode table =
                new JsonMapper().readTree(SharedData.at("cases/tables/history_text.json").toFile());
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode row : table.get("cases")) {
            tests.add(
                    DynamicTest.dynamicTest(
                            tests.size() + 1 + " " + row.path("field").asText("table"),
                            () -> check(row)));
        }
        assertEquals(table.get("count").asInt(), tests.size());
        return tests.stream();
    }

    private static void check(JsonNode row) throws IOException {
        String expected = row.path("expected").asText();
        switch (row.path("field").asText()) {
            case "CREATED" ->
                    assertEquals(
                            expected,
                            cells(text(step(time(row.get("value")), "x", 0), false, true)).get(1));
            case "SIZE" -> {
                boolean human = row.path("human").asBoolean();
                HistoryRow step = step(now(), "x", row.path("value").asLong());
                assertEquals(expected, cells(text(step, false, human)).get(3));
            }
            case "CREATED BY" -> checkCommand(row.path("value").asText("a\tb" + "c".repeat(60)));
            default -> checkTable(row);
        }
    }

    private static void checkCommand(String command) throws IOException {
        String plain = command.replace('\t', ' ');
        HistoryRow step = step(now(), command, 0);
        assertEquals(plain, cells(text(step, true, true)).get(2));
        assertEquals(plain.substring(0, 44) + "…", cells(text(step, false, true)).get(2));
    }

    /** The tables of docker's tests have ids that are none; only the column of ids may differ. */
    private static void checkTable(JsonNode row) throws IOException {
        JsonNode item = row.path("item");
        String golden = Files.readString(SharedData.at("cases/" + row.path("golden").asText()));
        String given = item.path("ID").asText();
        Digest id = new Digest("sha256", given + "0".repeat(64 - given.length()));
        HistoryRow step =
                new HistoryRow(
                        id,
                        0,
                        -1,
                        time(item.get("created")),
                        item.path("created_by").asText(),
                        0,
                        item.path("comment").asText());
        List<String> args = new ArrayList<>();
        row.path("args").forEach(arg -> args.add(arg.asText()));
        boolean human = !args.contains("--human=false");
        if (args.contains("--quiet")) {
            assertEquals(golden.replace(given, id.toString()), listing(step, true, human, true));
        } else if (given.length() >= 12) {
            assertEquals(golden, listing(step, false, human, false));
        } else {
            List<String> ours = cells(listing(step, false, human, false));
            List<String> theirs = cells(golden);
            assertEquals(theirs.subList(1, theirs.size()), ours.subList(1, ours.size()));
        }
    }

    private static Instant time(@Nullable JsonNode value) {
        String text = value == null ? "" : value.asText();
        return switch (text) {
            case "now" -> now();
            case "7 days before now" -> before(7);
            case "11 years before now" -> before(11 * 365);
            case "0" -> Instant.EPOCH;
            default -> Instant.parse(text);
        };
    }

    private static Instant now() {
        return CommandLineRun.CLOCK.instant();
    }

    private static Instant before(int days) {
        return now().atZone(ZoneOffset.UTC).minusDays(days).toInstant();
    }

    private static HistoryRow step(Instant created, String command, long size) {
        return new HistoryRow(Digest.sha256(new byte[0]), 0, 0, created, command, size, "end");
    }

    private static String text(HistoryRow step, boolean whole, boolean human) throws IOException {
        return listing(step, whole, human, false);
    }

    private static String listing(HistoryRow step, boolean whole, boolean human, boolean quiet)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HistoryListing(List.of(step), CommandLineRun.CLOCK, whole, human)
                .write(out, false, quiet);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The cells of the only row, of which none is empty. */
    private static List<String> cells(String table) {
        String line = table.lines().skip(1).findFirst().orElseThrow();
        return List.of(line.split(" {3,}", -1));
    }
}
