package dev.stratoscope.app.cli;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The manifest umoci leaves of what it unpacked: mtree with a comment naming each folder. It says
 * more of a file than any listing: times, extended attributes and digests.
 */
final class Mtree {
    private static final Map<String, String> TYPES = Map.of("link", "symlink");

    private final Map<String, String> defaults = new HashMap<>();
    private final Map<String, Map<String, String>> files = new TreeMap<>();
    private String folder = "";

    private Mtree() {}

    /** What the manifest says of every file but the root, by path, in the words of our JSON. */
    static Map<String, Map<String, String>> of(Path manifest) throws IOException {
        Mtree tree = new Mtree();
        try (InputStream file = Files.newInputStream(manifest);
                InputStream plain =
                        manifest.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            in.lines().forEach(tree::line);
        }
        return tree.files;
    }

    /** What our JSON says in the same form. */
    static Map<String, Map<String, String>> ofOurs(Map<String, JsonNode> rows) {
        Map<String, Integer> names = new HashMap<>();
        rows.forEach(
                (path, row) -> {
                    if (row.get("type").asText().equals("hardlink")) {
                        names.merge(row.get("linkTarget").asText(), 2, (a, b) -> a + 1);
                    }
                });
        Map<String, Map<String, String>> files = new TreeMap<>();
        rows.forEach(
                (path, row) -> {
                    Map<String, String> file = new TreeMap<>();
                    boolean hardLink = row.get("type").asText().equals("hardlink");
                    String named = hardLink ? row.get("linkTarget").asText() : path;
                    JsonNode meant = rows.getOrDefault(named, row);
                    String type = meant.get("type").asText();
                    file.put("type", type);
                    file.put("mode", row.get("mode").asText());
                    file.put("uid", row.get("uid").asText());
                    file.put("gid", row.get("gid").asText());
                    if (!row.has("implied")) {
                        Instant time = Instant.parse(row.get("mtime").asText());
                        file.put("seconds", Long.toString(time.getEpochSecond()));
                    }
                    if (type.equals("file")) {
                        file.put("size", row.get("size").asText());
                        file.put("sha256", row.path("digest").asText().replace("sha256:", ""));
                        file.put("names", Integer.toString(names.getOrDefault(named, 1)));
                    } else if (type.equals("symlink")) {
                        file.put("target", meant.get("linkTarget").asText());
                    }
                    row.path("xattrs")
                            .properties()
                            .forEach(x -> file.put("xattr." + x.getKey(), x.getValue().asText()));
                    files.put(path, file);
                });
        return files;
    }

    private void line(String line) {
        if (line.matches("# \\S.*")) {
            folder = line.substring(2).equals(".") ? "" : CEscapes.undone(line.substring(2));
            return;
        }
        String[] words = line.strip().split(" +", -1);
        if (words[0].equals("/set")) {
            put(words, defaults);
        } else if (words.length > 1 && !words[0].startsWith("#")) {
            String name = CEscapes.undone(words[0]);
            String path = folder.isEmpty() ? name : folder + "/" + name;
            Map<String, String> said = new HashMap<>(defaults);
            put(words, said);
            if (!line.startsWith(" ")) {
                path = folder;
            }
            if (!path.isEmpty()) {
                files.put(path, file(said));
            }
        }
    }

    private static void put(String[] words, Map<String, String> into) {
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            into.put(words[i].substring(0, equals), words[i].substring(equals + 1));
        }
    }

    private static Map<String, String> file(Map<String, String> said) {
        Map<String, String> file = new TreeMap<>();
        String type = said.getOrDefault("type", "file");
        file.put("type", TYPES.getOrDefault(type, type));
        file.put("mode", "%04o".formatted(Integer.parseInt(said.getOrDefault("mode", "0"), 8)));
        file.put("uid", said.getOrDefault("uid", ""));
        file.put("gid", said.getOrDefault("gid", ""));
        file.put("seconds", said.getOrDefault("tar_time", "").replaceFirst("\\..*", ""));
        if (type.equals("file")) {
            file.put("size", said.getOrDefault("size", ""));
            file.put("sha256", said.getOrDefault("sha256digest", ""));
            file.put("names", said.getOrDefault("nlink", ""));
        } else if (type.equals("link")) {
            file.put("target", CEscapes.undone(said.getOrDefault("link", "")));
        }
        said.forEach(
                (key, value) -> {
                    if (key.startsWith("xattr.")) {
                        file.put(key, value);
                    }
                });
        return file;
    }
}
