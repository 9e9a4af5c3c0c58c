package dev.stratoscope.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class HumanSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0B",
        "22, 22B",
        "999, 999B",
        "1000, 1kB",
        "3216, 3.22kB",
        "8460000, 8.46MB",
        "92600000, 92.6MB",
        "182964289, 183MB",
        "999500, 1e+03kB",
        "999400, 999kB",
        "999600000, 1e+03MB",
        "1000000000, 1GB"
    })
    void dockerShowsThreeDigitsAndNoSpace(long bytes, String text) {
        assertEquals(text, HumanSize.docker(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.00 kB",
        "92600000, 92.6 MB",
        "1985472, 1.99 MB",
        "999600000, 1.00 GB",
        "9223372036854775807, 9.22 EB"
    })
    void aWindowShowsASpaceAndNeverAnExponent(long bytes, String text) {
        assertEquals(text, HumanSize.spaced(bytes));
    }

    @Test
    void exactBytesHaveGroupsOfThree() {
        assertEquals("1,985,472 bytes", HumanSize.exact(1_985_472));
        assertEquals("1 byte", HumanSize.exact(1));
        assertEquals("101,011", HumanSize.grouped(101_011));
    }

    @TestFactory
    Stream<DynamicTest> sizesAreThoseOfGoUnits() throws IOException {
        JsonNode table =
                new JsonMapper()
                        .readTree(SharedData.at("cases/tables/units_size_format.json").toFile());
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode row : table.get("cases")) {
            if (!row.get("fn").asText().startsWith("decimal")) {
                continue;
            }
            double bytes = row.get("bytes").asDouble();
            String expected = row.get("expected").asText();
            tests.add(
                    DynamicTest.dynamicTest(
                            bytes + " is " + expected,
                            () -> assertEquals(expected, HumanSize.docker(bytes, 4))));
        }
        assertFalse(tests.isEmpty());
        return tests.stream();
    }
}
