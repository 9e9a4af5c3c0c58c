package dev.stratoscope.model.diff;

import dev.stratoscope.model.tree.FileTree;

import java.util.BitSet;

/**
 * What is summed up over each node of a diff and all below it.
 *
 * @param before bytes of the old side
 * @param after bytes of the new side
 * @param changed nodes that differ or lead to one that does
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package, never changed, never compared
record Sums(long[] before, long[] after, BitSet changed) {
    static Sums of(TreeDiff diff) {
        long[] old = new long[diff.size()];
        long[] now = new long[diff.size()];
        BitSet changed = new BitSet(diff.size());
        for (int at = old.length - 1; at > 0; at--) {
            old[at] += own(diff.before(), diff.beforeNode(at));
            now[at] += own(diff.after(), diff.afterNode(at));
            if (diff.kind(at) != Kind.UNCHANGED) {
                changed.set(at);
            }
            int parent = diff.parent(at);
            old[parent] += old[at];
            now[parent] += now[at];
            if (changed.get(at)) {
                changed.set(parent);
            }
        }
        return new Sums(old, now, changed);
    }

    private static long own(FileTree tree, int node) {
        return node < 0 ? 0 : tree.ownSize(node);
    }
}
