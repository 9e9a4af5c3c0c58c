package dev.stratoscope.model.image;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an image's config says, value by value and as text, but for its layers and its history
 * (image-spec, config.md). Null, an empty text, list or object and {@code false} count as not said.
 * A value of an unexpected type is its JSON text, or stands among the others. Immutable.
 *
 * @param platform {@code os}, {@code architecture}, {@code variant}, {@code os.version} and {@code
 *     os.features} as far as they are said
 * @param env the environment as written, {@code NAME=value} each, in its order
 * @param entrypoint the entrypoint as JSON; null where it is not said
 * @param cmd the command as JSON; null where it is not said
 * @param user the user; null where it is not said
 * @param workingDir the working directory; null where it is not said
 * @param ports exposed ports such as {@code 80/tcp}
 * @param volumes paths of volumes
 * @param labels labels by key
 * @param stopSignal the signal that stops it; null where it is not said
 * @param healthcheck the health check as JSON; null where it is not said
 * @param shell the shell as JSON; null where it is not said
 * @param onBuild instructions for images built on it, in their order
 * @param others all else by its place in the document, such as {@code author} or {@code
 *     config.Hostname}, sorted
 */
public record ConfigValues(
        Map<String, String> platform,
        List<String> env,
        @Nullable String entrypoint,
        @Nullable String cmd,
        @Nullable String user,
        @Nullable String workingDir,
        Set<String> ports,
        Set<String> volumes,
        Map<String, String> labels,
        @Nullable String stopSignal,
        @Nullable String healthcheck,
        @Nullable String shell,
        List<String> onBuild,
        Map<String, String> others) {
    /** The place of the time of creation among the others. */
    public static final String CREATED = "created";

    private static final List<String> PLATFORM =
            List.of("os", "architecture", "variant", "os.version", "os.features");

    /** Copies the collections. */
    public ConfigValues {
        platform = Collections.unmodifiableMap(new LinkedHashMap<>(platform));
        env = List.copyOf(env);
        ports = Collections.unmodifiableSet(new TreeSet<>(ports));
        volumes = Collections.unmodifiableSet(new TreeSet<>(volumes));
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        onBuild = List.copyOf(onBuild);
        others = Collections.unmodifiableMap(new TreeMap<>(others));
    }

    /** Takes a config's document apart. */
    static ConfigValues of(JsonNode root) {
        Fields run = new Fields(root.path("config"));
        Fields top = new Fields(root);
        Map<String, String> platform = new LinkedHashMap<>();
        for (String field : PLATFORM) {
            String value = top.text(field);
            if (value != null) {
                platform.put(field, value);
            }
        }
        List<String> env = run.list("Env");
        Set<String> ports = run.keys("ExposedPorts");
        Set<String> volumes = run.keys("Volumes");
        Map<String, String> labels = run.map("Labels");
        List<String> onBuild = run.list("OnBuild");
        String entrypoint = run.json("Entrypoint");
        String cmd = run.json("Cmd");
        String user = run.text("User");
        String workingDir = run.text("WorkingDir");
        String stopSignal = run.text("StopSignal");
        String healthcheck = run.json("Healthcheck");
        String shell = run.json("Shell");
        Map<String, String> others = new TreeMap<>();
        if (root.path("config").isObject()) {
            top.taken.add("config");
            run.rest("config.", others);
        }
        top.taken.addAll(List.of("rootfs", "history"));
        top.rest("", others);
        return new ConfigValues(
                platform,
                env,
                entrypoint,
                cmd,
                user,
                workingDir,
                ports,
                volumes,
                labels,
                stopSignal,
                healthcheck,
                shell,
                onBuild,
                others);
    }

    /** An object's fields, of which those are left that nobody took. */
    private record Fields(JsonNode object, Set<String> taken) {
        Fields(JsonNode object) {
            this(object, new HashSet<>());
        }

        @Nullable String text(String field) {
            JsonNode value = object.path(field);
            taken.add(field);
            return isSilent(value) ? null : said(value);
        }

        @Nullable String json(String field) {
            JsonNode value = object.path(field);
            taken.add(field);
            return isSilent(value) ? null : value.toString();
        }

        List<String> list(String field) {
            JsonNode value = object.path(field);
            List<String> list = new ArrayList<>();
            if (value.isArray()) {
                taken.add(field);
                value.forEach(element -> list.add(said(element)));
            }
            return list;
        }

        Map<String, String> map(String field) {
            JsonNode value = object.path(field);
            Map<String, String> map = new TreeMap<>();
            if (value.isObject()) {
                taken.add(field);
                value.properties().forEach(one -> map.put(one.getKey(), said(one.getValue())));
            }
            return map;
        }

        Set<String> keys(String field) {
            return map(field).keySet();
        }

        /** Objects are taken apart once more, so that what differs in them can be told. */
        void rest(String place, Map<String, String> into) {
            object.properties()
                    .forEach(
                            field -> {
                                String key = place + field.getKey();
                                JsonNode value = field.getValue();
                                if (taken.contains(field.getKey()) || isSilent(value)) {
                                    return;
                                }
                                if (place.isEmpty() && value.isObject()) {
                                    new Fields(value).rest(key + ".", into);
                                } else {
                                    into.put(key, said(value));
                                }
                            });
        }

        private static String said(JsonNode value) {
            return value.isTextual() ? value.asText() : value.toString();
        }

        private static boolean isSilent(JsonNode value) {
            return value.isMissingNode()
                    || value.isNull()
                    || (value.isTextual() && value.asText().isEmpty())
                    || (value.isContainerNode() && value.isEmpty())
                    || (value.isBoolean() && !value.asBoolean());
        }
    }
}
