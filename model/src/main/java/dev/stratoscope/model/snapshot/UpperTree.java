package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.host.Stat;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limit;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What is known of an upper folder: of every folder in it what its names are. Reads of the disk
 * only what it is told to. Not for several threads.
 */
final class UpperTree {
    private static final ByteString MARK = ByteString.of(".wh.");

    private final LiveDirectory root;
    private final Limits limits;

    /** By path; what is in a map is never changed, only replaced. */
    private final Map<ByteString, Map<ByteString, Fact>> folders;

    private @Nullable Fact top;

    /**
     * Nothing known yet.
     *
     * @param root open for as long as this is used
     * @param before what was known earlier
     */
    UpperTree(LiveDirectory root, Limits limits, Map<ByteString, Map<ByteString, Fact>> before) {
        this.root = root;
        this.limits = limits;
        this.folders = new HashMap<>(before);
    }

    /** Is told of every folder that is read. */
    interface Visitor {
        void visit(ByteString path, LiveDirectory folder) throws IOException;
    }

    /** Looks at all of it; tells whether anything is other than it was known. */
    boolean readAll(Progress progress, Visitor visitor) throws IOException {
        Map<ByteString, Map<ByteString, Fact>> before = new HashMap<>(folders);
        Fact wasTop = top;
        folders.clear();
        read(ByteString.EMPTY, before, new FactReader(progress), visitor);
        return wasTop == null
                || top == null
                || !wasTop.stat().equals(top.stat())
                || !stats(before).equals(stats(folders));
    }

    private static Map<ByteString, Map<ByteString, Stat>> stats(
            Map<ByteString, Map<ByteString, Fact>> facts) {
        Map<ByteString, Map<ByteString, Stat>> stats = new HashMap<>();
        facts.forEach(
                (path, names) -> {
                    Map<ByteString, Stat> of = new HashMap<>();
                    names.forEach((name, fact) -> of.put(name, fact.stat()));
                    stats.put(path, of);
                });
        return stats;
    }

    /** Looks at some folders again, and at those in them that are new. */
    void read(Iterable<ByteString> paths, Progress progress, Visitor visitor) throws IOException {
        FactReader reader = new FactReader(progress);
        for (ByteString path : paths) {
            if (path.isEmpty() || isKnown(path)) {
                read(path, folders, reader, visitor);
            }
        }
    }

    private boolean isKnown(ByteString path) {
        Map<ByteString, Fact> around = folders.get(Way.parent(path));
        Fact fact = around == null ? null : around.get(Way.name(path));
        return fact != null && fact.stat().isDirectory();
    }

    private void read(
            ByteString first,
            Map<ByteString, Map<ByteString, Fact>> before,
            FactReader reader,
            Visitor visitor)
            throws IOException {
        Deque<ByteString> waiting = new ArrayDeque<>(List.of(first));
        while (!waiting.isEmpty()) {
            ByteString path = waiting.remove();
            if (path.length() > limits.pathBytes()) {
                throw new LimitException("a path", Limit.PATH_BYTES.word(), limits.pathBytes());
            }
            Map<ByteString, Fact> known = before.getOrDefault(path, Map.of());
            Map<ByteString, Fact> found = new TreeMap<>();
            try (LiveDirectory folder = Way.open(root, path)) {
                // Before the names are read, so that no later one is missed.
                visitor.visit(path, folder);
                seen(path, reader.folder(folder));
                for (ByteString name : folder.names()) {
                    if (startsWithMark(name)) {
                        continue;
                    }
                    Fact old = known.get(name);
                    Fact fact = readOne(reader, folder, name, old);
                    if (fact == null) {
                        continue;
                    }
                    found.put(name, fact);
                    ByteString child = Way.child(path, name);
                    boolean isNew =
                            old == null
                                    || old.stat().inode() != fact.stat().inode()
                                    || !folders.containsKey(child);
                    if (fact.stat().isDirectory() && isNew) {
                        waiting.add(child);
                    }
                }
            } catch (NoSuchFileException | NotDirectoryException e) {
                // It went away; the folder it was in says so when it is read again.
                if (path.isEmpty()) {
                    throw e;
                }
            }
            folders.put(path, found);
            for (Map.Entry<ByteString, Fact> old : known.entrySet()) {
                if (old.getValue().stat().isDirectory() && !isFolder(found.get(old.getKey()))) {
                    forget(Way.child(path, old.getKey()));
                }
            }
        }
    }

    private static @Nullable Fact readOne(
            FactReader reader, LiveDirectory folder, ByteString name, @Nullable Fact old)
            throws IOException {
        try {
            return reader.read(folder, name, old);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static boolean isFolder(@Nullable Fact fact) {
        return fact != null && fact.stat().isDirectory();
    }

    /** A folder's own attributes may have changed with what is in it. */
    private void seen(ByteString path, Fact fact) {
        if (path.isEmpty()) {
            top = fact;
            return;
        }
        Map<ByteString, Fact> around = folders.get(Way.parent(path));
        if (around != null && around.containsKey(Way.name(path))) {
            Map<ByteString, Fact> changed = new TreeMap<>(around);
            changed.put(Way.name(path), fact);
            folders.put(Way.parent(path), changed);
        }
    }

    private void forget(ByteString path) {
        Deque<ByteString> waiting = new ArrayDeque<>(List.of(path));
        while (!waiting.isEmpty()) {
            ByteString each = waiting.remove();
            Map<ByteString, Fact> gone = folders.remove(each);
            if (gone != null) {
                gone.forEach(
                        (name, fact) -> {
                            if (fact.stat().isDirectory()) {
                                waiting.add(Way.child(each, name));
                            }
                        });
            }
        }
    }

    /** Such a name is a mark in a layer, so no layer can hold a file of that name. */
    private static boolean startsWithMark(ByteString name) {
        return name.length() >= MARK.length()
                && ByteString.of(name.toByteArray(), 0, MARK.length()).equals(MARK);
    }

    /** What is known, as a layer. */
    UpperLayer layer(Path upper) throws ImageFormatException, LimitException {
        Map<ByteString, Map<ByteString, Fact>> known = Map.copyOf(folders);
        return UpperIndex.of(Objects.requireNonNull(top), known, upper, limits);
    }
}
