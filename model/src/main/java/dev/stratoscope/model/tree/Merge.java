package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.ImageFormatException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    private int[] cursorLayer = new int[8];
    private int[] cursorAt = new int[8];
    private int[] cursorEnd = new int[8];

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
        LiveLinks links = links(plain);
        return links == LiveLinks.NONE
                ? plain
                : new FileTree(layers, parents, children, fromLayer, nodes, links);
    }

    private void addRoot() {
        partsStart.add(0);
        int shown = -1;
        for (int layer = 0; layer < layers.size(); layer++) {
            if (layers.get(layer).isOpaque(0)) {
                while (parts.size() > 0) {
                    parts.removeLast();
                }
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
            cursorLayer = new int[cursors * 2];
            cursorAt = new int[cursors * 2];
            cursorEnd = new int[cursors * 2];
        }
        for (int i = 0; i < cursors; i++) {
            int layer = parts.get(start + 2 * i);
            int directory = parts.get(start + 2 * i + 1);
            cursorLayer[i] = layer;
            cursorAt[i] = layers.get(layer).firstChild(directory);
            cursorEnd[i] = layers.get(layer).endOfChildren(directory);
        }
        if (cursors == 1) {
            copyOne(at);
        } else {
            mergeMany(at, cursors);
        }
    }

    /** The usual case: only one layer speaks of the directory, so there is nothing to compare. */
    private void copyOne(int at) {
        LayerIndex index = layers.get(cursorLayer[0]);
        for (int child = cursorAt[0]; child < cursorEnd[0]; child++) {
            EntryType type = index.type(child);
            if (index.isBookkeeping(child)) {
                continue;
            }
            if (type == EntryType.DIRECTORY) {
                parts.add(cursorLayer[0]);
                parts.add(child);
            }
            if (type != EntryType.WHITEOUT) {
                add(at, cursorLayer[0], child);
            }
        }
    }

    private void mergeMany(int at, int cursors) {
        while (true) {
            int least = -1;
            for (int i = 0; i < cursors; i++) {
                if (cursorAt[i] < cursorEnd[i] && (least < 0 || compare(i, least) < 0)) {
                    least = i;
                }
            }
            if (least < 0) {
                return;
            }
            LayerIndex leastIndex = layers.get(cursorLayer[least]);
            int leastNode = cursorAt[least];
            int before = parts.size();
            int shown = -1;
            int shownNode = -1;
            for (int i = least; i < cursors; i++) {
                if (cursorAt[i] >= cursorEnd[i]) {
                    continue;
                }
                LayerIndex index = layers.get(cursorLayer[i]);
                int child = cursorAt[i];
                if (i != least
                        && index.names().compare(child, leastIndex.names(), leastNode) != 0) {
                    continue;
                }
                cursorAt[i]++;
                if (index.isBookkeeping(child)) {
                    continue;
                }
                EntryType type = index.type(child);
                boolean overDirectory = parts.size() > before;
                if (index.hidesBelow(child)
                        || index.isOpaque(child)
                        || (type != EntryType.DIRECTORY && type != EntryType.WHITEOUT)) {
                    while (parts.size() > before) {
                        parts.removeLast();
                    }
                }
                if (type == EntryType.WHITEOUT) {
                    shown = -1;
                    continue;
                }
                boolean keepsAttributes =
                        index.isImplied(child) && overDirectory && !index.hidesBelow(child);
                if (!keepsAttributes) {
                    shown = cursorLayer[i];
                    shownNode = child;
                }
                if (type == EntryType.DIRECTORY) {
                    parts.add(cursorLayer[i]);
                    parts.add(child);
                }
            }
            if (shown >= 0) {
                add(at, shown, shownNode);
            }
        }
    }

    private int compare(int a, int b) {
        return layers.get(cursorLayer[a])
                .names()
                .compare(cursorAt[a], layers.get(cursorLayer[b]).names(), cursorAt[b]);
    }

    private LiveLinks links(FileTree tree) throws ImageFormatException {
        IntList found = new IntList();
        for (int at = 0; at < tree.size(); at++) {
            if (tree.layer(at) >= 0
                    && layers.get(tree.layer(at)).type(tree.nodeInLayer(at))
                            == EntryType.HARDLINK) {
                found.add(at);
            }
        }
        if (found.size() == 0) {
            return LiveLinks.NONE;
        }
        int[] nodes = found.toArray();
        int[] fileLayers = new int[nodes.length];
        int[] fileNodes = new int[nodes.length];
        Map<Long, Integer> shownAs = new HashMap<>();
        BrokenLinks broken = new BrokenLinks();
        for (int i = 0; i < nodes.length; i++) {
            int layer = tree.layer(nodes[i]);
            int inLayer = layers.get(layer).hardLinkPlace(tree.nodeInLayer(nodes[i]));
            if (inLayer < 0) {
                long file;
                try {
                    file = fileBelow(layer, tree.nodeInLayer(nodes[i]));
                } catch (ImageFormatException e) {
                    broken.add(e);
                    continue;
                }
                layer = (int) (file >>> 32);
                inLayer = (int) file;
            }
            fileLayers[i] = layer;
            fileNodes[i] = inLayer;
            shownAs.put(key(layer, inLayer), -1);
        }
        broken.refuse();
        for (int at = 0; at < tree.size(); at++) {
            if (tree.layer(at) >= 0) {
                shownAs.replace(key(tree.layer(at), tree.nodeInLayer(at)), -1, at);
            }
        }
        Map<Long, Integer> firstLeft = new HashMap<>();
        for (int i = 0; i < nodes.length; i++) {
            long file = key(fileLayers[i], fileNodes[i]);
            if (shownAs.getOrDefault(file, -1) < 0) {
                int node = nodes[i];
                firstLeft.merge(
                        file, node, (a, b) -> tree.path(a).compareTo(tree.path(b)) <= 0 ? a : b);
            }
        }
        shownAs.putAll(firstLeft);
        int[] targets = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            int target = shownAs.getOrDefault(key(fileLayers[i], fileNodes[i]), -1);
            targets[i] = target == nodes[i] ? -1 : target;
        }
        return new LiveLinks(nodes, fileLayers, fileNodes, targets);
    }

    /**
     * The file that a hard link of {@code layer} finds in the layers below it: the layer in the
     * upper half, the node in the lower one.
     */
    long fileBelow(int layer, int inLayer) throws ImageFormatException {
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

    private static long key(int layer, int inLayer) {
        return ((long) layer << 32) | inLayer;
    }
}
