package dev.stratoscope.model.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.SharedCases;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The grammar of references, bare and as docker completes them. */
class ReferenceTest {
    private static final String HASH = "sha256:" + "0123456789abcdef".repeat(4);

    @TestFactory
    Stream<DynamicTest> referencesReadByTheGrammar() throws IOException {
        return rows("reference_parse", ReferenceTest::checkGrammar);
    }

    private static void checkGrammar(JsonNode row) {
        String input = row.path("input").asText();
        String refusal = row.path("err").asText();
        // The row speaks of a program without SHA-512; OCI registers the algorithm.
        boolean sha512 = input.contains("@sha512:");
        if (!refusal.isEmpty() && !sha512) {
            String message = refusal(() -> Reference.parseBare(input));
            String reason =
                    switch (refusal) {
                        case "ErrNameContainsUppercase" -> "has upper case";
                        case "ErrNameTooLong" -> "more than 255";
                        case "digest.ErrDigestInvalidLength" -> "is not 64 lower-case hex digits";
                        case "digest.ErrDigestUnsupported" -> "is not supported";
                        default -> "is not a reference: ";
                    };
            assertTrue(message.contains(reason), message);
            return;
        }
        Reference read = Reference.parseBare(input);
        assertEquals(input, read.toString());
        if (!sha512) {
            assertEquals(row.path("repository").asText(), read.name());
            assertEquals(row.path("domain").asText(), read.registry());
            assertEquals(text(row.get("tag")), read.tag());
            assertEquals(
                    text(row.get("digest")),
                    read.digest() == null ? null : String.valueOf(read.digest()));
        }
    }

    @TestFactory
    Stream<DynamicTest> hostsAreToldFromOtherText() throws IOException {
        return rows(
                "reference_regexp_domain",
                row ->
                        assertEquals(
                                row.path("match").asBoolean(),
                                Reference.isRegistry(row.path("input").asText())));
    }

    @TestFactory
    Stream<DynamicTest> partsAreThoseOfTheGrammar() throws IOException {
        return rows(
                "reference_regexp_reference",
                row -> {
                    String input = row.path("input").asText();
                    if (!row.path("match").asBoolean()) {
                        refusal(() -> Reference.parseBare(input));
                        return;
                    }
                    Reference read = Reference.parseBare(input);
                    List<String> parts = new ArrayList<>();
                    row.path("subs").forEach(part -> parts.add(part.asText()));
                    assertEquals(
                            parts,
                            List.of(
                                    read.name(),
                                    read.tag() == null ? "" : read.tag(),
                                    read.digest() == null ? "" : read.digest().toString()));
                });
    }

    @TestFactory
    Stream<DynamicTest> namesAreValidAsDockerCompletesThem() throws IOException {
        return rows(
                "reference_valid_names",
                row -> {
                    String input = row.path("input").asText();
                    if (row.path("valid").asBoolean()) {
                        Reference read = Reference.parse(input);
                        assertEquals(read, Reference.parseBare(read.toString()));
                        assertEquals(read, Reference.parse(read.familiar()));
                    } else {
                        refusal(() -> Reference.parse(input));
                    }
                });
    }

    @ParameterizedTest
    @CsvSource({
        "debian, docker.io/library/debian, debian",
        "debian:12, docker.io/library/debian:12, debian:12",
        "jess/t, docker.io/jess/t, jess/t",
        "index.docker.io/debian, docker.io/library/debian, debian",
        "docker.io/library/debian, docker.io/library/debian, debian",
        "docker.io/library/a/b, docker.io/library/a/b, library/a/b",
        "localhost, docker.io/library/localhost, localhost",
        "localhost/debian, localhost/debian, localhost/debian",
        "LOCALDOMAIN/debian, LOCALDOMAIN/debian, LOCALDOMAIN/debian",
        "quay.io/a/b:1, quay.io/a/b:1, quay.io/a/b:1",
        "host:5000/b, host:5000/b, host:5000/b",
        "192.168.0.1:80, docker.io/library/192.168.0.1:80, 192.168.0.1:80",
        "docker.io/a.b/c, docker.io/a.b/c, docker.io/a.b/c"
    })
    void dockerCompletesAndShortensNames(String text, String whole, String familiar) {
        assertEquals(whole, Reference.parse(text).toString());
        assertEquals(familiar, Reference.parse(text).familiar());
    }

    @Test
    void whatHasNeitherTagNorDigestMeansTheLatest() {
        assertEquals("a:latest", Reference.parse("a").withDefaultTag().familiar());
        assertEquals("a:1", Reference.parse("a:1").withDefaultTag().familiar());
        assertEquals("a@" + HASH, Reference.parse("a@" + HASH).withDefaultTag().familiar());
    }

    @Test
    void aTagHas128CharactersAtMost() {
        assertEquals("t".repeat(128), Reference.parse("a:" + "t".repeat(128)).tag());
        refusal(() -> Reference.parse("a:" + "t".repeat(129)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "a-", "a.", "a_", "__a", "a/", "/", ":", "@", "[", "[:", "-", "A", "1"})
    void hostileTextIsReadInNoTime(String part) {
        String text = part.repeat(200_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    for (String hostile :
                            List.of(text, text + "!", "a/" + text, "a:" + text, text + "/a:b")) {
                        assertTrue(refusal(() -> Reference.parse(hostile)).length() < 500);
                        refusal(() -> Reference.parseBare(hostile));
                    }
                });
    }

    @Test
    void aRefusalIsOneLineWhateverTheText() {
        assertEquals(1, refusal(() -> Reference.parse("a\nb@sha256:\u001b[31m")).lines().count());
    }

    private static Stream<DynamicTest> rows(String table, ThrowingConsumer<JsonNode> check)
            throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode row : SharedCases.json("tables/" + table + ".json").path("cases")) {
            String input = row.path("input").asText();
            String name = input.length() > 60 ? input.substring(0, 60) + "..." : "'" + input + "'";
            tests.add(DynamicTest.dynamicTest(name, () -> check.accept(row)));
        }
        return tests.stream();
    }

    private static String refusal(Runnable reading) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, reading::run).getMessage());
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.asText();
    }
}
