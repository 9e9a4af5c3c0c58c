package dev.stratoscope.model.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.runtime.PublishedPort;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a container runs: the image's config (image-spec, config.md, "config") with what was asked
 * for in its place or on top of it, by docker's rules. Immutable.
 */
final class RunConfig {
    private final ObjectNode json;

    /**
     * A config.
     *
     * @param json not changed by anybody from now on
     */
    RunConfig(ObjectNode json) {
        this.json = json;
    }

    /**
     * The image's config with what was asked for.
     *
     * @param image the object {@code config} of the image's config; may be missing
     */
    static RunConfig of(JsonNode image, RunSpec spec) {
        ObjectNode json =
                image.isObject()
                        ? ((ObjectNode) image).deepCopy()
                        : JsonNodeFactory.instance.objectNode();
        List<String> entrypoint = spec.entrypoint();
        if (entrypoint != null) {
            put(json, "Entrypoint", entrypoint);
        }
        if (entrypoint != null || !spec.command().isEmpty()) {
            put(json, "Cmd", spec.command());
        }
        put(json, "Env", environment(texts(json, "Env"), spec.env()));
        putText(json, "User", spec.user());
        putText(json, "WorkingDir", spec.workdir());
        putText(json, "StopSignal", spec.stopSignal());
        if (!spec.labels().isEmpty()) {
            ObjectNode labels = object(json, "Labels");
            new TreeMap<>(spec.labels()).forEach(labels::put);
        }
        for (PublishedPort port : spec.ports()) {
            object(json, "ExposedPorts").putObject(port.containerPort() + "/tcp");
        }
        return new RunConfig(json);
    }

    /** Variables of which the last of a name counts, at the place of the first. */
    static List<String> environment(List<String> below, List<String> onTop) {
        Map<String, String> merged = new LinkedHashMap<>();
        for (String one : below) {
            merged.put(key(one), one);
        }
        for (String one : onTop) {
            if (one.indexOf('=') < 0) {
                merged.remove(one);
            } else {
                merged.put(key(one), one);
            }
        }
        return List.copyOf(merged.values());
    }

    private static String key(String variable) {
        int equals = variable.indexOf('=');
        return equals < 0 ? variable : variable.substring(0, equals);
    }

    /** As an object of the image-spec; not to be changed. */
    ObjectNode json() {
        return json;
    }

    /** The program and its arguments; empty when neither image nor user named one. */
    List<String> command() {
        List<String> all = new ArrayList<>(texts(json, "Entrypoint"));
        all.addAll(cmd());
        return List.copyOf(all);
    }

    /** What comes after the entrypoint. */
    List<String> cmd() {
        return texts(json, "Cmd");
    }

    /** {@code KEY=value} each. */
    List<String> env() {
        return texts(json, "Env");
    }

    /** A name or number, perhaps with a group after a colon; empty is root. */
    String user() {
        return json.path("User").asText("");
    }

    /** An absolute path; the root where nothing is said. */
    String workdir() {
        String said = json.path("WorkingDir").asText("");
        return said.isEmpty() ? "/" : said.startsWith("/") ? said : "/" + said;
    }

    /** The signal that asks it to end. */
    String stopSignal() {
        String said = json.path("StopSignal").asText("");
        return said.isEmpty() ? "SIGTERM" : said;
    }

    /** Labels by key. */
    Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        json.path("Labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    /**
     * Paths that the image wants kept apart, which are plain folders of the writable layer here.
     */
    Set<String> volumes() {
        Set<String> volumes = new TreeSet<>();
        json.path("Volumes").properties().forEach(volume -> volumes.add(volume.getKey()));
        return volumes;
    }

    private static List<String> texts(JsonNode json, String field) {
        List<String> found = new ArrayList<>();
        JsonNode value = json.path(field);
        if (value.isTextual() && !value.asText().isEmpty()) {
            found.add(value.asText());
        }
        value.forEach(one -> found.add(one.asText()));
        return List.copyOf(found);
    }

    private static void put(ObjectNode json, String field, List<String> values) {
        if (values.isEmpty()) {
            json.remove(field);
            return;
        }
        ArrayNode list = json.putArray(field);
        values.forEach(list::add);
    }

    private static void putText(ObjectNode json, String field, @Nullable String value) {
        if (value != null) {
            json.put(field, value);
        }
    }

    private static ObjectNode object(ObjectNode json, String field) {
        return json.path(field).isObject() ? (ObjectNode) json.get(field) : json.putObject(field);
    }
}
