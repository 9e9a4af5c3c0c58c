package dev.stratoscope.model.container;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.image.Printable;
import dev.stratoscope.model.runtime.Signals;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instructions of a Dockerfile that change an image's config, as docker's {@code commit --change}
 * takes them, in their forms for exec and for a shell.
 */
final class ConfigChange {
    private static final Pattern PORT =
            Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?(?:/(tcp|udp|sctp))?");
    private static final Pattern SPAN = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ns|us|ms|s|m|h)");
    private static final Map<String, Long> UNITS =
            Map.of(
                    "ns", 1L,
                    "us", 1_000L,
                    "ms", 1_000_000L,
                    "s", 1_000_000_000L,
                    "m", Duration.ofMinutes(1).toNanos(),
                    "h", Duration.ofHours(1).toNanos());
    private static final int MOST_PORT = 65_535;

    private final ObjectNode config;
    private final String instruction;
    private boolean entrypointSet;

    private ConfigChange(ObjectNode config, String instruction) {
        this.config = config;
        this.instruction = instruction;
    }

    /**
     * A config with all instructions done to it, one after another.
     *
     * @param config left as it is
     * @throws IllegalArgumentException when one is none; the message names it
     */
    static ObjectNode all(ObjectNode config, List<String> instructions) {
        ObjectNode changed = config.deepCopy();
        boolean cmd = false;
        for (String instruction : instructions) {
            ConfigChange change = new ConfigChange(changed, instruction.strip());
            String word = change.apply();
            cmd |= word.equals("CMD");
            if (change.entrypointSet && !cmd) {
                changed.remove("Cmd");
            }
        }
        return changed;
    }

    private String apply() {
        int end = 0;
        while (end < instruction.length() && !Character.isWhitespace(instruction.charAt(end))) {
            end++;
        }
        String word = instruction.substring(0, end).toUpperCase(Locale.ROOT);
        String rest = instruction.substring(end).strip();
        if (rest.isEmpty()) {
            throw refused("says nothing");
        }
        switch (word) {
            case "CMD" -> set("Cmd", command(rest));
            case "ENTRYPOINT" -> {
                set("Entrypoint", command(rest));
                entrypointSet = true;
            }
            case "ENV" -> environment(pairs(rest));
            case "LABEL" -> pairs(rest).forEach((key, value) -> object("Labels").put(key, value));
            case "EXPOSE" -> words(rest).forEach(this::expose);
            case "VOLUME" -> {
                List<String> json = json(rest);
                for (String path : json == null ? words(rest) : json) {
                    object("Volumes").putObject(path);
                }
            }
            case "USER" -> config.put("User", rest);
            case "WORKDIR" -> config.put("WorkingDir", workdir(rest));
            case "STOPSIGNAL" -> {
                Signals.number(rest);
                config.put("StopSignal", rest);
            }
            case "HEALTHCHECK" -> healthcheck(rest);
            case "ONBUILD" -> {
                ArrayNode list =
                        config.path("OnBuild").isArray()
                                ? (ArrayNode) config.get("OnBuild")
                                : config.putArray("OnBuild");
                list.add(rest);
            }
            default ->
                    throw refused(
                            "is none of CMD, ENTRYPOINT, ENV, EXPOSE, HEALTHCHECK, LABEL, ONBUILD,"
                                    + " STOPSIGNAL, USER, VOLUME and WORKDIR");
        }
        return word;
    }

    private IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("--change " + Printable.of(instruction) + ": " + why);
    }

    private ObjectNode object(String field) {
        return config.path(field).isObject()
                ? (ObjectNode) config.get(field)
                : config.putObject(field);
    }

    private void set(String field, List<String> values) {
        ArrayNode list = config.putArray(field);
        values.forEach(list::add);
    }

    /** The exec form as it is; the shell form in the config's shell. */
    private List<String> command(String rest) {
        List<String> json = json(rest);
        if (json != null) {
            return json;
        }
        List<String> all = new ArrayList<>();
        config.path("Shell").forEach(part -> all.add(part.asText()));
        if (all.isEmpty()) {
            all.addAll(List.of("/bin/sh", "-c"));
        }
        all.add(rest);
        return all;
    }

    /** The strings of a JSON array; null when it is none, as docker decides it too. */
    private static @Nullable List<String> json(String text) {
        if (!text.startsWith("[")) {
            return null;
        }
        try {
            List<String> values = new ArrayList<>();
            JsonNode list = new JsonMapper().readTree(text);
            for (JsonNode one : list) {
                if (!one.isTextual()) {
                    return null;
                }
                values.add(one.asText());
            }
            return list.isArray() ? values : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private void environment(Map<String, String> pairs) {
        List<String> before = new ArrayList<>();
        config.path("Env").forEach(one -> before.add(one.asText()));
        List<String> more = new ArrayList<>();
        pairs.forEach((key, value) -> more.add(key + "=" + value));
        set("Env", RunConfig.environment(before, more));
    }

    /** {@code NAME=VALUE NAME="VALUE"}, or the old form {@code NAME VALUE} of a single one. */
    private Map<String, String> pairs(String rest) {
        Map<String, String> pairs = new java.util.LinkedHashMap<>();
        List<String> words = words(rest);
        if (words.getFirst().indexOf('=') < 0) {
            int space = words.getFirst().length();
            if (words.size() < 2) {
                throw refused("needs a name and a value");
            }
            pairs.put(words.getFirst(), rest.substring(space).strip());
            return pairs;
        }
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals <= 0) {
                throw refused("has " + Printable.of(word) + " without a value");
            }
            pairs.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return pairs;
    }

    /** The words of a line, of which quotes and backslashes keep spaces. */
    private List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
                inWord = true;
            } else if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                inWord = true;
            } else if (Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (quote != 0) {
            throw refused("ends within quotes");
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    private void expose(String text) {
        Matcher port = PORT.matcher(text.toLowerCase(Locale.ROOT));
        if (!port.matches()) {
            throw refused(Printable.of(text) + " is no port");
        }
        int first = Integer.parseInt(port.group(1));
        int last = port.group(2) == null ? first : Integer.parseInt(port.group(2));
        if (first < 1 || last < first || last > MOST_PORT) {
            throw refused(Printable.of(text) + " is no port, 1 to 65535");
        }
        String protocol = port.group(3) == null ? "tcp" : port.group(3);
        for (int number = first; number <= last; number++) {
            object("ExposedPorts").putObject(number + "/" + protocol);
        }
    }

    private String workdir(String path) {
        if (path.startsWith("/")) {
            return path;
        }
        String before = config.path("WorkingDir").asText("/");
        return (before.endsWith("/") ? before : before + "/") + path;
    }

    private void healthcheck(String rest) {
        ObjectNode check = config.putObject("Healthcheck");
        if (rest.equalsIgnoreCase("NONE")) {
            check.putArray("Test").add("NONE");
            return;
        }
        Map<String, String> fields =
                new TreeMap<>(
                        Map.of(
                                "--interval=", "Interval",
                                "--timeout=", "Timeout",
                                "--start-period=", "StartPeriod",
                                "--start-interval=", "StartInterval"));
        String left = rest;
        while (left.startsWith("--")) {
            int end = left.indexOf(' ');
            String flag = end < 0 ? left : left.substring(0, end);
            left = end < 0 ? "" : left.substring(end).strip();
            int equals = flag.indexOf('=') + 1;
            String field = fields.get(flag.substring(0, equals));
            String value = flag.substring(equals);
            if (field != null) {
                check.put(field, nanos(value));
            } else if (flag.startsWith("--retries=") && value.matches("[0-9]{1,9}")) {
                check.put("Retries", Integer.parseInt(value));
            } else {
                throw refused(Printable.of(flag) + " is no option of a health check");
            }
        }
        if (!left.regionMatches(true, 0, "CMD", 0, 3) || left.length() < 5) {
            throw refused("needs CMD and a command, or NONE");
        }
        String command = left.substring(3).strip();
        List<String> json = json(command);
        ArrayNode test = check.putArray("Test").add(json == null ? "CMD-SHELL" : "CMD");
        (json == null ? List.of(command) : json).forEach(test::add);
    }

    private long nanos(String text) {
        Matcher span = SPAN.matcher(text);
        double nanos = 0;
        int end = 0;
        while (span.find() && span.start() == end) {
            nanos += Double.parseDouble(span.group(1)) * UNITS.getOrDefault(span.group(2), 0L);
            end = span.end();
        }
        if (end == 0 || end != text.length()) {
            throw refused(Printable.of(text) + " is no span of time such as 30s");
        }
        return Math.round(nanos);
    }
}
