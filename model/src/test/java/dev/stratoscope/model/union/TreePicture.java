package dev.stratoscope.model.union;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.StackEntry;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A tree as lines, one a path, to compare trees by. */
final class TreePicture {
    private TreePicture() {}

    /** What is below a folder; targets of links that begin with it are told from it. */
    static Map<String, String> of(Path root) throws IOException {
        Map<String, String> lines = new TreeMap<>();
        Map<Object, Set<String>> files = new HashMap<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes known)
                            throws IOException {
                        lines.put(root.relativize(folder).toString(), "d " + mode(folder));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes known)
                            throws IOException {
                        String path = root.relativize(file).toString();
                        files.computeIfAbsent(known.fileKey(), _ -> new TreeSet<>()).add(path);
                        String names =
                                "names "
                                        + Files.getAttribute(
                                                file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
                        if (known.isSymbolicLink()) {
                            Path target = Files.readSymbolicLink(file);
                            String text =
                                    target.isAbsolute()
                                            ? "/" + root.relativize(target)
                                            : target.toString();
                            lines.put(path, "l " + text + " " + names);
                        } else {
                            lines.put(
                                    path,
                                    "f "
                                            + mode(file)
                                            + " "
                                            + known.size()
                                            + " "
                                            + Digest.sha256(Files.readAllBytes(file)).hex()
                                            + " "
                                            + names);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        for (Set<String> names : files.values()) {
            names.forEach(name -> lines.merge(name, " of " + names, String::concat));
        }
        return lines;
    }

    private static int mode(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07777;
    }

    /** The same of a tree of layers, without how many names there are; with times. */
    static Map<String, String> of(FileTree tree) {
        Map<String, String> lines = new TreeMap<>();
        for (int at = 0; at < tree.size(); at++) {
            StackEntry shown = tree.shown(at);
            Attributes said = shown.fileAttributes();
            lines.put(
                    tree.path(at).toString(),
                    said.type().letter()
                            + " "
                            + said.mode()
                            + " "
                            + said.mtime()
                            + " "
                            + (said.type() == EntryType.FILE ? tree.digest(at) : said.link()));
        }
        return lines;
    }

    /** As {@link #of(FileTree)}, of what a file system shows. */
    static Map<String, String> timed(UnionFileSystem system) throws IOException {
        Map<String, String> lines = new TreeMap<>();
        Path root = system.getPath("/");
        try (var walked = Files.walk(root)) {
            for (Path path : walked.toList()) {
                Attributes said = system.attributes(UnionPath.of(path), false).said();
                Object content = said.link();
                if (said.type() == EntryType.FILE) {
                    content = Digest.sha256(Files.readAllBytes(path));
                }
                lines.put(
                        root.relativize(path).toString(),
                        said.type().letter()
                                + " "
                                + said.mode()
                                + " "
                                + said.mtime()
                                + " "
                                + content);
            }
        }
        return lines;
    }
}
