package dev.stratoscope.model.tree;

import java.util.Arrays;

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

    LiveLinks(int[] nodes, int[] fileLayers, int[] fileNodes, int[] targets) {
        this.nodes = nodes;
        this.fileLayers = fileLayers;
        this.fileNodes = fileNodes;
        this.targets = targets;
    }

    /**
     * The live name a hard link leads to; -1 for a node that is none, or is the first name left.
     */
    int target(int node) {
        int at = nodes.length == 0 ? -1 : Arrays.binarySearch(nodes, node);
        return at < 0 ? -1 : targets[at];
    }

    int fileLayer(int node) {
        return fileLayers[Arrays.binarySearch(nodes, node)];
    }

    int fileNode(int node) {
        return fileNodes[Arrays.binarySearch(nodes, node)];
    }
}
