package dev.stratoscope.model.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.SharedCases;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The documents of the image-spec's own tests, and what we say of them. */
class ConformanceTest {
    private static final Documents DOCUMENTS = new Documents(Limits.DEFAULT);
    private static final String HEX = "0123456789abcdef".repeat(4);

    private static final String CONFIG =
            "{'architecture':'amd64','os':'linux','rootfs':{'type':'layers','diff_ids':[]}%s}";

    @TestFactory
    Stream<DynamicTest> configsAreMeasuredAsTheSpecificationDoes() throws IOException {
        return rows("oci_schema_config", MediaType.OCI_CONFIG);
    }

    @TestFactory
    Stream<DynamicTest> manifestsAreMeasuredAsTheSpecificationDoes() throws IOException {
        return rows("oci_schema_manifest", MediaType.OCI_MANIFEST);
    }

    @TestFactory
    Stream<DynamicTest> layoutsAreMeasuredAsTheSpecificationDoes() throws IOException {
        return rows("oci_schema_imagelayout", MediaType.OCI_LAYOUT);
    }

    private static Stream<DynamicTest> rows(String table, MediaType type) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode row : SharedCases.json("tables/" + table + ".json").path("cases")) {
            tests.add(
                    DynamicTest.dynamicTest(
                            row.path("test").asText() + " " + (tests.size() + 1),
                            () -> {
                                List<String> found = breaches(type, row.path("document").asText());
                                assertEquals(
                                        row.path("valid").asBoolean(),
                                        found.isEmpty(),
                                        found.toString());
                            }));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> theExamplesOfTheSpecificationAreSound() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode row : SharedCases.json("tables/oci_spec_examples.json").path("cases")) {
            String type = row.path("mediatype").asText().replace("%2B", "+");
            tests.add(
                    DynamicTest.dynamicTest(
                            row.path("file").asText() + " " + row.path("title").asText(),
                            () ->
                                    assertEquals(
                                            List.of(),
                                            breaches(
                                                    new MediaType(type),
                                                    row.path("document").asText()))));
        }
        return tests.stream();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'created':5; created is not text",
                "'created':'yesterday'; created \"yesterday\" is not a time",
                "'config':{'Env':['=x']}; config.Env[0] \"=x\" is not of the form NAME=value",
                "'config':{'Labels':{'a':1}}; config.Labels[\"a\"] is not text",
                "'config':{'ExposedPorts':{'80':7}}; config.ExposedPorts[\"80\"] is not an object",
                "'config':{'ArgsEscaped':'no'}; config.ArgsEscaped is neither true nor false",
                "'history':[{},{'empty_layer':1}]; history[1].empty_layer is neither true nor"
                        + " false",
                "'history':7; history is not a list",
                "'os.features':[1]; os.features[0] is not text",
                "'config':[]; config is not an object"
            })
    void aBreachOfAConfigIsNamedWithItsPlace(String more, String message) throws IOException {
        String config = CONFIG.formatted("," + more).replace('\'', '"');
        assertEquals(List.of(message), breaches(MediaType.OCI_CONFIG, config));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{}; mediaType is missing|size is missing|digest is missing",
                "{'mediaType':'a/b','size':-1,'digest':'md5:x'}; size is not a whole number from 0"
                        + " to 9223372036854775807",
                "{'mediaType':'a/b','size':1.5,'digest':'md5:x'}; size is not a whole number from 0"
                        + " to 9223372036854775807",
                "{'mediaType':'a/b','size':1,'digest':'sha256:abc'}; digest \"sha256:abc\" is not a"
                        + " digest",
                "{'mediaType':'a','size':1,'digest':'md5:x'}; mediaType \"a\" is not a media type",
                "{'mediaType':'a/b','size':1,'digest':'md5:x','urls':['x y']}; urls[0] \"x y\" is"
                        + " not a URI",
                "{'mediaType':'a/b','size':1,'digest':'md5:x','platform':{'os':'linux'}};"
                        + " platform.architecture is missing",
                "[]; is not an object"
            })
    void aBreachOfADescriptorIsNamedWithItsPlace(String text, String messages) throws IOException {
        assertEquals(
                List.of(messages.split("\\|", -1)),
                breaches(MediaType.OCI_DESCRIPTOR, text.replace('\'', '"')));
    }

    @Test
    void nullIsAsGoodAsAbsentWhereAFieldIsOptional() throws IOException {
        String nulls = ",'created':null,'config':{'Env':null,'Volumes':null},'history':null";
        String config = CONFIG.formatted(nulls).replace('\'', '"');
        assertEquals(List.of(), breaches(MediaType.DOCKER_CONFIG, config));
    }

    @Test
    void aDocumentThatNamesAnotherTypeThanItsDescriptorIsOddNotDamaged() throws IOException {
        String index =
                "{\"schemaVersion\":2,\"manifests\":[],\"mediaType\":\"%s\"}"
                        .formatted(MediaType.DOCKER_LIST);
        List<Finding> found =
                Conformance.findings(
                        "index.json", MediaType.OCI_INDEX, DOCUMENTS.parse("x", bytes(index)));
        assertEquals(1, found.size());
        assertEquals(Finding.Code.MEDIA_TYPE, found.getFirst().code());
        assertEquals(Finding.Severity.WARNING, found.getFirst().severity());
    }

    @Test
    void aHostileDocumentGivesFewShortLines() throws IOException {
        String steps = "7,".repeat(10_000) + "7";
        String config = CONFIG.formatted(",'history':[" + steps + "]").replace('\'', '"');
        assertTrue(breaches(MediaType.OCI_CONFIG, config).size() <= 20);
        String label = "\\u001b[31m" + "x".repeat(100_000);
        String odd = CONFIG.formatted(",'config':{'Labels':{'" + label + "':1}}");
        String message = breaches(MediaType.OCI_CONFIG, odd.replace('\'', '"')).getFirst();
        assertTrue(message.length() < 200, message);
        assertFalse(message.contains("\u001b"));
    }

    @Test
    void aTypeWithoutRulesHasNothingWrongWithIt() throws IOException {
        assertEquals(List.of(), breaches(new MediaType("application/json"), "[1]"));
    }

    @Test
    void artifactsAreManifestsToo() throws IOException {
        String empty = descriptor("application/vnd.oci.empty.v1+json");
        String manifest =
                "{\"schemaVersion\":2,\"artifactType\":\"a/b\",\"config\":%s,\"layers\":[%s]}"
                        .formatted(empty, empty);
        assertEquals(List.of(), breaches(MediaType.OCI_MANIFEST, manifest));
    }

    private static String descriptor(String type) {
        return "{\"mediaType\":\"%s\",\"size\":2,\"digest\":\"sha256:%s\"}".formatted(type, HEX);
    }

    /** What is wrong, the refusal to parse included. */
    private static List<String> breaches(MediaType type, String document) throws IOException {
        try {
            JsonNode root = DOCUMENTS.parse("document", bytes(document));
            return Conformance.findings("document", type, root).stream()
                    .map(Finding::message)
                    .toList();
        } catch (ImageFormatException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
