package dev.stratoscope.model.image;

import static dev.stratoscope.model.image.Shape.flag;
import static dev.stratoscope.model.image.Shape.list;
import static dev.stratoscope.model.image.Shape.map;
import static dev.stratoscope.model.image.Shape.number;
import static dev.stratoscope.model.image.Shape.object;
import static dev.stratoscope.model.image.Shape.optional;
import static dev.stratoscope.model.image.Shape.required;
import static dev.stratoscope.model.image.Shape.text;
import static dev.stratoscope.model.image.Shape.time;
import static dev.stratoscope.model.image.Shape.uri;
import static dev.stratoscope.model.image.Shape.word;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.image.Finding.Code;
import dev.stratoscope.model.image.Finding.Severity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells in what an image's documents depart from the form that the image-spec gives them, also
 * where a reader can do without. Docker's documents are measured by the same rules, which theirs
 * keep too.
 */
public final class Conformance {
    private static final int MOST_FINDINGS = 20;

    private static final Pattern TYPE_PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*+");
    private static final int LONGEST_TYPE_PART = 127;

    private static final Pattern DIGEST_TEXT =
            Pattern.compile("[a-z0-9]++(?:[+._-][a-z0-9]++)*+:[a-zA-Z0-9=_-]++");
    private static final int LONGEST_DIGEST = 1_000;

    private static final Pattern VARIABLE = Pattern.compile("[^=]++=.*+", Pattern.DOTALL);

    private static final Shape TEXTS = list(text());
    private static final Shape TEXT_MAP = map(text());
    private static final Shape OBJECT_MAP = map(object());
    private static final Shape MEDIA_TYPE = text("a media type", Conformance::isMediaType);
    private static final Shape DIGEST = text("a digest", Conformance::isDigest);
    private static final Shape SCHEMA_VERSION = number(2, 2);

    private static final Shape PLATFORM =
            object(
                    required("architecture", text()),
                    required("os", text()),
                    optional("os.version", text()),
                    optional("os.features", TEXTS),
                    optional("variant", text()));

    private static final Shape DESCRIPTOR =
            object(
                    required("mediaType", MEDIA_TYPE),
                    required("size", number(0, Long.MAX_VALUE)),
                    required("digest", DIGEST),
                    optional("urls", list(uri())),
                    optional("data", text()),
                    optional("artifactType", MEDIA_TYPE),
                    optional("platform", PLATFORM),
                    optional("annotations", TEXT_MAP));

    private static final Shape MANIFEST =
            object(
                    required("schemaVersion", SCHEMA_VERSION),
                    optional("mediaType", MEDIA_TYPE),
                    optional("artifactType", MEDIA_TYPE),
                    required("config", DESCRIPTOR),
                    optional("subject", DESCRIPTOR),
                    required("layers", list(DESCRIPTOR)),
                    optional("annotations", TEXT_MAP));

    private static final Shape INDEX =
            object(
                    required("schemaVersion", SCHEMA_VERSION),
                    optional("mediaType", MEDIA_TYPE),
                    optional("artifactType", MEDIA_TYPE),
                    optional("subject", DESCRIPTOR),
                    required("manifests", list(DESCRIPTOR)),
                    optional("annotations", TEXT_MAP));

    private static final Shape RUN_CONFIG =
            object(
                    optional("User", text()),
                    optional("ExposedPorts", OBJECT_MAP),
                    optional("Env", list(text("of the form NAME=value", VARIABLE))),
                    optional("Entrypoint", TEXTS),
                    optional("Cmd", TEXTS),
                    optional("Volumes", OBJECT_MAP),
                    optional("WorkingDir", text()),
                    optional("Labels", TEXT_MAP),
                    optional("StopSignal", text()),
                    optional("ArgsEscaped", flag()));

    private static final Shape STEP =
            object(
                    optional("created", time()),
                    optional("author", text()),
                    optional("created_by", text()),
                    optional("comment", text()),
                    optional("empty_layer", flag()));

    private static final Shape CONFIG =
            object(
                    optional("created", time()),
                    optional("author", text()),
                    required("architecture", text()),
                    optional("variant", text()),
                    required("os", text()),
                    optional("os.version", text()),
                    optional("os.features", TEXTS),
                    optional("config", RUN_CONFIG),
                    required(
                            "rootfs",
                            object(
                                    required("type", word("layers")),
                                    required("diff_ids", list(DIGEST)))),
                    optional("history", list(STEP)));

    private static final Shape LAYOUT = object(required("imageLayoutVersion", word("1.0.0")));

    private static final Map<MediaType, Shape> SHAPES =
            Map.of(
                    MediaType.OCI_DESCRIPTOR, DESCRIPTOR,
                    MediaType.OCI_MANIFEST, MANIFEST,
                    MediaType.DOCKER_MANIFEST, MANIFEST,
                    MediaType.OCI_INDEX, INDEX,
                    MediaType.DOCKER_LIST, INDEX,
                    MediaType.OCI_CONFIG, CONFIG,
                    MediaType.DOCKER_CONFIG, CONFIG,
                    MediaType.OCI_LAYOUT, LAYOUT);

    private Conformance() {}

    /**
     * What is wrong with a document.
     *
     * @param item what the document is, for messages
     * @param type what it is said to be; a type without known rules has nothing wrong with it
     * @return at most a few dozen findings, in the order of the document
     */
    public static List<Finding> findings(String item, MediaType type, JsonNode document) {
        List<Finding> found = new ArrayList<>();
        Shape shape = SHAPES.get(type);
        if (shape == null) {
            return found;
        }
        shape.check(
                document,
                "",
                (place, reason) -> {
                    if (found.size() < MOST_FINDINGS) {
                        String message = place.isEmpty() ? reason : place + " " + reason;
                        found.add(breach(Severity.ERROR, item, message));
                    }
                });
        boolean bare = document.path("layers").isArray() && document.path("layers").isEmpty();
        if (type.equals(MediaType.OCI_MANIFEST) && bare) {
            found.add(
                    breach(Severity.WARNING, item, "layers is empty, which not every tool takes"));
        }
        String own = Documents.text(document, "mediaType");
        if ((type.isManifest() || type.isIndex()) && own != null && !own.equals(type.value())) {
            found.add(
                    Finding.ofDocument(
                            Code.MEDIA_TYPE,
                            Severity.WARNING,
                            item,
                            "says it is " + own + ", but is listed as " + type));
        }
        return List.copyOf(found);
    }

    /**
     * As the other, of a document that is not parsed yet.
     *
     * @throws IOException when it is not JSON or breaks a limit
     */
    public static List<Finding> findings(
            String item, MediaType type, byte[] document, Documents documents) throws IOException {
        return findings(item, type, documents.parse(item, document));
    }

    private static Finding breach(Severity severity, String item, String message) {
        return Finding.ofDocument(Code.SCHEMA, severity, item, message);
    }

    /** RFC 6838, section 4.2. */
    private static boolean isMediaType(String text) {
        int slash = text.indexOf('/');
        return slash >= 0
                && isTypePart(text.substring(0, slash))
                && isTypePart(text.substring(slash + 1));
    }

    private static boolean isTypePart(String part) {
        return part.length() <= LONGEST_TYPE_PART && TYPE_PART.matcher(part).matches();
    }

    /** Of a registered algorithm the length counts too (image-spec, descriptor.md, "Digests"). */
    private static boolean isDigest(String text) {
        if (text.length() > LONGEST_DIGEST || !DIGEST_TEXT.matcher(text).matches()) {
            return false;
        }
        if (!text.startsWith("sha256:") && !text.startsWith("sha512:")) {
            return true;
        }
        try {
            Digest.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
