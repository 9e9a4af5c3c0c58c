package dev.stratoscope.app.reading;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.FileTree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Names for owners' numbers, from the image's own {@code etc/passwd} and {@code etc/group}. What is
 * read of each is bounded, and a link in their place is not followed. Immutable.
 *
 * @param users by their numbers
 * @param groups by their numbers
 */
public record OwnerNames(Map<Long, String> users, Map<Long, String> groups) {
    private static final int MOST = 1 << 20;

    /** Copies the maps. */
    public OwnerNames {
        users = Map.copyOf(users);
        groups = Map.copyOf(groups);
    }

    /** Numbers only. */
    public static final OwnerNames NONE = new OwnerNames(Map.of(), Map.of());

    /** Reads them from a file system. */
    public static OwnerNames read(FileTree tree, Contents contents) throws IOException {
        return new OwnerNames(
                names(tree, contents, "etc/passwd"), names(tree, contents, "etc/group"));
    }

    /** {@code user:group}; what has no name stays a number. */
    public String of(Attributes attributes) {
        return name(users, attributes.uid()) + ":" + name(groups, attributes.gid());
    }

    private static String name(Map<Long, String> names, long number) {
        return names.getOrDefault(number, Long.toString(number));
    }

    private static Map<Long, String> names(FileTree tree, Contents contents, String path)
            throws IOException {
        int node = tree.find(ByteString.of(path));
        Entry entry = node < 0 ? null : tree.entry(node);
        Map<Long, String> names = new HashMap<>();
        if (entry == null) {
            return names;
        }
        byte[] bytes;
        try (InputStream in = contents.open(entry, 0)) {
            bytes = in.readNBytes(MOST);
        }
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            String[] fields = line.split(":", 4);
            if (fields.length >= 3 && fields[2].matches("[0-9]{1,18}")) {
                names.putIfAbsent(Long.parseLong(fields[2]), fields[0]);
            }
        }
        return names;
    }
}
