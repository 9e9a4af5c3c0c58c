package dev.stratoscope.model.build;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryPath;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.union.MergedPaths;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds what sources of COPY and ADD name, inside the root whatever links and dots say. Only the
 * folders that a pattern reaches are looked into. Immutable.
 *
 * @param root of what is copied from
 */
record SourcePaths(SourceNode root) {
    private static final int MOST_LINKS = 255;
    private static final String ANY_DEPTH = "**";

    /** A path without empty and dot parts, that leads nowhere above the root. */
    static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                if (!names.isEmpty()) {
                    names.removeLast();
                }
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return names;
    }

    /** How many parts of a path stand before its first pattern. */
    private static int fixed(List<String> path) {
        int fixed = 0;
        while (fixed < path.size() && !Wildcard.isIn(path.get(fixed))) {
            fixed++;
        }
        return fixed;
    }

    /**
     * What has to be there for a path to mean anything: itself, or the folder that its first
     * pattern is looked for in. Null when that is there.
     */
    @Nullable String missing(List<String> path) throws IOException {
        int fixed = fixed(path);
        String needed = String.join("/", path.subList(0, fixed));
        SourceNode found = resolve(ByteString.of(needed));
        boolean there =
                found != null && found.isThere() && (fixed == path.size() || found.isDirectory());
        return there || fixed == 0 ? null : needed;
    }

    /**
     * What a source names, links followed.
     *
     * @param name what it is called where it was found, whatever a link leads to
     */
    record Match(ByteString name, SourceNode node) {}

    /**
     * What a path or pattern names.
     *
     * @param path as {@link #names} has it
     * @return nothing when a path is not there, or a pattern matches nothing
     */
    List<Match> match(List<String> path) throws IOException {
        int fixed = fixed(path);
        SourceNode from = resolve(ByteString.of(String.join("/", path.subList(0, fixed))));
        if (from == null) {
            return List.of();
        }
        if (fixed == path.size()) {
            String name = path.isEmpty() ? "" : path.getLast();
            return from.isThere() ? List.of(new Match(ByteString.of(name), from)) : List.of();
        }
        List<Match> found = new ArrayList<>();
        for (SourceNode one : expand(from, path.subList(fixed, path.size()), false)) {
            SourceNode followed = follow(one);
            if (followed == null) {
                throw new FileSystemException(
                        one.path().toString(), null, "is a link that leads to nothing there");
            }
            found.add(new Match(one.name(), followed));
        }
        return found;
    }

    /**
     * Everything below a folder that a pattern names, links not followed.
     *
     * @param deep whether {@code **} stands for any number of folders
     */
    static List<SourceNode> expand(SourceNode from, List<String> pattern, boolean deep)
            throws IOException {
        if (pattern.isEmpty()) {
            return from.isThere() ? List.of(from) : List.of();
        }
        if (!from.isDirectory()) {
            return List.of();
        }
        String first = pattern.getFirst();
        List<String> rest = pattern.subList(1, pattern.size());
        List<SourceNode> found = new ArrayList<>();
        if (!Wildcard.isIn(first)) {
            SourceNode child = from.child(ByteString.of(first));
            return child == null ? List.of() : expand(child, rest, deep);
        }
        if (deep && first.equals(ANY_DEPTH)) {
            found.addAll(expand(from, rest, true));
            for (SourceNode child : from.children()) {
                if (child.isDirectory()) {
                    found.addAll(expand(child, pattern, true));
                }
            }
            return found;
        }
        Wildcard wildcard = new Wildcard(first);
        for (SourceNode child : from.children()) {
            if (wildcard.matches(child.name().toString())) {
                found.addAll(expand(child, rest, deep));
            }
        }
        return found;
    }

    private @Nullable SourceNode follow(SourceNode node) throws IOException {
        return node.attributes().type() == EntryType.SYMLINK ? resolve(node.path()) : node;
    }

    /**
     * What a path leads to, with all links followed inside the root; null when nothing is there.
     *
     * @throws FileSystemException when links lead to each other
     */
    @Nullable SourceNode resolve(ByteString path) throws IOException {
        Deque<ByteString> rest = new ArrayDeque<>(MergedPaths.parts(path));
        Deque<SourceNode> at = new ArrayDeque<>(List.of(root));
        int links = 0;
        while (!rest.isEmpty()) {
            ByteString name = rest.removeFirst();
            if (name.equals(ByteString.of(".."))) {
                if (at.size() > 1) {
                    at.removeLast();
                }
                continue;
            }
            SourceNode folder = at.getLast();
            SourceNode next = folder.isDirectory() ? folder.child(name) : null;
            if (next == null) {
                return null;
            }
            if (next.attributes().type() != EntryType.SYMLINK) {
                at.addLast(next);
                continue;
            }
            if (++links > MOST_LINKS) {
                throw new FileSystemException(
                        EntryPath.printable(path),
                        null,
                        "leads through more than %d links".formatted(MOST_LINKS));
            }
            ByteString target = next.attributes().link();
            MergedPaths.parts(target).reversed().forEach(rest::addFirst);
            while (MergedPaths.isAbsolute(target) && at.size() > 1) {
                at.removeLast();
            }
        }
        return at.getLast();
    }
}
