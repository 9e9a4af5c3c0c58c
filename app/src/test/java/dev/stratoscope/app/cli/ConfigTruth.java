package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What other tools say of an image's config, manifest and history, held against our answers. */
final class ConfigTruth {
    /** Only the daemon knows these. */
    private static final Set<String> DAEMONS = Set.of("GraphDriver", "Metadata", "RepoDigests");

    /** The converter to OCI left these out of the config, so its bytes and its id differ. */
    private static final Set<String> NOT_IN_OCI =
            Set.of("Id", "Container", "ContainerConfig", "DockerVersion");

    /** The same of what runs: the image-spec has no words for these. */
    private static final Set<String> DOCKERS_CONFIG = Set.of("Image", "Healthcheck");

    private static final Set<String> NOTHING = Set.of("null", "false", "\"\"", "[]", "{}");

    private static final JsonMapper JSON = new JsonMapper();

    private ConfigTruth() {}

    /** The table of {@code docker history}, but for the ages. */
    static void dockerHistory(ImageAnswers ours, Path table, boolean oci) throws IOException {
        List<String> said = withoutAges(ours.history());
        List<String> truth = withoutAges(Files.readAllLines(table));
        assertEquals(oci ? withoutId(truth) : truth, oci ? withoutId(said) : said);
    }

    /** {@code docker history --format json}, to the byte but for the ages. */
    static void dockerHistoryJson(ImageAnswers ours, Path lines, boolean oci) throws IOException {
        String id = oci ? "\"ID\":\"sha256[^\"]*\"" : "never";
        String hidden = "\"CreatedSince\":\"[^\"]*\"|" + id;
        assertEquals(
                Files.readAllLines(lines).stream().map(l -> l.replaceAll(hidden, "")).toList(),
                ours.historyRows().stream().map(l -> l.replaceAll(hidden, "")).toList());
    }

    /** Every field of {@code docker inspect} that the image itself holds. */
    static void dockerInspect(ImageAnswers ours, Path document, boolean oci) throws IOException {
        JsonNode said = ours.inspect();
        for (Map.Entry<String, JsonNode> field :
                JSON.readTree(document.toFile()).get(0).properties()) {
            String name = field.getKey();
            if (DAEMONS.contains(name)
                    || (oci && (NOT_IN_OCI.contains(name) || name.equals("RepoTags")))) {
                continue;
            }
            if (name.equals("Config") && oci) {
                Map<String, JsonNode> expected = fields(field.getValue());
                Map<String, JsonNode> actual = fields(said.get(name));
                expected.keySet().removeAll(DOCKERS_CONFIG);
                actual.keySet().removeAll(DOCKERS_CONFIG);
                assertEquals(expected, actual, name);
            } else {
                assertEquals(field.getValue(), said.get(name), name);
            }
        }
    }

    /** The config as skopeo reads it: what runs, where, made of what and how. */
    static void skopeoConfig(ImageAnswers ours, Path document) throws IOException {
        JsonNode config = JSON.readTree(document.toFile());
        JsonNode said = ours.inspect();
        for (String name : List.of("Created", "Author", "Architecture", "Os")) {
            assertEquals(
                    config.path(name.toLowerCase(Locale.ROOT)).asText(),
                    said.path(name).asText(),
                    name);
        }
        running(config.get("config"), said.get("Config"));
        assertEquals(config.get("rootfs").get("diff_ids"), said.get("RootFS").get("Layers"));
        List<JsonNode> steps = new ArrayList<>();
        config.get("history").forEach(steps::add);
        Collections.reverse(steps);
        assertEquals(
                steps.getFirst().path("comment").asText(), said.get("Comment").asText(), "Comment");
        List<String> rows = ours.historyRows();
        assertEquals(steps.size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = JSON.readTree(rows.get(i));
            step(steps.get(i), "created_by", row);
            if (steps.get(i).path("empty_layer").asBoolean()) {
                assertEquals("0B", row.get("Size").asText());
            }
        }
    }

    /** The manifest as skopeo reads or makes it: the image's id, and each layer's stored bytes. */
    static void skopeoManifest(ImageAnswers ours, Path document) throws IOException {
        JsonNode manifest = JSON.readTree(document.toFile());
        assertEquals(manifest.get("config").get("digest"), ours.inspect().get("Id"));
        JsonNode layers = ours.layers();
        assertEquals(manifest.get("layers").size(), layers.size());
        for (int i = 0; i < layers.size(); i++) {
            JsonNode stored = manifest.get("layers").get(i);
            assertEquals(stored.get("digest"), layers.get(i).get("digest"));
            assertEquals(stored.get("size").asLong(), layers.get(i).get("compressedSize").asLong());
        }
    }

    /** {@code podman history --format json}; its sizes are other sums than docker's. */
    static void podmanHistory(ImageAnswers ours, Path document) throws IOException {
        JsonNode truth = JSON.readTree(document.toFile());
        List<String> rows = ours.historyRows();
        assertEquals(truth.size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            step(truth.get(i), "CreatedBy", JSON.readTree(rows.get(i)));
        }
    }

    /** What {@code podman image inspect} has in common with docker's. */
    static void podmanInspect(ImageAnswers ours, Path document) throws IOException {
        JsonNode truth = JSON.readTree(document.toFile()).get(0);
        JsonNode said = ours.inspect();
        for (String name : List.of("Created", "Author", "Architecture", "Os", "RootFS")) {
            assertEquals(truth.get(name), said.get(name), name);
        }
        running(truth.get("Config"), said.get("Config"));
    }

    private static void step(JsonNode truth, String createdBy, JsonNode row) {
        assertEquals(truth.path(createdBy).asText(), row.get("CreatedBy").asText());
        assertEquals(truth.path("comment").asText(), row.get("Comment").asText());
        assertEquals(
                Instant.parse(truth.get("created").asText()).truncatedTo(ChronoUnit.SECONDS),
                Instant.parse(row.get("CreatedAt").asText()));
    }

    /** The same settings, where ours may say of more that there is none. */
    private static void running(JsonNode truth, JsonNode said) {
        Map<String, JsonNode> rest = fields(said);
        truth.properties()
                .forEach(
                        field ->
                                assertEquals(
                                        field.getValue(),
                                        rest.remove(field.getKey()),
                                        field.getKey()));
        rest.forEach(
                (name, value) ->
                        assertTrue(NOTHING.contains(value.toString()), name + " " + value));
    }

    private static Map<String, JsonNode> fields(JsonNode node) {
        Map<String, JsonNode> fields = new TreeMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    /** The columns beside CREATED, whose width depends on the ages in it. */
    private static List<String> withoutAges(List<String> table) {
        int from = table.getFirst().indexOf("CREATED");
        int to = table.getFirst().indexOf("CREATED BY");
        return table.stream().map(l -> l.substring(0, from) + l.substring(to)).toList();
    }

    private static List<String> withoutId(List<String> table) {
        List<String> lines = new ArrayList<>(table);
        lines.set(1, lines.get(1).substring(12));
        return lines;
    }
}
