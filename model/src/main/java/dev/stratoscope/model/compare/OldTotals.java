package dev.stratoscope.model.compare;

import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;

import java.util.Arrays;
import java.util.List;

/** What the old side has at and below the paths of a difference, what is the same included. */
final class OldTotals {
    private OldTotals() {}

    /**
     * Lays the old side's layers over each other, and forgets the tree again.
     *
     * @return for each node the bytes, as docker counts them; 0 where the path is new
     */
    static long[] of(TreeDiff diff, List<LayerIndex> layers) {
        FileTree whole;
        try {
            whole = FileTree.merge(layers);
        } catch (ImageFormatException e) {
            throw new IllegalStateException("layers that were compared", e);
        }
        long[] below = whole.totals();
        int[] nodes = new int[diff.size()];
        long[] totals = new long[nodes.length];
        Arrays.fill(nodes, -1);
        nodes[0] = 0;
        for (int at = 0; at < nodes.length; at++) {
            if (nodes[at] >= 0) {
                totals[at] = below[nodes[at]];
                find(diff, at, whole, nodes);
            }
        }
        return totals;
    }

    /** Finds the children of a node in the whole tree: both are sorted by name. */
    private static void find(TreeDiff diff, int at, FileTree whole, int[] nodes) {
        int in = whole.firstChild(nodes[at]);
        for (int child = diff.firstChild(at); child < diff.endOfChildren(at); child++) {
            if (diff.beforeNode(child) >= 0) {
                while (whole.compareNames(in, diff.before(), diff.beforeNode(child)) < 0) {
                    in++;
                }
                nodes[child] = in;
            }
        }
    }
}
