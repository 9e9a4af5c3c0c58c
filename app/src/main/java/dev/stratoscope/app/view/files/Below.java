package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;

import java.util.BitSet;

/** Finds all that lies below a node. */
public final class Below {
    private Below() {}

    /** A node of a changeset and all nodes below it, those that are not contained too. */
    public static BitSet of(Changeset changes, int node) {
        BitSet below = new BitSet(changes.size());
        below.set(node);
        for (int at = node + 1; at < changes.size(); at++) {
            if (below.get(changes.parent(at))) {
                below.set(at);
            }
        }
        return below;
    }
}
