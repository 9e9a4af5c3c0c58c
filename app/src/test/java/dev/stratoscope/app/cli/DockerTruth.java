package dev.stratoscope.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads what other tools say of an image. */
final class DockerTruth {
    /** What {@code docker export} adds for the container it makes. */
    private static final Set<String> DOCKERS_OWN =
            Set.of(".dockerenv", "etc/hosts", "etc/hostname", "etc/resolv.conf", "etc/mtab", "etc");

    private static final Pattern LINE =
            Pattern.compile(
                    "(\\S)(\\S{9}) (\\S+)/(\\S+) +(\\S+) (\\S+ \\S+) \"((?:[^\"\\\\]|\\\\.)*)\"(?:"
                            + " (?:->|link to) \"(.*)\")?");

    private DockerTruth() {}

    /**
     * One file.
     *
     * @param type as in our JSON, with a hard link counted as a file
     * @param size of a regular file that is no hard link, else 0
     * @param link the target of a symbolic link, or the device; for a file with several names,
     *     those in one text
     */
    record File(String type, String mode, String owner, long size, String link) {}

    /** {@code tar -tv} of {@code docker export}, without what docker adds. */
    static Map<String, File> exported(Path listing) throws IOException {
        Map<String, File> files = new TreeMap<>();
        Map<String, String> hardLinks = new HashMap<>();
        for (String line : Files.readAllLines(listing)) {
            Matcher match = LINE.matcher(line);
            if (!match.matches()) {
                throw new IOException("not a line of tar -tv: " + line);
            }
            String path = octal(match.group(7)).replaceFirst("/$", "");
            String top = path.replaceFirst("/.*", "");
            if (DOCKERS_OWN.contains(path) || Set.of("dev", "proc", "sys").contains(top)) {
                continue;
            }
            String link = match.group(8) == null ? "" : octal(match.group(8));
            if (match.group(1).equals("h")) {
                hardLinks.put(path, link);
            }
            files.put(path, file(match, link));
        }
        return grouped(files, hardLinks);
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
                match.group(3) + ":" + match.group(4),
                device ? 0 : Long.parseLong(match.group(5)),
                device ? match.group(5).replace(',', ':') : type.equals("symlink") ? link : "");
    }

    /**
     * Of several names of one file any may be called the file, so all of them get the same record.
     */
    static Map<String, File> grouped(Map<String, File> files, Map<String, String> hardLinks) {
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
                    File shared =
                            new File("file", one.mode(), one.owner(), one.size(), group.toString());
                    group.forEach(name -> files.put(name, shared));
                });
        return files;
    }

    /**
     * The sha256 of every file in an mtree manifest with sections named by comments, as umoci
     * writes it.
     */
    static Map<String, String> digests(Path manifest) throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(manifest)),
                                StandardCharsets.UTF_8))) {
            String folder = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("# ")) {
                    folder = line.substring(2).equals(".") ? "" : octal(line.substring(2)) + "/";
                }
                Matcher digest = Pattern.compile(" +(\\S+) .*sha256digest=(\\S+).*").matcher(line);
                if (digest.matches()) {
                    digests.put(folder + octal(digest.group(1)), digest.group(2));
                }
            }
        }
        return digests;
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

    /** Undoes {@code \133}; the names here hold no other escapes. */
    private static String octal(String text) {
        return Pattern.compile("\\\\([0-7]{3})")
                .matcher(text)
                .replaceAll(
                        m -> Matcher.quoteReplacement((char) Integer.parseInt(m.group(1), 8) + ""));
    }
}
