package dev.stratoscope.model.diff;

import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.StackEntry;

import java.util.Arrays;
import java.util.List;

/**
 * Follows one path after another from the lowest layer up: what a stack shows there after each
 * layer, by the same rules as a merged tree. Not for several threads.
 */
final class PathHistory {
    private final List<LayerIndex> layers;
    private final StackVisitor visitor;

    /** The layers that hide all that those below have in the directory above. */
    private int[] inherited = {};

    private int nextInherited;

    /** What is shown now; layer -1 where nothing is. */
    private int layer;

    private int node;
    private boolean broken;

    private int[] directories = new int[16];
    private int directoryCount;
    private int[] wipes = new int[8];
    private int wipeCount;

    PathHistory(List<LayerIndex> layers, StackVisitor visitor) {
        this.layers = layers;
        this.visitor = visitor;
    }

    /** Begins with a path that nothing is shown at. */
    void begin(int[] wipesAbove) {
        inherited = wipesAbove;
        nextInherited = 0;
        layer = -1;
        node = -1;
        broken = false;
        directoryCount = 0;
        wipeCount = 0;
    }

    /** The next higher layer that has the path. */
    void meet(int at, int inLayer) {
        boolean wiped = wipeUpTo(at);
        LayerIndex index = layers.get(at);
        if (index.isBookkeeping(inLayer)) {
            if (wiped) {
                show(at, -1, -1);
            }
            return;
        }
        EntryType type = index.type(inLayer);
        boolean overDirectory =
                !wiped && layer >= 0 && layers.get(layer).type(node) == EntryType.DIRECTORY;
        if (index.hidesBelow(inLayer) || index.isOpaque(inLayer) || type != EntryType.DIRECTORY) {
            addWipe(at);
        }
        if (type == EntryType.DIRECTORY) {
            addDirectory(at, inLayer);
        }
        if (type == EntryType.WHITEOUT) {
            show(at, -1, -1);
        } else if (!index.isImplied(inLayer) || !overDirectory || index.hidesBelow(inLayer)) {
            show(at, at, inLayer);
        }
    }

    /** No higher layer has the path. */
    void end() {
        if (nextInherited < inherited.length) {
            wipeUpTo(layers.size());
        }
        if (broken) {
            visitor.broken(layer, layers.size());
        }
    }

    boolean hasDirectories() {
        return directoryCount > 0;
    }

    /** Pairs of a layer and its directory at the path, whatever hides them later. */
    int[] directories() {
        return Arrays.copyOf(directories, directoryCount);
    }

    /** The layers whose entries at the path hide what is below it. */
    int[] wipes() {
        return Arrays.copyOf(wipes, wipeCount);
    }

    /**
     * Lets the layers below one hide what they do; whether that one itself hides all from below is
     * told, so that what it brings is compared with what it hides.
     */
    private boolean wipeUpTo(int at) {
        while (nextInherited < inherited.length && inherited[nextInherited] < at) {
            show(inherited[nextInherited++], -1, -1);
        }
        boolean itself = nextInherited < inherited.length && inherited[nextInherited] == at;
        nextInherited += itself ? 1 : 0;
        return itself;
    }

    private void show(int at, int newLayer, int newNode) {
        if (broken) {
            visitor.broken(layer, at);
        }
        boolean nowBroken =
                newLayer >= 0
                        && layers.get(newLayer).type(newNode) == EntryType.HARDLINK
                        && StackEntry.of(layers, newLayer, newNode).isBroken();
        if (layer < 0 && newLayer >= 0) {
            visitor.version(at, newNode, Kind.ADDED);
        } else if (layer >= 0 && newLayer < 0) {
            visitor.version(at, -1, Kind.DELETED);
        } else if (layer >= 0) {
            boolean known = !broken && !nowBroken;
            visitor.version(at, newNode, known ? compare(newLayer, newNode) : Kind.MODIFIED);
        }
        layer = newLayer;
        node = newNode;
        broken = nowBroken;
    }

    private Kind compare(int newLayer, int newNode) {
        return Kind.between(
                StackEntry.of(layers, layer, node), StackEntry.of(layers, newLayer, newNode));
    }

    private void addWipe(int at) {
        if (wipeCount == wipes.length) {
            wipes = Arrays.copyOf(wipes, 2 * wipeCount);
        }
        wipes[wipeCount++] = at;
    }

    private void addDirectory(int at, int inLayer) {
        if (directoryCount == directories.length) {
            directories = Arrays.copyOf(directories, 2 * directoryCount);
        }
        directories[directoryCount++] = at;
        directories[directoryCount++] = inLayer;
    }
}
