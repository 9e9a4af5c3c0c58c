package dev.stratoscope.app.text.dockerfile;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an image runs as, by its config. A null list stands for one that is not set. */
final class RunConfig {
    private final JsonNode config;

    /** Reads a run configuration as docker prints it: the field {@code Config} of inspect. */
    RunConfig(JsonNode config) {
        this.config = config;
    }

    Map<String, String> env() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (JsonNode pair : config.path("Env")) {
            String text = pair.asText();
            int equals = text.indexOf('=');
            if (equals > 0) {
                pairs.put(text.substring(0, equals), text.substring(equals + 1));
            }
        }
        return pairs;
    }

    Map<String, String> labels() {
        Map<String, String> pairs = new LinkedHashMap<>();
        config.path("Labels")
                .properties()
                .forEach(label -> pairs.put(label.getKey(), label.getValue().asText()));
        return pairs;
    }

    /** A field that is text; empty where it is not set. */
    String text(String field) {
        return config.path(field).asText("");
    }

    /** A field that is a list of texts; empty where it is not set. */
    List<String> list(String field) {
        List<String> words = new ArrayList<>();
        config.path(field).forEach(word -> words.add(word.asText()));
        return words;
    }

    /** The keys of a field that is a set, such as {@code ExposedPorts}. */
    List<String> keys(String field) {
        List<String> keys = new ArrayList<>();
        config.path(field).fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    JsonNode healthcheck() {
        return config.path("Healthcheck");
    }
}
