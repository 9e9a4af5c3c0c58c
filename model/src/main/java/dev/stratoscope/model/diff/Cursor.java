package dev.stratoscope.model.diff;

import dev.stratoscope.model.tree.LayerIndex;

import java.util.List;

/** A place among the children of one layer's directory. */
final class Cursor {
    final int layer;
    int at;

    private final LayerIndex index;
    private final int end;

    Cursor(List<LayerIndex> layers, int layer, int directory) {
        this.layer = layer;
        this.index = layers.get(layer);
        this.at = index.firstChild(directory);
        this.end = index.endOfChildren(directory);
    }

    boolean hasMore() {
        return at < end;
    }

    /** Whether it stands at the same name as {@code name} does at its node {@code named}. */
    boolean isAt(Cursor name, int named) {
        return this == name || (hasMore() && index.compareNames(at, name.index, named) == 0);
    }

    /** The lowest of those that stand at the least name; -1 when all are at their ends. */
    static int least(Cursor[] cursors, int count) {
        int least = -1;
        for (int i = 0; i < count; i++) {
            Cursor cursor = cursors[i];
            if (cursor.hasMore()
                    && (least < 0
                            || cursor.index.compareNames(
                                            cursor.at, cursors[least].index, cursors[least].at)
                                    < 0)) {
                least = i;
            }
        }
        return least;
    }

    /** Moves those that are not at their ends together, in order. */
    static int dropFinished(Cursor[] cursors, int count) {
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (cursors[i].hasMore()) {
                cursors[left++] = cursors[i];
            }
        }
        return left;
    }
}
