package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.ImageFormatException;

import java.util.List;

/**
 * Lays layers over each other, directory by directory, breadth first. Each directory of the result
 * remembers which layers still add to it (from the last opaque mark, whiteout or replacement
 * upwards); their sorted children are merged in step.
 */
final class Merge {
    private final List<LayerIndex> layers;
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

    private final Overlay overlay;

    Merge(List<LayerIndex> layers) {
        this.layers = layers;
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
        add(-1, overlay.shown(), 0);
    }

    private void add(int above, int layer, int inLayer) {
        parent.add(above);
        from.add(layer);
        node.add(inLayer);
        partsStart.add(parts.size());
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
        if (cursors == 1) {
            copyOne(at);
        } else {
            overlay.dropFinished();
            while (overlay.next()) {
                addShown(at);
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
                add(at, layer, child);
            }
        }
    }

    private void addShown(int at) {
        if (overlay.shown() >= 0) {
            add(at, overlay.shown(), overlay.shownNode());
        }
    }
}
