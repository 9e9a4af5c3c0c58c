package dev.stratoscope.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.EntryPath;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All of an image that its Dockerfile determines, as text: config, history and tree. */
final class BuiltImage {
    private BuiltImage() {}

    /**
     * The text, without the times of folders: docker says when they were first seen.
     *
     * @param since when the build began: what is younger is told as new
     */
    static String shown(Engine engine, ImageSource source, Instant since) throws IOException {
        TreeMap<String, String> lines = new TreeMap<>();
        StringBuilder all = new StringBuilder();
        try (OpenImage open = engine.open(source, null, Progress.NONE)) {
            JsonNode document = new JsonMapper().readTree(open.image().config().bytes());
            for (String key : List.of("author", "architecture", "variant", "os")) {
                all.append(key).append('=').append(document.path(key).asText()).append('\n');
            }
            TreeMap<String, String> config = new TreeMap<>();
            config(document.path("config")).properties().stream()
                    .forEach(one -> config.put(one.getKey(), one.getValue().toString()));
            config.forEach((key, value) -> all.append(key).append('=').append(value).append('\n'));
            for (JsonNode line : document.path("history")) {
                all.append(line.path("created_by").asText())
                        .append(" (")
                        .append(line.path("comment").asText())
                        .append(line.path("empty_layer").asBoolean() ? ", empty)\n" : ")\n");
            }
            FileTree tree = open.tree(Progress.NONE);
            for (int at = 1; at < tree.size(); at++) {
                lines.put(EntryPath.printable(tree.path(at)), line(tree, at, since));
            }
        }
        lines.forEach((path, line) -> all.append(path).append(' ').append(line).append('\n'));
        return all.toString();
    }

    /** What the config says; nothing, an empty list and an empty word say the same. */
    private static ObjectNode config(JsonNode said) {
        ObjectNode config = new JsonMapper().createObjectNode();
        said.properties().stream()
                .filter(one -> !one.getValue().isNull() && !one.getValue().asText("x").isEmpty())
                .filter(one -> !one.getValue().isContainerNode() || !one.getValue().isEmpty())
                .filter(one -> !one.getValue().isBoolean() || one.getValue().asBoolean())
                .forEach(one -> config.set(one.getKey(), one.getValue()));
        return config;
    }

    private static String line(FileTree tree, int at, Instant since) {
        Attributes said = tree.attributes(at);
        EntryType type = tree.type(at);
        boolean file = type == EntryType.FILE || type == EntryType.HARDLINK;
        long time = said.mtimeSeconds();
        return "%c %o %d:%d %s%s %d names %s %s"
                .formatted(
                        type.letter(),
                        said.mode(),
                        said.uid(),
                        said.gid(),
                        file ? tree.digest(at) : "",
                        type == EntryType.SYMLINK ? said.link() : "",
                        file ? tree.names(at) : 1,
                        type == EntryType.DIRECTORY
                                ? ""
                                : time >= since.getEpochSecond() - 1 ? "new" : time,
                        said.xattrs().keySet());
    }

    /** The lines that only one of two has. */
    static String difference(String theirs, String ours) {
        List<String> ourLines = ours.lines().toList();
        List<String> theirLines = theirs.lines().toList();
        String different =
                Stream.concat(
                                theirLines.stream()
                                        .filter(one -> !ourLines.contains(one))
                                        .map(one -> "theirs: " + one),
                                ourLines.stream()
                                        .filter(one -> !theirLines.contains(one))
                                        .map(one -> "ours:   " + one))
                        .reduce("", (all, one) -> all + "\n" + one);
        return different.isEmpty() ? "\nthe order of their lines" : different;
    }
}
