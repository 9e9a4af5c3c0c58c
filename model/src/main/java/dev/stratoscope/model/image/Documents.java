package dev.stratoscope.model.image;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the JSON documents of images: strict about form (one value, no duplicate keys, bounded size
 * and depth), lenient about unknown fields (image-spec, considerations.md, "Extensibility").
 */
public final class Documents {
    /** Jackson's words for a place in a document, whose source it does not tell. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;\\]]*; ([^\\]]*)\\]");

    private final Limits limits;
    private final JsonFactory json;

    /** A reader that refuses documents beyond {@code limits}. Safe for use by many threads. */
    public Documents(Limits limits) {
        this.limits = limits;
        StreamReadConstraints constraints =
                StreamReadConstraints.builder()
                        .maxNestingDepth(limits.documentDepth())
                        .maxDocumentLength(limits.documentBytes())
                        .maxStringLength(limits.documentBytes())
                        .build();
        this.json =
                JsonFactory.builder()
                        .streamReadConstraints(constraints)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build();
    }

    /** The limits this reader keeps. */
    public Limits limits() {
        return limits;
    }

    /**
     * Parses one document.
     *
     * @param item what the bytes are, for messages
     * @throws ImageFormatException when it is not one JSON value or breaks a limit
     */
    public JsonNode parse(String item, byte[] bytes) throws IOException {
        if (bytes.length > limits.documentBytes()) {
            throw new LimitException(item, "documentBytes", limits.documentBytes());
        }
        try (JsonParser parser = json.createParser(bytes)) {
            if (parser.nextToken() == null) {
                throw new ImageFormatException(item, "the document is empty");
            }
            JsonNode node = JsonTree.read(parser);
            if (parser.nextToken() != null) {
                throw new ImageFormatException(
                        item,
                        "not valid JSON, more follows after its end"
                                + where(parser.currentTokenLocation()));
            }
            return node;
        } catch (StreamConstraintsException e) {
            if (String.valueOf(e.getMessage()).contains("nesting depth")) {
                throw new LimitException(item, "documentDepth", limits.documentDepth());
            }
            throw new ImageFormatException(item, "not valid JSON, " + where(e), e);
        } catch (JsonProcessingException e) {
            throw new ImageFormatException(item, "not valid JSON, " + where(e), e);
        }
    }

    /**
     * Reads an image manifest; a document that also lists manifests is refused (CVE-2021-41190).
     *
     * @param item what the bytes are, for messages
     */
    public Manifest manifest(String item, byte[] bytes) throws IOException {
        JsonNode root = object(item, parse(item, bytes));
        if (root.has("manifests")) {
            throw new ImageFormatException(item, "is a manifest and an index at once");
        }
        checkType(item, root, true);
        JsonNode config = root.get("config");
        JsonNode layers = root.get("layers");
        if (config == null || layers == null || !layers.isArray()) {
            throw new ImageFormatException(item, "a manifest needs a config and a list of layers");
        }
        if (layers.size() > limits.layers()) {
            throw new LimitException(item, "layers", limits.layers());
        }
        String artifactType = text(root, "artifactType");
        JsonNode subject = root.get("subject");
        return new Manifest(
                descriptor(item, config),
                descriptors(item, layers),
                artifactType == null || artifactType.isEmpty() ? null : new MediaType(artifactType),
                subject == null || subject.isNull() ? null : descriptor(item, subject).digest());
    }

    /**
     * Reads an image index; a document that also names layers is refused (CVE-2021-41190).
     *
     * @param item what the bytes are, for messages
     */
    public List<Descriptor> index(String item, byte[] bytes) throws IOException {
        JsonNode root = object(item, parse(item, bytes));
        if (root.has("layers") || root.has("config")) {
            throw new ImageFormatException(item, "is an index and a manifest at once");
        }
        checkType(item, root, false);
        JsonNode manifests = root.get("manifests");
        if (manifests == null || !manifests.isArray()) {
            throw new ImageFormatException(item, "an index needs a list of manifests");
        }
        if (manifests.size() > limits.manifests()) {
            throw new LimitException(item, "manifests", limits.manifests());
        }
        return descriptors(item, manifests);
    }

    /** Text of a field; null when it is missing or not text. */
    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && value.isTextual() ? value.asText() : null;
    }

    /** The texts of a list; empty when it is missing or no list. */
    static List<String> texts(JsonNode node, String field) {
        List<String> found = new ArrayList<>();
        for (JsonNode one : node.path(field)) {
            if (one.isTextual()) {
                found.add(one.asText());
            }
        }
        return found;
    }

    private static JsonNode object(String item, JsonNode node) throws IOException {
        if (!node.isObject()) {
            throw new ImageFormatException(item, "the document is not a JSON object");
        }
        return node;
    }

    private static void checkType(String item, JsonNode root, boolean manifest) throws IOException {
        String declared = text(root, "mediaType");
        if (declared == null) {
            return;
        }
        MediaType type = new MediaType(declared);
        if (manifest ? type.isIndex() : type.isManifest()) {
            throw new ImageFormatException(item, "its mediaType " + declared + " says otherwise");
        }
    }

    private static List<Descriptor> descriptors(String item, JsonNode list) throws IOException {
        List<Descriptor> found = new ArrayList<>();
        for (JsonNode node : list) {
            found.add(descriptor(item, node));
        }
        return found;
    }

    private static Descriptor descriptor(String item, JsonNode node) throws IOException {
        JsonNode size = node.get("size");
        String digest = text(node, "digest");
        String type = text(node, "mediaType");
        if (digest == null
                || size == null
                || !size.isIntegralNumber()
                || !size.canConvertToLong()) {
            throw new ImageFormatException(item, "a descriptor needs a digest and a size");
        }
        Map<String, String> annotations = new LinkedHashMap<>();
        JsonNode given = node.path("annotations");
        given.properties().forEach(e -> annotations.put(e.getKey(), e.getValue().asText()));
        try {
            return new Descriptor(
                    new MediaType(type == null ? "" : type),
                    Digest.parse(digest),
                    size.asLong(),
                    platform(node.path("platform")),
                    annotations);
        } catch (IllegalArgumentException e) {
            throw new ImageFormatException(item, String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable Platform platform(JsonNode node) {
        String os = text(node, "os");
        String architecture = text(node, "architecture");
        return os == null || architecture == null
                ? null
                : new Platform(
                        os,
                        architecture,
                        text(node, "variant"),
                        text(node, "os.version"),
                        texts(node, "os.features"));
    }

    private static String where(JsonProcessingException e) {
        String said = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        return SOURCE.matcher(said).replaceAll("$1") + where(e.getLocation());
    }

    private static String where(@Nullable JsonLocation location) {
        return location == null
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
