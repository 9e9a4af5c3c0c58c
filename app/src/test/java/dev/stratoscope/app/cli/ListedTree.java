package dev.stratoscope.app.cli;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tree as {@code tar -tvv} lists it, with owners by name or number: what an image's flattened
 * file system is, said by a tool that is not ours.
 */
final class ListedTree {
    /** What {@code docker export} adds for the container it makes. */
    private static final Set<String> DOCKERS_OWN =
            Set.of(".dockerenv", "etc/hosts", "etc/hostname", "etc/resolv.conf", "etc/mtab", "etc");

    private static final Pattern LINE =
            Pattern.compile(
                    "(\\S)(\\S{9}) (\\S+)/(\\S+) +(\\S+) (\\S+ \\S+) \"((?:[^\"\\\\]|\\\\.)*)\"(?:"
                            + " (?:->|link to) \"(.*)\")?");

    private final Map<String, File> files = new TreeMap<>();
    private final Map<String, String> hardLinks = new HashMap<>();

    private ListedTree() {}

    /**
     * One file.
     *
     * @param type as in our JSON, with a hard link counted as a file
     * @param size of a regular file, else 0
     * @param link the target of a symbolic link, or the device; for a file with several names,
     *     those in one text
     */
    record File(String type, String mode, String owner, long size, String link) {}

    /** The listing of a whole tree. */
    static Map<String, File> of(Path listing) throws IOException {
        return read(listing).grouped();
    }

    /** What is left of a tree without what {@code docker export} adds or lays over. */
    static Map<String, File> withoutDockers(Map<String, File> tree) {
        Map<String, File> rest = new TreeMap<>(tree);
        rest.keySet()
                .removeIf(
                        path -> DOCKERS_OWN.contains(path) || path.matches("(dev|proc|sys)(/.*)?"));
        return rest;
    }

    /**
     * A listing by names of the machine it was made on, with each name replaced by the number that
     * the first file of that owner has in ours.
     */
    static Map<String, File> numbered(Map<String, File> listed, Map<String, File> ours) {
        Map<String, String> users = new HashMap<>();
        Map<String, String> groups = new HashMap<>();
        Map<String, File> numbered = new TreeMap<>();
        listed.forEach(
                (path, file) -> {
                    String[] names = file.owner().split(":", -1);
                    String[] numbers = ours.getOrDefault(path, file).owner().split(":", -1);
                    String owner =
                            number(names[0], numbers[0], users)
                                    + ":"
                                    + number(names[1], numbers[1], groups);
                    numbered.put(
                            path,
                            new File(file.type(), file.mode(), owner, file.size(), file.link()));
                });
        return numbered;
    }

    private static String number(String name, String number, Map<String, String> known) {
        return name.matches("\\d+") ? name : known.computeIfAbsent(name, n -> number);
    }

    /** What our JSON says, by path, in the same words. */
    static Map<String, File> ofOurs(Map<String, JsonNode> rows) {
        ListedTree tree = new ListedTree();
        rows.forEach(
                (path, row) -> {
                    String type = row.get("type").asText();
                    String target = row.path("linkTarget").asText();
                    boolean hardLink = type.equals("hardlink");
                    if (hardLink) {
                        tree.hardLinks.put(path, target);
                    }
                    tree.files.put(
                            path,
                            new File(
                                    hardLink ? "file" : type,
                                    row.get("mode").asText(),
                                    owner(row.get("uid").asText(), row.get("gid").asText()),
                                    row.get("size").asLong(),
                                    hardLink ? "" : row.path("rdev").asText(target)));
                });
        return tree.grouped();
    }

    private static ListedTree read(Path listing) throws IOException {
        ListedTree tree = new ListedTree();
        for (String line : Files.readAllLines(listing)) {
            Matcher match = LINE.matcher(line);
            if (!match.matches()) {
                throw new IOException("not a line of tar -tvv: " + line);
            }
            String path = path(match.group(7));
            String link = match.group(8) == null ? "" : CEscapes.undone(match.group(8));
            if (match.group(1).equals("h")) {
                tree.hardLinks.put(path, path(match.group(8)));
            }
            if (!path.isEmpty()) {
                tree.files.put(path, file(match, link));
            }
        }
        return tree;
    }

    private static String path(String quoted) {
        return CEscapes.undone(quoted).replaceFirst("^\\./", "").replaceFirst("/$", "");
    }

    private static File file(Matcher match, String link) {
        String type =
                switch (match.group(1)) {
                    case "d" -> "dir";
                    case "l" -> "symlink";
                    case "c" -> "char";
                    case "b" -> "block";
                    case "p" -> "fifo";
                    default -> "file";
                };
        boolean device = match.group(5).contains(",");
        return new File(
                type,
                mode(match.group(2)),
                owner(match.group(3), match.group(4)),
                device ? 0 : Long.parseLong(match.group(5)),
                device ? match.group(5).replace(',', ':') : type.equals("symlink") ? link : "");
    }

    /**
     * Of several names of one file any may be called the file, so all of them get the same record.
     */
    private Map<String, File> grouped() {
        Map<String, TreeSet<String>> groups = new HashMap<>();
        hardLinks.forEach(
                (name, target) -> {
                    TreeSet<String> group = groups.computeIfAbsent(target, t -> new TreeSet<>());
                    group.add(name);
                    group.add(target);
                });
        groups.forEach(
                (target, group) -> {
                    File one = files.get(target);
                    if (one == null) {
                        throw new IllegalStateException("no file " + target + " for " + group);
                    }
                    File shared =
                            new File("file", one.mode(), one.owner(), one.size(), group.toString());
                    group.forEach(name -> files.put(name, shared));
                });
        return files;
    }

    private static String owner(String user, String group) {
        return (user.equals("root") ? "0" : user) + ":" + (group.equals("root") ? "0" : group);
    }

    private static String mode(String letters) {
        int mode = 0;
        for (int i = 0; i < 9; i++) {
            char c = letters.charAt(i);
            if ("rwxst".indexOf(c) >= 0) {
                mode |= 0400 >> i;
            }
            if ("sStT".indexOf(c) >= 0) {
                mode |= 04000 >> (i / 3);
            }
        }
        return String.format("%04o", mode);
    }
}
