package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.ImageFormatException;

import java.util.List;

/** Finds the files that hard links of one layer are names of in the layers below it. */
final class FilesBelow {
    private final List<LayerIndex> layers;

    FilesBelow(List<LayerIndex> layers) {
        this.layers = layers;
    }

    /**
     * The file that a hard link of {@code layer} finds in the layers below it: the layer in the
     * upper half, the node in the lower one.
     */
    long find(int layer, int inLayer) throws ImageFormatException {
        int top = layer;
        int link = inLayer;
        while (true) {
            LayerIndex index = layers.get(top);
            int last = -2 - index.hardLinkPlace(link);
            byte[] path = EntryPath.cleanBytes(index.attributes(last).link());
            long found = -1;
            for (int below = top - 1; below >= 0 && found == -1; below--) {
                found = lookAt(below, path);
            }
            int node = found < 0 ? -1 : (int) found;
            int in = found < 0 ? -1 : (int) (found >>> 32);
            EntryType type = node < 0 ? EntryType.WHITEOUT : layers.get(in).type(node);
            if (type != EntryType.HARDLINK
                    && type != EntryType.DIRECTORY
                    && type != EntryType.WHITEOUT) {
                return found;
            }
            if (type != EntryType.HARDLINK) {
                throw HardLinks.problem(
                        layers.get(layer),
                        inLayer,
                        "a hard link to "
                                + EntryPath.printable(ByteString.of(path))
                                + ", which is no file of this image");
            }
            int target = layers.get(in).hardLinkPlace(node);
            if (target >= 0) {
                return key(in, target);
            }
            top = in;
            link = node;
        }
    }

    /**
     * The node one layer shows at a path; -1 where it leaves that to the layers below, -2 where it
     * hides it.
     */
    private long lookAt(int layer, byte[] path) {
        LayerIndex index = layers.get(layer);
        int node = 0;
        boolean hides = index.isOpaque(0);
        for (int from = 0; from < path.length; ) {
            int to = from;
            while (to < path.length && path[to] != '/') {
                to++;
            }
            int child = index.child(node, path, from, to);
            if (child < 0) {
                boolean directory = index.type(node) == EntryType.DIRECTORY;
                return hides || !directory ? -2 : -1;
            }
            node = child;
            hides |= index.hidesBelow(node) || (to < path.length && index.isOpaque(node));
            from = to + 1;
        }
        return index.type(node) == EntryType.WHITEOUT ? -2 : key(layer, node);
    }

    /** A node of a layer in one number: the layer in the upper half, the node in the lower one. */
    static long key(int layer, int inLayer) {
        return ((long) layer << 32) | inLayer;
    }
}
