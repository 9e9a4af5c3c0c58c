package dev.stratoscope.model.container;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerEntry;
import dev.stratoscope.model.union.MergedPaths;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A layer of some changed paths, each for itself (image-spec, layer.md, "Representing Changes").
 * The folders on the way are named as the image has them, so that choosing a file changes nothing
 * else; only where the image has no such folder it is as in the container.
 */
final class ChosenLayer {
    private final Changeset changes;
    private final BitSet chosen = new BitSet();
    private final BitSet onTheWay = new BitSet();
    private final Map<ByteString, ByteString> firstNames = new HashMap<>();
    private final List<LayerEntry> entries = new ArrayList<>();

    private ChosenLayer(Changeset changes) {
        this.changes = changes;
    }

    /**
     * The entries of the layer, in the order of its tar.
     *
     * @param paths of nodes that differ
     * @throws IOException when one did not change
     */
    static List<LayerEntry> of(Changeset changes, Set<ByteString> paths) throws IOException {
        ChosenLayer layer = new ChosenLayer(changes);
        for (ByteString path : paths) {
            int at = changes.find(path);
            if (at < 0 || changes.kind(at) == Kind.UNCHANGED) {
                throw new IOException("/" + path + ": the container did not change it");
            }
            layer.chosen.set(at);
            for (int above = at; above >= 0; above = changes.parent(above)) {
                layer.onTheWay.set(above);
            }
        }
        layer.walk();
        return List.copyOf(layer.entries);
    }

    /** Depth first without recursion: a folder, its whiteouts, and then what is in it by name. */
    private void walk() {
        List<Integer> open = new ArrayList<>();
        if (onTheWay.get(0)) {
            open.add(0);
        }
        while (!open.isEmpty()) {
            int at = open.removeLast();
            if (at > 0 || chosen.get(0)) {
                write(at);
            }
            for (int child = changes.firstChild(at); child < changes.endOfChildren(at); child++) {
                if (chosen.get(child) && changes.after(child) == null) {
                    whiteout(at, child);
                }
            }
            int end = changes.endOfChildren(at) - 1;
            for (int child = end; child >= changes.firstChild(at); child--) {
                boolean gone = chosen.get(child) && changes.after(child) == null;
                if (onTheWay.get(child) && !gone) {
                    open.add(child);
                }
            }
        }
    }

    private void write(int at) {
        PathState before = changes.before(at);
        PathState after = changes.after(at);
        boolean asBefore =
                !chosen.get(at) && before != null && before.type() == EntryType.DIRECTORY;
        PathState state = asBefore || after == null ? before : after;
        if (state == null) {
            return;
        }
        ByteString path = changes.path(at);
        Attributes said = state.attributes();
        if (state.type() == EntryType.DIRECTORY) {
            ByteString name = path.isEmpty() ? ByteString.of("./") : slashed(path);
            entries.add(new LayerEntry(name, said, null));
            return;
        }
        ByteString same = state.sameAs();
        ByteString first = firstNames.putIfAbsent(same == null ? path : same, path);
        if (first != null) {
            entries.add(new LayerEntry(path, said.asLinkTo(first), null));
        } else {
            Entry file = state.entry();
            entries.add(new LayerEntry(path, asFile(said, file), file));
        }
    }

    /** A hard link whose other names are not chosen is a file of its own. */
    private Attributes asFile(Attributes said, @Nullable Entry file) {
        if (said.type() != EntryType.HARDLINK) {
            return said;
        }
        int of = changes.find(said.link());
        PathState target = of < 0 ? null : changes.after(of);
        return target == null || target.type() == EntryType.HARDLINK
                ? said.asNameOf(Attributes.file(file == null ? 0 : file.size()))
                : said.asNameOf(target.attributes());
    }

    private void whiteout(int parent, int removed) {
        PathState folder = changes.before(parent);
        Attributes said = folder == null ? Attributes.IMPLIED_DIRECTORY : folder.attributes();
        ByteString name =
                MergedPaths.child(
                        changes.path(parent), joined(ByteString.of(".wh."), changes.name(removed)));
        entries.add(
                new LayerEntry(
                        name,
                        new Attributes(
                                EntryType.FILE,
                                0,
                                0,
                                0,
                                ByteString.EMPTY,
                                ByteString.EMPTY,
                                0,
                                said.mtimeSeconds(),
                                said.mtimeNanos(),
                                ByteString.EMPTY,
                                0,
                                0,
                                Map.of()),
                        null));
    }

    private static ByteString slashed(ByteString path) {
        return MergedPaths.child(path, ByteString.EMPTY);
    }

    private static ByteString joined(ByteString a, ByteString b) {
        byte[] all = java.util.Arrays.copyOf(a.toByteArray(), a.length() + b.length());
        System.arraycopy(b.toByteArray(), 0, all, a.length(), b.length());
        return ByteString.of(all);
    }
}
