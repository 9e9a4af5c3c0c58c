package dev.stratoscope.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

class HumanDurationTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT-5S, Less than a second",
        "PT0.9S, Less than a second",
        "PT1S, 1 second",
        "PT47S, 47 seconds",
        "PT60S, About a minute",
        "PT119S, About a minute",
        "PT3M, 3 minutes",
        "PT59M, 59 minutes",
        "PT60M, About an hour",
        "PT89M, About an hour",
        "PT90M, 2 hours",
        "PT47H, 47 hours",
        "PT48H, 2 days",
        "P7D, 7 days",
        "P13D, 13 days",
        "P14D, 2 weeks",
        "P59D, 8 weeks",
        "P60D, 2 months",
        "P729D, 24 months",
        "P730D, 2 years",
        "P4018D, 11 years"
    })
    void spansAreInDockersWords(Duration span, String text) {
        assertEquals(text, HumanDuration.of(span));
    }

    @Test
    void agesCountFromTheWholeSecond() {
        assertEquals("7 days ago", HumanDuration.ago(NOW.minus(Duration.ofDays(7)), NOW));
        assertEquals("1 second ago", HumanDuration.ago(NOW.minusMillis(500), NOW));
    }

    @Test
    void timesUpTo2000AreNotAvailable() {
        assertEquals("N/A", HumanDuration.ago(null, NOW));
        assertEquals("N/A", HumanDuration.ago(Instant.EPOCH, NOW));
        assertEquals("N/A", HumanDuration.ago(Instant.parse("1980-11-10T10:23:00Z"), NOW));
        assertEquals("N/A", HumanDuration.ago(Instant.parse("2000-01-01T00:00:00Z"), NOW));
        assertEquals("26 years ago", HumanDuration.ago(Instant.parse("2000-01-01T00:00:01Z"), NOW));
    }
}
