package dev.stratoscope.model.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An image's config: what it runs as, its layers' diffIDs and its history (image-spec, config.md).
 * Immutable; the bytes are kept as they came, since their digest is the image id.
 */
public final class ImageConfig {
    private final byte[] bytes;
    private final Digest id;
    private final JsonNode root;
    private final List<Digest> diffIds;
    private final List<History> history;

    private ImageConfig(
            byte[] bytes, Digest id, JsonNode root, List<Digest> diffIds, List<History> history) {
        this.bytes = bytes;
        this.id = id;
        this.root = root;
        this.diffIds = List.copyOf(diffIds);
        this.history = List.copyOf(history);
    }

    /**
     * Reads a config.
     *
     * @param item what the bytes are, for messages
     * @throws ImageFormatException when it has no {@code rootfs} of type {@code layers} or a diffID
     *     is not a digest
     */
    public static ImageConfig parse(String item, byte[] bytes, Documents documents)
            throws IOException {
        JsonNode root = documents.parse(item, bytes);
        JsonNode rootfs = root.path("rootfs");
        if (!"layers".equals(Documents.text(rootfs, "type"))) {
            throw new ImageFormatException(item, "rootfs.type is not \"layers\"");
        }
        List<Digest> diffIds = new ArrayList<>();
        for (JsonNode diffId : rootfs.path("diff_ids")) {
            try {
                diffIds.add(Digest.parse(diffId.asText()));
            } catch (IllegalArgumentException e) {
                throw new ImageFormatException(item, "diff_ids: " + e.getMessage(), e);
            }
        }
        if (diffIds.size() > documents.limits().layers()) {
            throw new LimitException(item, "layers", documents.limits().layers());
        }
        List<History> history = new ArrayList<>();
        for (JsonNode step : root.path("history")) {
            history.add(step(step));
        }
        return new ImageConfig(bytes.clone(), Digest.sha256(bytes), root, diffIds, history);
    }

    /**
     * What stands for the config of an artifact, which has none that could be read as one.
     *
     * @param id the digest of the config it has instead
     * @param blobs the digests of its blobs
     * @param history a step for each blob
     */
    public static ImageConfig ofArtifact(Digest id, List<Digest> blobs, List<History> history) {
        return new ImageConfig(
                new byte[0], id, JsonNodeFactory.instance.objectNode(), blobs, history);
    }

    /** The config's bytes, a copy; of an artifact none. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The config's length in bytes. */
    public int size() {
        return bytes.length;
    }

    /** The image id: the sha256 of the bytes. */
    public Digest id() {
        return id;
    }

    /** The digests of the layers' tars, bottom first. */
    public List<Digest> diffIds() {
        return diffIds;
    }

    /** The change-log, oldest first; may be shorter than the layers, or empty. */
    public List<History> history() {
        return history;
    }

    /** How many layers the history tells of, which may be more than there are. */
    public int toldLayers() {
        return (int) history.stream().filter(step -> !step.emptyLayer()).count();
    }

    /** What it runs on; {@code unknown} stands where the config is silent. */
    public Platform platform() {
        return new Platform(
                orUnknown("os"), orUnknown("architecture"), Documents.text(root, "variant"));
    }

    /** When the image was made; null where it is not said. */
    public @Nullable Instant created() {
        return instant(root, "created");
    }

    /** The labels; empty where there are none. */
    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        root.path("config")
                .path("Labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return Collections.unmodifiableMap(labels);
    }

    /** All that it says but for its layers and its history. */
    public ConfigValues values() {
        return ConfigValues.of(root);
    }

    /** The parsed document; callers in this package only read it. */
    JsonNode root() {
        return root;
    }

    private String orUnknown(String field) {
        String value = Documents.text(root, field);
        return value == null || value.isEmpty() ? "unknown" : value;
    }

    private static History step(JsonNode node) {
        return new History(
                instant(node, "created"),
                orEmpty(node, "created_by"),
                orEmpty(node, "author"),
                orEmpty(node, "comment"),
                node.path("empty_layer").asBoolean(false));
    }

    private static String orEmpty(JsonNode node, String field) {
        String value = Documents.text(node, field);
        return value == null ? "" : value;
    }

    private static @Nullable Instant instant(JsonNode node, String field) {
        String value = Documents.text(node, field);
        if (value == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
