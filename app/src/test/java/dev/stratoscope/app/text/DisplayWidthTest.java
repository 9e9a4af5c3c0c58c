package dev.stratoscope.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class DisplayWidthTest {
    @Test
    void textThatFitsStaysWhole() {
        assertEquals("a".repeat(45), DisplayWidth.truncate("a".repeat(45), 45));
        assertEquals("", DisplayWidth.truncate("", 45));
        assertEquals("\u6f22".repeat(22), DisplayWidth.truncate("\u6f22".repeat(22), 45));
    }

    @Test
    void longerTextEndsInAnEllipsis() {
        assertEquals("a".repeat(44) + "\u2026", DisplayWidth.truncate("a".repeat(46), 45));
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertEquals(4, DisplayWidth.of("\u6f22\u5b57"));
        assertEquals(2, DisplayWidth.of("\ud83d\ude00"));
        assertEquals(2, DisplayWidth.of("\u00e9\u00df"));
        assertEquals(
                "\u6f22".repeat(22) + "\u2026", DisplayWidth.truncate("\u6f22".repeat(23), 45));
        assertEquals(
                "a" + "\u6f22".repeat(21) + "\u2026",
                DisplayWidth.truncate("a" + "\u6f22".repeat(23), 45));
    }

    @Test
    void aPairOfSurrogatesIsNeverCut() {
        assertEquals("\ud83d\ude00\u2026", DisplayWidth.truncate("\ud83d\ude00\ud83d\ude00", 3));
    }

    @Test
    void commandsAreCutWhereDockerCutsThem() throws IOException {
        JsonNode table =
                new JsonMapper().readTree(SharedData.at("cases/tables/history_text.json").toFile());
        for (JsonNode row : table.get("cases")) {
            if (row.path("trunc").asBoolean()) {
                assertEquals(
                        row.get("expected").asText(),
                        DisplayWidth.truncate(row.get("value").asText(), 45));
            }
        }
    }
}
