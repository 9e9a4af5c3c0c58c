package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What the layers below one of a stack show at a path, without laying them over each other. */
final class Below {
    private final List<LayerIndex> layers;
    private final int top;

    /** What lies below layer {@code top}; all where that is the number of layers. */
    Below(List<LayerIndex> layers, int top) {
        this.layers = layers;
        this.top = top;
    }

    /** What is said of the folder at a path; null when there is none. */
    @Nullable Attributes folder(ByteString path) {
        boolean implied = false;
        for (int i = top - 1; i >= 0; i--) {
            LayerIndex layer = layers.get(i);
            int node = layer.findShown(path);
            if (node >= 0 && layer.type(node) != EntryType.DIRECTORY) {
                break;
            }
            if (node >= 0 && !layer.isImplied(node)) {
                return layer.attributes(node);
            }
            implied |= node >= 0;
            if (layer.hiding(path) != null || (node >= 0 && layer.hidesBelow(node))) {
                break;
            }
        }
        return implied || path.isEmpty() ? Attributes.IMPLIED_DIRECTORY : null;
    }
}
