package dev.stratoscope.model.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * The document that {@code docker image inspect} prints, field by field in docker's order. Fields
 * that only a daemon knows keep docker's empty values.
 */
public final class Inspect {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * The run configuration's fields in docker's order, and what docker prints for one that is not
     * set.
     */
    private static final List<Field> RUN_CONFIG =
            List.of(
                    new Field("Hostname", Empty.TEXT),
                    new Field("Domainname", Empty.TEXT),
                    new Field("User", Empty.TEXT),
                    new Field("AttachStdin", Empty.FALSE),
                    new Field("AttachStdout", Empty.FALSE),
                    new Field("AttachStderr", Empty.FALSE),
                    new Field("ExposedPorts", Empty.ABSENT),
                    new Field("Tty", Empty.FALSE),
                    new Field("OpenStdin", Empty.FALSE),
                    new Field("StdinOnce", Empty.FALSE),
                    new Field("Env", Empty.NULL),
                    new Field("Cmd", Empty.NULL),
                    new Field("Healthcheck", Empty.ABSENT),
                    new Field("ArgsEscaped", Empty.ABSENT),
                    new Field("Image", Empty.TEXT),
                    new Field("Volumes", Empty.NULL),
                    new Field("WorkingDir", Empty.TEXT),
                    new Field("Entrypoint", Empty.NULL),
                    new Field("NetworkDisabled", Empty.ABSENT),
                    new Field("MacAddress", Empty.ABSENT),
                    new Field("OnBuild", Empty.NULL),
                    new Field("Labels", Empty.NULL),
                    new Field("StopSignal", Empty.ABSENT),
                    new Field("StopTimeout", Empty.ABSENT),
                    new Field("Shell", Empty.ABSENT));

    private Inspect() {}

    /**
     * The document of one image: an array of one object.
     *
     * @param names the image's names in the source; docker shows its own registry's without the
     *     registry, and takes a bare tag, as layouts have it, for no name
     * @param size docker's SIZE of the whole image in bytes
     */
    public static JsonNode of(ImageConfig config, List<String> names, long size) {
        JsonNode root = config.root();
        ObjectNode out = NODES.objectNode();
        out.put("Id", config.id().toString());
        ArrayNode tags = out.putArray("RepoTags");
        repoTags(names).forEach(tags::add);
        out.putArray("RepoDigests");
        out.put("Parent", "");
        out.put("Comment", comment(root));
        out.put("Created", text(root, "created"));
        if (root.hasNonNull("container") || root.hasNonNull("container_config")) {
            out.put("Container", text(root, "container"));
        }
        if (root.hasNonNull("container_config")) {
            out.set("ContainerConfig", runConfig(root.path("container_config")));
        }
        if (root.hasNonNull("docker_version")) {
            out.put("DockerVersion", text(root, "docker_version"));
        }
        out.put("Author", text(root, "author"));
        out.set("Config", runConfig(root.path("config")));
        out.put("Architecture", text(root, "architecture"));
        putUnlessEmpty(out, "Variant", text(root, "variant"));
        out.put("Os", text(root, "os"));
        putUnlessEmpty(out, "OsVersion", text(root, "os.version"));
        out.put("Size", size);
        out.put("VirtualSize", size);
        out.putNull("GraphDriver");
        ObjectNode rootfs = out.putObject("RootFS");
        rootfs.put("Type", "layers");
        ArrayNode layers = rootfs.putArray("Layers");
        config.diffIds().forEach(diffId -> layers.add(diffId.toString()));
        out.putObject("Metadata").put("LastTagTime", "0001-01-01T00:00:00Z");
        return NODES.arrayNode().add(out);
    }

    /**
     * The run configuration alone: the field {@code Config} of the document, a copy. Fields that
     * are not set have docker's empty values or are left out.
     */
    public static JsonNode runConfig(ImageConfig config) {
        return runConfig(config.root().path("config"));
    }

    private static List<String> repoTags(List<String> names) {
        return names.stream()
                .filter(name -> name.indexOf(':', name.lastIndexOf('/') + 1) > 0)
                .map(Inspect::familiar)
                .distinct()
                .toList();
    }

    /** The short form of a name; what is no reference stays as it is. */
    private static String familiar(String name) {
        try {
            return Reference.parse(name).familiar();
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static JsonNode runConfig(JsonNode given) {
        ObjectNode out = NODES.objectNode();
        for (Field field : RUN_CONFIG) {
            JsonNode value = given.get(field.name());
            if (value != null && !value.isNull()) {
                if (field.empty() != Empty.ABSENT || !isEmpty(value)) {
                    out.set(field.name(), value.deepCopy());
                }
                continue;
            }
            switch (field.empty()) {
                case TEXT -> out.put(field.name(), "");
                case FALSE -> out.put(field.name(), false);
                case NULL -> out.putNull(field.name());
                case ABSENT -> {}
            }
        }
        return out;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isContainerNode()
                ? value.isEmpty()
                : value.isTextual()
                        ? value.asText().isEmpty()
                        : value.isBoolean() && !value.asBoolean();
    }

    /** Docker takes the newest step's comment for the image's where it has none of its own. */
    private static String comment(JsonNode config) {
        JsonNode newest = config.path("history").path(config.path("history").size() - 1);
        return config.hasNonNull("comment") ? text(config, "comment") : text(newest, "comment");
    }

    private static String text(JsonNode node, String field) {
        String value = Documents.text(node, field);
        return value == null ? "" : value;
    }

    private static void putUnlessEmpty(ObjectNode out, String name, String value) {
        if (!value.isEmpty()) {
            out.put(name, value);
        }
    }

    private record Field(String name, Empty empty) {}

    private enum Empty {
        TEXT,
        FALSE,
        NULL,
        ABSENT
    }
}
