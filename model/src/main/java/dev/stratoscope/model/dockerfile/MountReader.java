package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code --mount} of RUN. */
final class MountReader {
    private static final Map<String, String> OTHER_NAMES =
            Map.of(
                    "src", "source",
                    "dst", "target",
                    "destination", "target",
                    "ro", "readonly",
                    "rw", "readwrite");
    private static final Map<Mount.Type, Set<String>> KNOWN =
            Map.of(
                    Mount.Type.BIND,
                    Set.of("target", "source", "from", "readonly", "readwrite"),
                    Mount.Type.CACHE,
                    Set.of(
                            "target",
                            "source",
                            "from",
                            "id",
                            "readonly",
                            "readwrite",
                            "sharing",
                            "mode",
                            "uid",
                            "gid"),
                    Mount.Type.TMPFS,
                    Set.of("target", "size"),
                    Mount.Type.SECRET,
                    Set.of("target", "source", "id", "required", "mode", "uid", "gid", "env"),
                    Mount.Type.SSH,
                    Set.of("target", "source", "id", "required", "mode", "uid", "gid"));
    private static final Set<String> SHARING = Set.of("shared", "private", "locked");

    private final SourceText text;
    private final Flag flag;
    private final Map<String, String> values = new HashMap<>();

    MountReader(SourceText text, Flag flag) {
        this.text = text;
        this.flag = flag;
    }

    Mount read() throws DockerfileException {
        for (String field : fields(flag.value())) {
            int equals = field.indexOf('=');
            String key = (equals < 0 ? field : field.substring(0, equals)).toLowerCase(Locale.ROOT);
            String name = OTHER_NAMES.getOrDefault(key, key);
            if (equals < 0 && !Set.of("readonly", "readwrite", "required").contains(name)) {
                throw wrong(field + " has no value: expected KEY=VALUE");
            }
            values.put(name, equals < 0 ? "true" : field.substring(equals + 1));
        }
        Mount.Type type = type();
        for (String key : values.keySet()) {
            if (!key.equals("type") && !KNOWN.getOrDefault(type, Set.of()).contains(key)) {
                throw wrong(
                        "a mount of type "
                                + word(type)
                                + " has no "
                                + key
                                + ": expected "
                                + String.join(
                                        ", ",
                                        KNOWN.getOrDefault(type, Set.of()).stream()
                                                .sorted()
                                                .toList()));
            }
        }
        return mount(type);
    }

    private Mount mount(Mount.Type type) throws DockerfileException {
        @Nullable String target = values.get("target");
        @Nullable String id = values.get("id");
        String from = values.getOrDefault("from", "");
        int variable = from.indexOf('$');
        if (variable >= 0 && variable < from.length() - 1) {
            throw wrong("from cannot be a variable: expected the name of a stage or an image");
        }
        boolean secret = type == Mount.Type.SECRET;
        if (target == null && type != Mount.Type.SSH && !secret) {
            throw wrong("a mount of type " + word(type) + " needs target=PATH");
        }
        String source = values.getOrDefault("source", "");
        if (secret && id == null) {
            id = !source.isEmpty() ? source : target == null ? null : lastName(target);
            if (id == null || id.isEmpty()) {
                throw wrong("a secret needs id=NAME, or a target to take it from");
            }
        }
        String sharing = values.getOrDefault("sharing", "shared");
        if (!SHARING.contains(sharing)) {
            throw wrong("sharing cannot be " + sharing + ": expected shared, private or locked");
        }
        return new Mount(
                type,
                target,
                secret ? "" : source,
                from.isEmpty() ? null : from,
                id,
                readOnly(type),
                sharing,
                (int) number("mode", 8, 07777, -1),
                number("uid", 10, 0xFFFF_FFFEL, 0),
                number("gid", 10, 0xFFFF_FFFEL, 0),
                size(),
                isSet("required"),
                values.get("env"));
    }

    private Mount.Type type() throws DockerfileException {
        String said = values.getOrDefault("type", "bind");
        for (Mount.Type type : Mount.Type.values()) {
            if (word(type).equals(said)) {
                return type;
            }
        }
        throw wrong(
                "there are no mounts of type "
                        + said
                        + ": expected bind, cache, tmpfs, secret or ssh");
    }

    private boolean readOnly(Mount.Type type) throws DockerfileException {
        if (values.containsKey("readwrite")) {
            return !isSet("readwrite");
        }
        return values.containsKey("readonly") ? isSet("readonly") : type == Mount.Type.BIND;
    }

    private boolean isSet(String key) throws DockerfileException {
        String value = values.getOrDefault(key, "false");
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1", "" -> true;
            case "false", "0" -> false;
            default -> throw wrong(key + " cannot be " + value + ": expected true or false");
        };
    }

    private long number(String key, int base, long most, long usual) throws DockerfileException {
        String value = values.get(key);
        if (value == null || value.contains("$")) {
            return usual;
        }
        try {
            long number = Long.parseLong(value, base);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as of numbers that are too large.
        }
        throw wrong(
                key
                        + " cannot be "
                        + value
                        + ": expected "
                        + (base == 8 ? "an octal number such as 0755" : "a number"));
    }

    private long size() throws DockerfileException {
        String value = values.getOrDefault("size", "0").toLowerCase(Locale.ROOT);
        String digits = value.replaceFirst("(i?b|[kmgt]i?b?)$", "");
        int unit =
                "kmgt"
                        .indexOf(
                                value.length() > digits.length()
                                        ? value.charAt(digits.length())
                                        : ' ');
        try {
            long number = Long.parseLong(digits);
            if (number >= 0 && number < 1L << 40) {
                return number << (10 * (unit + 1));
            }
        } catch (NumberFormatException e) {
            // Said below, as of numbers that are too large.
        }
        throw wrong("size cannot be " + value + ": expected a size such as 64m");
    }

    /** Divided at commas; quotes keep them. */
    private List<String> fields(String value) throws DockerfileException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        if (quoted || value.isEmpty()) {
            throw wrong(quoted ? "a quote is not closed" : "--mount needs type=… and more");
        }
        fields.add(field.toString());
        return fields;
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String word(Mount.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private DockerfileException wrong(String reason) {
        return text.wrong(flag.range(), reason);
    }
}
