package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.ImageFormatException;

import java.util.List;

/**
 * One node in a stack of layers.
 *
 * @param layer from 0 at the bottom
 * @param node the node's number in the index of that layer
 */
public record Place(int layer, int node) {
    /**
     * The file that a node is a name of: the node itself, or what a hard link leads to in its own
     * layer or in those below. Looks at one path in each layer.
     *
     * @param layers the stack, bottom first
     * @throws ImageFormatException when a hard link's target is in none of the layers
     */
    public static Place ofFile(List<LayerIndex> layers, int layer, int node)
            throws ImageFormatException {
        LayerIndex index = layers.get(layer);
        if (index.type(node) != EntryType.HARDLINK) {
            return new Place(layer, node);
        }
        int here = index.hardLinkTarget(node);
        if (here >= 0) {
            return new Place(layer, here);
        }
        long below = new FilesBelow(layers).find(layer, node);
        return new Place((int) (below >>> 32), (int) below);
    }
}
