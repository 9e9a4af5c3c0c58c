package dev.stratoscope.model.diff;

import dev.stratoscope.model.tree.LayerIndex;

import java.util.Arrays;
import java.util.List;

/**
 * Goes through the directories of all layers of a stack in step, and at every path follows what is
 * shown there from the lowest layer up. Who walks decides in which order directories are entered,
 * and need not walk those that only one layer speaks of: what is below them is as that layer has
 * it, from that layer up to the one that hides it. Not for several threads.
 */
final class StackWalk {
    private final List<LayerIndex> layers;
    private final StackVisitor visitor;
    private final PathHistory history;

    StackWalk(List<LayerIndex> layers, StackVisitor visitor) {
        this.layers = layers;
        this.visitor = visitor;
        this.history = new PathHistory(layers, visitor);
    }

    /** The root, of which no version is told. */
    Parts root() {
        int[] roots = new int[2 * layers.size()];
        int[] wipes = new int[layers.size()];
        int wiped = 0;
        for (int layer = 0; layer < layers.size(); layer++) {
            roots[2 * layer] = layer;
            if (layers.get(layer).isOpaque(0)) {
                wipes[wiped++] = layer;
            }
        }
        return new Parts(roots, Arrays.copyOf(wipes, wiped));
    }

    /** Tells of every path in a directory, by name. */
    void expand(Parts directory) {
        int count = directory.count();
        Cursor[] cursors = new Cursor[count];
        for (int i = 0; i < count; i++) {
            cursors[i] = new Cursor(layers, directory.layer(i), directory.node(i));
        }
        count = Cursor.dropFinished(cursors, count);
        while (count > 0) {
            int least = Cursor.least(cursors, count);
            Cursor name = cursors[least];
            int named = name.at;
            boolean finished = false;
            history.begin(directory.wipes());
            for (int i = least; i < count; i++) {
                Cursor cursor = cursors[i];
                if (cursor.isAt(name, named)) {
                    history.meet(cursor.layer, cursor.at++);
                    finished |= !cursor.hasMore();
                }
            }
            history.end();
            visitor.end(
                    history.hasDirectories()
                            ? Parts.below(history.directories(), directory.wipes(), history.wipes())
                            : null);
            if (finished) {
                count = Cursor.dropFinished(cursors, count);
            }
        }
    }
}
