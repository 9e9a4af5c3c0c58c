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

    private LayerIndex[] cursorIndex = new LayerIndex[8];
    private int[] cursorLayer = new int[8];
    private int[] cursorAt = new int[8];
    private int[] cursorEnd = new int[8];

    /** The cursors that stand at the name that is laid over each other now. */
    private int[] met = new int[8];

    private int metCount;

    Merge(List<LayerIndex> layers) {
        this.layers = layers;
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
        int[] parents = parent.toArray();
        int[] children = firstChild.toArray();
        int[] nodes = node.toArray();
        FileTree plain = new FileTree(layers, parents, children, fromLayer, nodes, LiveLinks.NONE);
        LiveLinks links = LiveLinks.of(plain);
        return links == LiveLinks.NONE
                ? plain
                : new FileTree(layers, parents, children, fromLayer, nodes, links);
    }

    private void addRoot() {
        partsStart.add(0);
        int shown = -1;
        for (int layer = 0; layer < layers.size(); layer++) {
            if (layers.get(layer).isOpaque(0)) {
                parts.cut(0);
            }
            parts.add(layer);
            parts.add(0);
            if (shown < 0 || !layers.get(layer).isImplied(0)) {
                shown = layer;
            }
        }
        add(-1, shown, 0);
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
        if (cursors > cursorAt.length) {
            cursorIndex = new LayerIndex[cursors * 2];
            cursorLayer = new int[cursors * 2];
            cursorAt = new int[cursors * 2];
            cursorEnd = new int[cursors * 2];
            met = new int[cursors * 2];
        }
        for (int i = 0; i < cursors; i++) {
            int directory = parts.get(start + 2 * i + 1);
            cursorLayer[i] = parts.get(start + 2 * i);
            cursorIndex[i] = layers.get(cursorLayer[i]);
            cursorAt[i] = cursorIndex[i].firstChild(directory);
            cursorEnd[i] = cursorIndex[i].endOfChildren(directory);
        }
        if (cursors == 1) {
            copyOne(at);
        } else {
            mergeMany(at, cursors);
        }
    }

    /** The usual case: only one layer speaks of the directory, so there is nothing to compare. */
    private void copyOne(int at) {
        LayerIndex index = cursorIndex[0];
        for (int child = cursorAt[0]; child < cursorEnd[0]; child++) {
            long look = index.look(child);
            if (Looks.isMarked(look, Looks.BOOKKEEPING)) {
                continue;
            }
            if (Looks.isDirectory(look)) {
                parts.add(cursorLayer[0]);
                parts.add(child);
            }
            if (!Looks.isNothing(look)) {
                add(at, cursorLayer[0], child);
            }
        }
    }

    private void mergeMany(int at, int all) {
        int cursors = dropFinished(all);
        while (cursors > 0) {
            int least = 0;
            metCount = 0;
            for (int i = 0; i < cursors; i++) {
                int order = i == 0 ? -1 : compare(i, least);
                if (order < 0) {
                    least = i;
                    metCount = 0;
                }
                if (order <= 0) {
                    met[metCount++] = i;
                }
            }
            layOver(at);
            boolean finished = false;
            for (int i = 0; i < metCount; i++) {
                finished |= ++cursorAt[met[i]] == cursorEnd[met[i]];
            }
            cursors = finished ? dropFinished(cursors) : cursors;
        }
    }

    /** Moves the cursors that are not at their ends together, in order. */
    private int dropFinished(int cursors) {
        int left = 0;
        for (int i = 0; i < cursors; i++) {
            if (cursorAt[i] < cursorEnd[i]) {
                cursorIndex[left] = cursorIndex[i];
                cursorLayer[left] = cursorLayer[i];
                cursorAt[left] = cursorAt[i];
                cursorEnd[left++] = cursorEnd[i];
            }
        }
        return left;
    }

    /** Lays what the cursors that were met stand at over each other, the lowest layer first. */
    private void layOver(int at) {
        int before = parts.size();
        int shown = -1;
        int shownNode = -1;
        for (int i = 0; i < metCount; i++) {
            int cursor = met[i];
            int child = cursorAt[cursor];
            long look = cursorIndex[cursor].look(child);
            if (Looks.isMarked(look, Looks.BOOKKEEPING)) {
                continue;
            }
            boolean directory = Looks.isDirectory(look);
            boolean overDirectory = parts.size() > before;
            boolean hides = Looks.isMarked(look, Looks.WHITEOUT | Looks.REPLACED);
            if (hides || Looks.isMarked(look, Looks.OPAQUE) || !directory) {
                parts.cut(before);
            }
            if (Looks.isNothing(look)) {
                shown = -1;
                continue;
            }
            boolean keepsAttributes =
                    Looks.isMarked(look, Looks.IMPLIED) && overDirectory && !hides;
            if (!keepsAttributes) {
                shown = cursorLayer[cursor];
                shownNode = child;
            }
            if (directory) {
                parts.add(cursorLayer[cursor]);
                parts.add(child);
            }
        }
        if (shown >= 0) {
            add(at, shown, shownNode);
        }
    }

    private int compare(int a, int b) {
        return cursorIndex[a].compareNames(cursorAt[a], cursorIndex[b], cursorAt[b]);
    }
}
