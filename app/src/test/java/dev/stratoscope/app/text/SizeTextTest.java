package dev.stratoscope.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.OptionalLong;

final class SizeTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "17, 17",
        "17 bytes, 17",
        "10k, 10000",
        "10 kB, 10000",
        "1.5 MB, 1500000",
        "2MiB, 2097152",
        "1Gi, 1073741824",
        "0.3, 0",
        "' 5 KB ', 5000"
    })
    void sizesAreReadAsPeopleWriteThem(String text, long bytes) {
        assertEquals(OptionalLong.of(bytes), SizeText.parse(text));
    }

    @Test
    void aCommaIsAPoint() {
        assertEquals(OptionalLong.of(1_500), SizeText.parse("1,5k"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k", "-1", "10 parsecs", "1.2.3", "5i", "99999999999 EB"})
    void whatIsNoSizeIsNone(String text) {
        assertEquals(OptionalLong.empty(), SizeText.parse(text));
    }
}
