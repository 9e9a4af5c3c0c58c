package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.ImageFormatException;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hard links among a tree's nodes: for each the file it is a name of (a layer and a node
 * there), and the live name it is shown as a link to. Sorted by node, so that trees without hard
 * links pay nothing.
 */
final class LiveLinks {
    static final LiveLinks NONE = new LiveLinks(new int[0], new int[0], new int[0], new int[0]);

    private final int[] nodes;
    private final int[] fileLayers;
    private final int[] fileNodes;
    private final int[] targets;
    private volatile @Nullable Map<Integer, Integer> counts;

    private LiveLinks(int[] nodes, int[] fileLayers, int[] fileNodes, int[] targets) {
        this.nodes = nodes;
        this.fileLayers = fileLayers;
        this.fileNodes = fileNodes;
        this.targets = targets;
    }

    /**
     * Finds them.
     *
     * @param tree without links as yet
     * @throws BrokenLinksException when targets are in none of the layers
     */
    static LiveLinks of(FileTree tree) throws ImageFormatException {
        IntList found = new IntList();
        for (int at = 0; at < tree.size(); at++) {
            if (tree.isOtherName(at)) {
                found.add(at);
            }
        }
        if (found.size() == 0) {
            return NONE;
        }
        int[] nodes = found.toArray();
        int[] fileLayers = new int[nodes.length];
        int[] fileNodes = new int[nodes.length];
        Map<Long, Integer> shownAs = new HashMap<>();
        List<LayerIndex> layers = tree.layers();
        FilesBelow below = new FilesBelow(layers);
        BitSet wanted = new BitSet();
        BrokenLinks broken = new BrokenLinks();
        for (int i = 0; i < nodes.length; i++) {
            int layer = tree.layer(nodes[i]);
            int inLayer = layers.get(layer).hardLinkPlace(tree.nodeInLayer(nodes[i]));
            if (inLayer < 0) {
                long file;
                try {
                    file = below.find(layer, tree.nodeInLayer(nodes[i]));
                } catch (ImageFormatException e) {
                    broken.add(e);
                    continue;
                }
                layer = (int) (file >>> 32);
                inLayer = (int) file;
            }
            fileLayers[i] = layer;
            fileNodes[i] = inLayer;
            shownAs.put(FilesBelow.key(layer, inLayer), -1);
            wanted.set(inLayer);
        }
        broken.refuse();
        for (int at = 0; at < tree.size(); at++) {
            if (tree.layer(at) >= 0 && wanted.get(tree.nodeInLayer(at))) {
                shownAs.replace(FilesBelow.key(tree.layer(at), tree.nodeInLayer(at)), -1, at);
            }
        }
        Map<Long, Integer> firstLeft = new HashMap<>();
        for (int i = 0; i < nodes.length; i++) {
            long file = FilesBelow.key(fileLayers[i], fileNodes[i]);
            if (shownAs.getOrDefault(file, -1) < 0) {
                int node = nodes[i];
                firstLeft.merge(
                        file, node, (a, b) -> tree.path(a).compareTo(tree.path(b)) <= 0 ? a : b);
            }
        }
        shownAs.putAll(firstLeft);
        int[] targets = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            int target = shownAs.getOrDefault(FilesBelow.key(fileLayers[i], fileNodes[i]), -1);
            targets[i] = target == nodes[i] ? -1 : target;
        }
        return new LiveLinks(nodes, fileLayers, fileNodes, targets);
    }

    /**
     * The live name a hard link leads to; -1 for a node that is none, or is the first name left.
     */
    int target(int node) {
        int at = nodes.length == 0 ? -1 : Arrays.binarySearch(nodes, node);
        return at < 0 ? -1 : targets[at];
    }

    /** How many hard links are shown as links to a node. Counted at the first call. */
    int linksTo(int node) {
        Map<Integer, Integer> counted = counts;
        if (counted == null) {
            counted = new HashMap<>();
            for (int target : targets) {
                if (target >= 0) {
                    counted.merge(target, 1, Integer::sum);
                }
            }
            counts = counted;
        }
        return counted.getOrDefault(node, 0);
    }

    int fileLayer(int node) {
        return fileLayers[Arrays.binarySearch(nodes, node)];
    }

    int fileNode(int node) {
        return fileNodes[Arrays.binarySearch(nodes, node)];
    }
}
