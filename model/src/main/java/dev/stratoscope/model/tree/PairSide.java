package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.ImageFormatException;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One of two stacks that are gone through in step: stands in a directory, and knows which of the
 * names there are to be looked at. Not for several threads.
 */
final class PairSide {
    private final List<LayerIndex> layers;
    private final int[] ids;
    private final int[] counterparts;
    private final NamedFiles files;
    private final IntList parts = new IntList();
    private final Overlay overlay;

    /** By cursor, whether all its names are to be looked at, or only those that are marked. */
    private boolean[] whole = new boolean[8];

    private boolean allWhole;

    /** By cursor, the node whose name is to be looked at next; its end when there is none. */
    private int[] next = new int[8];

    /** By layer the nodes to look at, with all those above them; null for none. */
    private final @Nullable BitSet[] marked;

    /** By layer the nodes that are names of the files that were touched; null for none. */
    private final @Nullable BitSet[] names;

    /** The files with several names of which one is not the same file on the other side. */
    private final Set<Long> touched = new HashSet<>();

    /** The names at which they were touched. */
    private final Set<Long> touchedNames = new HashSet<>();

    /**
     * A side before the walk.
     *
     * @param ids for each layer a number, the same on both sides for the same layer
     * @param counterparts for each layer that of the other side which it is paired with, or -1
     */
    PairSide(List<LayerIndex> layers, int[] ids, int[] counterparts) throws ImageFormatException {
        this.layers = layers;
        this.ids = ids;
        this.counterparts = counterparts;
        this.files = new NamedFiles(layers);
        this.overlay = new Overlay(layers, parts);
        this.marked = new BitSet[ids.length];
        this.names = new BitSet[ids.length];
    }

    List<LayerIndex> layers() {
        return layers;
    }

    int id(int layer) {
        return ids[layer];
    }

    NamedFiles files() {
        return files;
    }

    /** What the stack has at a node. */
    StackEntry entry(int layer, int node) {
        if (!files.isLink(layer, node)) {
            return new StackEntry(layers, layer, node, new Place(layer, node), false);
        }
        long file = files.file(layer, node);
        Place place = new Place(NamedFiles.layer(file), NamedFiles.node(file));
        return new StackEntry(layers, layer, node, place, true);
    }

    /** Whether two places are the same file of the same layer. */
    boolean isSameFile(long file, PairSide other, long otherFile) {
        return NamedFiles.node(file) == NamedFiles.node(otherFile)
                && ids[NamedFiles.layer(file)] == other.ids[NamedFiles.layer(otherFile)];
    }

    /** Has the names in common layers looked at that are those of other files on the other side. */
    void lookAtLooseLinks(PairSide other) {
        files.filesBelow()
                .forEach(
                        (link, file) -> {
                            int layer = NamedFiles.layer(link);
                            int node = NamedFiles.node(link);
                            int counterpart = counterparts[layer];
                            if (counterpart >= 0
                                    && !isSameFile(
                                            file, other, other.files.file(counterpart, node))) {
                                look(layer, node);
                            }
                        });
    }

    /** A file with several names is at a name where the other side has another file, or none. */
    void touch(int layer, int node) {
        touched.add(files.file(layer, node));
        touchedNames.add(FilesBelow.key(layer, node));
    }

    /**
     * Has all names looked at of what was touched on this side or the other.
     *
     * @return whether there are such that were not looked at yet, or not as such; what is shown of
     *     a layer that the other side does not have always was
     */
    boolean lookAtNames(PairSide other) {
        Set<Long> wanted = new HashSet<>(touched);
        for (long file : other.touched) {
            int id = other.ids[NamedFiles.layer(file)];
            for (int layer = 0; layer < ids.length; layer++) {
                if (ids[layer] == id) {
                    wanted.add(FilesBelow.key(layer, NamedFiles.node(file)));
                }
            }
        }
        int[] missed = new int[1];
        files.forNames(
                wanted,
                name -> {
                    int layer = NamedFiles.layer(name);
                    int node = NamedFiles.node(name);
                    set(names, layer).set(node);
                    look(layer, node);
                    if (!touchedNames.contains(name) && other.has(ids[layer])) {
                        missed[0]++;
                    }
                });
        return missed[0] > 0;
    }

    private boolean has(int id) {
        return Arrays.stream(ids).anyMatch(own -> own == id);
    }

    boolean isNameOfTouched(int layer, int node) {
        return isIn(names, layer, node);
    }

    boolean isMarked(int layer, int node) {
        return isIn(marked, layer, node);
    }

    private void look(int layer, int node) {
        BitSet nodes = set(marked, layer);
        for (int at = node; at >= 0 && !nodes.get(at); at = layers.get(layer).parent(at)) {
            nodes.set(at);
        }
    }

    private static BitSet set(@Nullable BitSet[] sets, int layer) {
        BitSet known = sets[layer];
        if (known == null) {
            known = new BitSet();
            sets[layer] = known;
        }
        return known;
    }

    private static boolean isIn(@Nullable BitSet[] sets, int layer, int node) {
        BitSet known = sets[layer];
        return known != null && known.get(node);
    }

    /** Goes to the root, which is shown then. */
    void toRoot() {
        parts.cut(0);
        overlay.layRoots();
    }

    /**
     * Goes into a directory.
     *
     * @param directory pairs of a layer that adds to it and its node there, the lowest first
     * @param others those of the other side
     */
    void open(int[] directory, int[] others) {
        int count = directory.length / 2;
        overlay.open(count);
        if (count > next.length) {
            next = new int[2 * count];
            whole = new boolean[2 * count];
        }
        int other = 0;
        allWhole = true;
        for (int i = 0; i < count; i++) {
            int layer = directory[2 * i];
            int counterpart = counterparts[layer];
            while (counterpart >= 0 && other < others.length && others[other] < counterpart) {
                other += 2;
            }
            whole[i] = counterpart < 0 || other == others.length || others[other] != counterpart;
            overlay.add(layer, directory[2 * i + 1], whole[i] || marked[layer] != null);
            allWhole &= whole[i];
            next[i] = next(i, overlay.at(i));
        }
    }

    /** Whether all names of all layers are to be looked at. */
    boolean isWhole() {
        return allWhole;
    }

    /** Begins to look at all names. */
    void toFirst() {
        overlay.dropFinished();
    }

    /** Looks at the next name that any layer has; false when there is none. */
    boolean lookAtNext() {
        parts.cut(0);
        return overlay.next();
    }

    /** Compares the names that both sides stand at. */
    int compareNames(PairSide other) {
        int cursor = overlay.met(0);
        int otherCursor = other.overlay.met(0);
        return overlay.index(cursor)
                .compareNames(
                        overlay.at(cursor),
                        other.overlay.index(otherCursor),
                        other.overlay.at(otherCursor));
    }

    private int next(int cursor, int from) {
        if (whole[cursor]) {
            return from;
        }
        BitSet nodes = marked[overlay.layer(cursor)];
        int found = nodes == null ? -1 : nodes.nextSetBit(from);
        return found < 0 ? overlay.end(cursor) : Math.min(found, overlay.end(cursor));
    }

    /** The cursor with the least name that is still to be looked at; -1 when there is none. */
    int least() {
        int least = -1;
        for (int i = 0; i < overlay.count(); i++) {
            if (next[i] < overlay.end(i)
                    && (least < 0
                            || overlay.index(i)
                                            .compareNames(
                                                    next[i], overlay.index(least), next[least])
                                    < 0)) {
                least = i;
            }
        }
        return least;
    }

    LayerIndex index(int cursor) {
        return overlay.index(cursor);
    }

    /** The node whose name a cursor has to be looked at next. */
    int node(int cursor) {
        return next[cursor];
    }

    /** Looks at a name. */
    void lookAt(LayerIndex of, int named) {
        parts.cut(0);
        overlay.seek(of, named);
        for (int i = 0; i < overlay.metCount(); i++) {
            int cursor = overlay.met(i);
            int at = overlay.at(cursor);
            if (next[cursor] == at) {
                next[cursor] = next(cursor, at + 1);
            }
        }
    }

    /** The layer of what is shown at the name; -1 when nothing is. */
    int shown() {
        return overlay.shown();
    }

    /** The node of what is shown in its layer. */
    int shownNode() {
        return overlay.shownNode();
    }

    /** The layers that add to the directory at the name, each with its node there. */
    int[] parts() {
        return parts.toArray();
    }

    /** Whether both sides show the same at two directories, and below them nothing is marked. */
    boolean isCommon(int[] directory, PairSide other, int[] others) {
        if (directory.length != others.length) {
            return false;
        }
        for (int i = 0; i < directory.length; i += 2) {
            if (counterparts[directory[i]] != others[i]
                    || isMarked(directory[i], directory[i + 1])
                    || other.isMarked(others[i], others[i + 1])) {
                return false;
            }
        }
        return true;
    }
}
