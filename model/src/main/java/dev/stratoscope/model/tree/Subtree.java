package dev.stratoscope.model.tree;

import java.util.Arrays;
import java.util.BitSet;

/**
 * One node of a file system with what is below it, or with that part of it which comes from one
 * layer. Immutable.
 */
public final class Subtree {
    private final FileTree tree;
    private final int[] nodes;
    private final BitSet inside;

    private Subtree(FileTree tree, int[] nodes) {
        this.tree = tree;
        this.nodes = nodes;
        this.inside = new BitSet(tree.size());
        for (int node : nodes) {
            inside.set(node);
        }
    }

    /** A node and all below it. */
    public static Subtree of(FileTree tree, int top) {
        BitSet all = new BitSet(tree.size());
        all.set(0, tree.size());
        return new Subtree(tree, preorder(tree, top, all));
    }

    /**
     * Of a node and all below it what one layer brings, and the folders that lead there.
     *
     * @param layer from 0 at the bottom
     */
    public static Subtree ofLayer(FileTree tree, int top, int layer) {
        BitSet wanted = new BitSet(tree.size());
        wanted.set(top);
        for (int at = tree.size() - 1; at > 0; at--) {
            if (tree.layer(at) == layer) {
                wanted.set(at);
            }
            if (wanted.get(at)) {
                wanted.set(tree.parent(at));
            }
        }
        return new Subtree(tree, preorder(tree, top, wanted));
    }

    /** The file system it is a part of. */
    public FileTree tree() {
        return tree;
    }

    /** The node that all others are below. */
    public int top() {
        return nodes[0];
    }

    /** The number of nodes. */
    public int size() {
        return nodes.length;
    }

    /**
     * A node of the tree.
     *
     * @param index from 0, which is the top; a folder comes before all that is in it
     */
    public int node(int index) {
        return nodes[index];
    }

    /** Whether a node of the tree is one of these. */
    public boolean contains(int node) {
        return node >= 0 && inside.get(node);
    }

    /** Depth first without a stack, so any depth will do. */
    private static int[] preorder(FileTree tree, int top, BitSet wanted) {
        int[] found = new int[16];
        int count = 0;
        int at = top;
        while (true) {
            boolean enter = wanted.get(at);
            if (enter) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = at;
            }
            if (enter && tree.firstChild(at) < tree.endOfChildren(at)) {
                at = tree.firstChild(at);
                continue;
            }
            while (at != top && at + 1 == tree.endOfChildren(tree.parent(at))) {
                at = tree.parent(at);
            }
            if (at == top) {
                return Arrays.copyOf(found, count);
            }
            at++;
        }
    }
}
