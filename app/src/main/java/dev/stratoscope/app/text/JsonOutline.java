package dev.stratoscope.app.text;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A JSON document as numbered values, in the order in which they stand in its text, and the lines
 * of that text as {@link DockerJson} lays it out. Value 0 is the document. Immutable and safe for
 * use by many threads; as large as its document, whose depth is limited when it is read.
 */
public final class JsonOutline {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final List<JsonNode> values = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> lines;
    private final int[] parents;
    private final int[] ends;
    private final int[] firstLines;
    private final int[] valueAt;

    private JsonOutline(JsonNode document) {
        lines = DockerJson.text(document).lines().toList();
        int count = count(document);
        parents = new int[count];
        ends = new int[count];
        firstLines = new int[count];
        valueAt = new int[lines.size()];
        walk(document);
    }

    /** A container that is being walked through. */
    private record Open(int number, Iterator<Map.Entry<String, JsonNode>> fields) {}

    /** The outline of a document; takes time in proportion to its size. */
    public static JsonOutline of(JsonNode document) {
        return new JsonOutline(document);
    }

    /** How many values there are. */
    public int size() {
        return values.size();
    }

    /** A value. */
    public JsonNode value(int number) {
        return values.get(number);
    }

    /** A value's key, or its place such as {@code [0]}; empty for the document. */
    public String name(int number) {
        return names.get(number);
    }

    /** The container of a value; -1 for the document. */
    public int parent(int number) {
        return parents[number];
    }

    /** The number behind the last value inside this one. */
    public int end(int number) {
        return ends[number];
    }

    /** How many containers a value is in. */
    public int depth(int number) {
        int depth = 0;
        for (int at = parents[number]; at >= 0; at = parents[at]) {
            depth++;
        }
        return depth;
    }

    /** Whether a value has values inside. */
    public boolean hasInside(int number) {
        return ends[number] > number + 1;
    }

    /** The lines of the text, as they are: escape them before showing them. */
    public List<String> lines() {
        return lines;
    }

    /** The line a value begins in, from 0. */
    public int line(int number) {
        return firstLines[number];
    }

    /** The value that begins in a line, or the container that ends there. */
    public int valueAt(int line) {
        return valueAt[line];
    }

    /** Where a value is, such as {@code .[0].Config.Env[1]}: a path that jq takes. */
    public String path(int number) {
        Deque<String> parts = new ArrayDeque<>();
        for (int at = number; at > 0; at = parents[at]) {
            String name = names.get(at);
            boolean isPlace = values.get(parents[at]).isArray();
            parts.push(
                    isPlace
                            ? name
                            : PLAIN_KEY.matcher(name).matches()
                                    ? "." + name
                                    : "[" + DockerJson.quoted(name) + "]");
        }
        String path = String.join("", parts);
        return path.startsWith(".") ? path : "." + path;
    }

    /** A value as it is copied: a string itself, anything else as JSON. */
    public String copied(int number) {
        JsonNode value = values.get(number);
        return value.isTextual()
                ? value.textValue()
                : value.isContainerNode() ? DockerJson.text(value) : value.toString();
    }

    /**
     * What stands beside a value's name: a scalar as JSON, of a container its size; safe to show.
     */
    public String shown(int number) {
        JsonNode value = values.get(number);
        if (!value.isContainerNode()) {
            return Escapes.text(value.toString());
        }
        String noun = value.isObject() ? " key" : " item";
        return value.size() + noun + (value.size() == 1 ? "" : "s");
    }

    /**
     * The values that are to be seen, in order.
     *
     * @param open the containers that are open; one inside a closed one is not seen
     */
    public int[] visible(BitSet open) {
        int[] seen = new int[size()];
        int count = 0;
        for (int at = 1; at < size(); ) {
            seen[count++] = at;
            at = open.get(at) ? at + 1 : ends[at];
        }
        return Arrays.copyOf(seen, count);
    }

    /**
     * The values whose name or own text contains words, in order.
     *
     * @param words in any case; nothing contains the empty text
     */
    public int[] find(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        int[] found = new int[size()];
        int count = 0;
        for (int at = 1; at < size() && !wanted.isEmpty(); at++) {
            boolean isHit =
                    holds(Escapes.text(names.get(at)), wanted)
                            || (!values.get(at).isContainerNode() && holds(shown(at), wanted));
            if (isHit) {
                found[count++] = at;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static boolean holds(String text, String lowerCase) {
        return text.toLowerCase(Locale.ROOT).contains(lowerCase);
    }

    private static int count(JsonNode document) {
        int count = 0;
        Deque<Iterator<JsonNode>> open = new ArrayDeque<>();
        open.push(List.of(document).iterator());
        while (!open.isEmpty()) {
            if (!open.peek().hasNext()) {
                open.pop();
                continue;
            }
            count++;
            open.push(open.peek().next().elements());
        }
        return count;
    }

    private void walk(JsonNode document) {
        Deque<Open> open = new ArrayDeque<>();
        int line = 0;
        add("", document, -1, line);
        open.push(new Open(0, fields(document)));
        while (!open.isEmpty()) {
            Open top = open.peek();
            if (top.fields().hasNext()) {
                var field = top.fields().next();
                int number = values.size();
                add(field.getKey(), field.getValue(), top.number(), ++line);
                open.push(new Open(number, fields(field.getValue())));
                continue;
            }
            open.pop();
            ends[top.number()] = values.size();
            if (hasInside(top.number())) {
                valueAt[++line] = top.number();
            }
        }
    }

    private void add(String name, JsonNode value, int parent, int line) {
        int number = values.size();
        names.add(name);
        values.add(value);
        parents[number] = parent;
        firstLines[number] = line;
        valueAt[line] = number;
    }

    private static Iterator<Map.Entry<String, JsonNode>> fields(JsonNode value) {
        if (!value.isArray()) {
            return value.properties().iterator();
        }
        Iterator<JsonNode> items = value.elements();
        return new Iterator<>() {
            private int place;

            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public Map.Entry<String, JsonNode> next() {
                return Map.entry("[" + place++ + "]", items.next());
            }
        };
    }
}
