package dev.stratoscope.model.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.SharedCases;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How platforms are written, and which of them serve which. */
class PlatformTest {
    @TestFactory
    Stream<DynamicTest> platformsReadAsContainerdReadsThem() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode row : SharedCases.json("tables/platform_parse.json").path("cases")) {
            String input = row.path("input").asText();
            tests.add(DynamicTest.dynamicTest(input, () -> checkReading(input, row)));
        }
        return tests.stream();
    }

    private static void checkReading(String input, JsonNode row) {
        Platform read = Platform.parse(input);
        assertEquals(given(row.path("expected")), read);
        JsonNode formatted = row.path("formatted");
        List<String> parts = new ArrayList<>();
        formatted.path("args").forEach(part -> parts.add(ours(part.asText())));
        parts.removeIf(String::isEmpty);
        assertEquals(
                formatted.isTextual() ? formatted.asText() : String.join("/", parts),
                read.toString());
        for (JsonNode equal : row.path("matches")) {
            assertEquals(read.normalized(), given(equal).normalized());
        }
    }

    private static Platform given(JsonNode node) {
        return new Platform(
                ours(node.path("OS").asText()),
                ours(node.path("Architecture").asText()),
                ours(node.path("Variant").asText()),
                node.path("OSVersion").asText(),
                Documents.texts(node, "OSFeatures"));
    }

    private static String ours(String word) {
        Platform local = Platform.local();
        return switch (word) {
            case "defaultArch" -> local.architecture();
            case "defaultVariant" -> local.variant() == null ? "" : local.variant();
            default -> word.replace("defaultOS", local.os());
        };
    }

    @TestFactory
    Stream<DynamicTest> platformsServeWhatContainerdLetsThemServe() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode row : SharedCases.json("tables/platform_match_only.json").path("cases")) {
            Platform wanted = Platform.parse(row.path("platform").asText());
            for (String expected : List.of("true", "false")) {
                for (JsonNode offered : row.path("matches").path(expected)) {
                    tests.add(
                            DynamicTest.dynamicTest(
                                    wanted + " <- " + offered.asText(),
                                    () ->
                                            assertEquals(
                                                    expected.equals("true"),
                                                    wanted.accepts(
                                                            Platform.parse(offered.asText())))));
                }
            }
        }
        return tests.stream();
    }

    @Test
    void theVeryPlatformComesFirstThenLesserVariantsThenNarrowerCpus() {
        assertOrder(
                "linux/amd64/v3", "linux/amd64/v3", "linux/amd64/v2", "linux/amd64", "linux/i386");
        assertOrder("linux/arm/v7", "linux/arm", "linux/arm/v6", "linux/arm/v5");
        assertOrder(
                "linux/arm64/v9.1",
                "linux/arm64/v9.1",
                "linux/arm64/v9",
                "linux/arm64/v8.6",
                "linux/arm64",
                "linux/arm/v8",
                "linux/arm/v7");
    }

    @Test
    void aSystemRunsWhatWasMadeForItsBuild() {
        Platform wanted = Platform.parse("windows(10.0.17763)/amd64");
        assertTrue(wanted.accepts(Platform.parse("windows(10.0.17763.6293)/amd64")));
        assertTrue(wanted.accepts(Platform.parse("windows/amd64")));
        assertFalse(wanted.accepts(Platform.parse("windows(10.0.20348)/amd64")));
    }

    @Test
    void featuresCountOnlyWhereSomeAreAskedFor() {
        Platform offered = Platform.parse("windows(10.0.17763+win32k)/amd64");
        assertTrue(Platform.parse("windows/amd64").accepts(offered));
        assertTrue(Platform.parse("windows(+win32k)/amd64").accepts(offered));
        assertFalse(Platform.parse("windows(+other)/amd64").accepts(offered));
    }

    @Test
    void anUnknownArchitectureServesItself() {
        Platform own = new Platform("linux", "vax", "780");
        assertEquals(0, own.preference(own));
        assertEquals(-1, own.preference(new Platform("linux", "vax", null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "linux/",
                "/amd64",
                "a/b/c/d",
                "linux/amd64 ",
                "wonderland",
                "windows(10/amd64",
                "windows(10)x/amd64",
                "windows(%zz)/amd64",
                "windows(%4)/amd64",
                "windows(1++x)/amd64",
                "li\nnux/amd64"
            })
    void whatIsNoPlatformIsRefusedInOneLine(String text) {
        String message =
                String.valueOf(
                        assertThrows(IllegalArgumentException.class, () -> Platform.parse(text))
                                .getMessage());
        assertEquals(1, message.lines().count(), message);
    }

    private static void assertOrder(String wanted, String... offered) {
        Platform own = Platform.parse(wanted);
        List<Integer> places =
                Stream.of(offered).map(one -> own.preference(Platform.parse(one))).toList();
        assertEquals(0, places.getFirst());
        assertEquals(places.stream().sorted().distinct().toList(), places);
    }
}
