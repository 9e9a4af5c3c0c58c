package dev.stratoscope.app.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stratoscope.model.runtime.PublishedPort;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Words of a command line, and what may stand in the fields beside it. */
class CommandTextTest {
    @Test
    void whatIsPutTogetherIsTakenApartIntoTheSameWords() {
        List<String> words = List.of("sh", "-c", "echo 'it''s' \"x\"", "", "a b");

        assertEquals(words, CommandText.words(CommandText.of(words)));
    }

    @Test
    void openQuoteIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> CommandText.words("echo 'a"));
    }

    @Test
    void portsAreReadAsDockerWritesThem() {
        assertEquals(new PublishedPort("127.0.0.1", 8080, 80), FieldRules.port("8080:80"));
        assertEquals(new PublishedPort("0.0.0.0", 1, 2), FieldRules.port("0.0.0.0:1:2/tcp"));
        assertEquals(new PublishedPort("::1", 0, 80), FieldRules.port("[::1]::80"));
        assertThrows(IllegalArgumentException.class, () -> FieldRules.port("80:99999"));
    }

    @Test
    void memoryIsReadInPowersOfTwo() {
        assertEquals(512L << 20, FieldRules.memory("512m"));
        assertEquals(3L << 29, FieldRules.memory("1.5g"));
        assertThrows(IllegalArgumentException.class, () -> FieldRules.memory("lots"));
    }
}
