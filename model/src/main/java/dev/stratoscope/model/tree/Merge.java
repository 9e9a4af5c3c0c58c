package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.ImageFormatException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Lays layers over each other, directory by directory, breadth first. Each directory of the result
 * remembers which layers still add to it (from the last opaque mark, whiteout or replacement
 * upwards); their sorted children are merged in step.
 *
 * <p>A narrow merge keeps to what one layer speaks of: of a directory only the children that this
 * layer names, but all where it hides what is below it.
 */
final class Merge {
    /** The scope of a directory all of which counts. */
    private static final int ALL = -1;

    private final List<LayerIndex> layers;
    private final @Nullable LayerIndex by;
    private final IntList parent = new IntList();
    private final IntList firstChild = new IntList();
    private final IntList from = new IntList();
    private final IntList node = new IntList();

    /**
     * The directories that make up a node of the result: pairs of layer and node, from {@code
     * partsStart} on.
     */
    private final IntList parts = new IntList();

    private final IntList partsStart = new IntList();

    /** Of a narrow merge, the node of its layer at each path, or {@link #ALL}. */
    private final IntList scope = new IntList();

    private final Overlay overlay;

    /**
     * For some layers.
     *
     * @param by the layer that a narrow merge keeps to; null to merge all
     */
    Merge(List<LayerIndex> layers, @Nullable LayerIndex by) {
        this.layers = layers;
        this.by = by;
        this.overlay = new Overlay(layers, parts);
    }

    FileTree tree() throws ImageFormatException {
        addRoot();
        for (int at = 0; at < parent.size(); at++) {
            firstChild.add(parent.size());
            expand(at);
        }
        firstChild.add(parent.size());
        int count = parent.size();
        short[] fromLayer = new short[count];
        for (int i = 0; i < count; i++) {
            fromLayer[i] = (short) from.get(i);
        }
        return FileTree.of(
                layers, parent.toArray(), firstChild.toArray(), fromLayer, node.toArray());
    }

    private void addRoot() {
        partsStart.add(0);
        overlay.layRoots();
        add(-1, overlay.shown(), 0, by == null || by.isOpaque(0) ? ALL : 0);
    }

    private void add(int above, int layer, int inLayer, int inScope) {
        parent.add(above);
        from.add(layer);
        node.add(inLayer);
        partsStart.add(parts.size());
        if (by != null) {
            scope.add(inScope);
        }
    }

    private void expand(int at) {
        int start = partsStart.get(at);
        int cursors = (partsStart.get(at + 1) - start) / 2;
        if (cursors == 0) {
            return;
        }
        overlay.open(cursors);
        for (int i = 0; i < cursors; i++) {
            overlay.add(parts.get(start + 2 * i), parts.get(start + 2 * i + 1), false);
        }
        if (by != null && scope.get(at) != ALL) {
            mergeNamed(at, by, scope.get(at));
        } else if (cursors == 1) {
            copyOne(at);
        } else {
            overlay.dropFinished();
            while (overlay.next()) {
                addShown(at, ALL);
            }
        }
    }

    /** The usual case: only one layer speaks of the directory, so there is nothing to compare. */
    private void copyOne(int at) {
        LayerIndex index = overlay.index(0);
        int layer = overlay.layer(0);
        int end = overlay.end(0);
        for (int child = overlay.at(0); child < end; child++) {
            long look = index.look(child);
            if (Looks.isMarked(look, Looks.BOOKKEEPING)) {
                continue;
            }
            if (Looks.isDirectory(look)) {
                parts.add(layer);
                parts.add(child);
            }
            if (!Looks.isNothing(look)) {
                add(at, layer, child, ALL);
            }
        }
    }

    /** Of a directory only the children that a layer names. */
    private void mergeNamed(int at, LayerIndex named, int directory) {
        int end = named.endOfChildren(directory);
        for (int child = named.firstChild(directory); child < end; child++) {
            overlay.seek(named, child);
            boolean hides =
                    named.hidesBelow(child)
                            || named.isOpaque(child)
                            || named.type(child) != EntryType.DIRECTORY;
            addShown(at, hides ? ALL : child);
        }
    }

    private void addShown(int at, int inScope) {
        if (overlay.shown() >= 0) {
            add(at, overlay.shown(), overlay.shownNode(), inScope);
        }
    }
}
