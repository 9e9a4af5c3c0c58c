package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;

import java.util.BitSet;

/**
 * Which nodes of a changeset a filter keeps: those it wants, and those that lead to one. What was
 * found out once is remembered; safe for use by one thread at a time.
 */
abstract class Kept {
    private final Changeset changes;
    private final FileFilter filter;
    private final BitSet askedForChildren = new BitSet();
    private final BitSet withChildren = new BitSet();

    Kept(Changeset changes, FileFilter filter) {
        this.changes = changes;
        this.filter = filter;
    }

    /** Whether the filter itself wants a node. */
    abstract boolean isWanted(int at);

    /** Whether a node is wanted or leads to one that is. */
    abstract boolean isKept(int at);

    /** The number of nodes that the filter itself wants. */
    abstract int matches();

    /** How many paths of a kind that is left out match what is searched for; else 0. */
    abstract int hidden(Kind kind);

    /** The folders that are opened because what was searched for lies below them. */
    abstract BitSet leading();

    /** The same for another thread. */
    abstract Kept fresh();

    final Changeset changes() {
        return changes;
    }

    final FileFilter filter() {
        return filter;
    }

    /** Whether a node has children that are kept. */
    final boolean hasChildren(int at) {
        int first = changes.firstChild(at);
        int end = changes.endOfChildren(at);
        if (first == end) {
            return false;
        }
        if (!askedForChildren.get(at)) {
            boolean found = false;
            for (int child = first; child < end && !found; child++) {
                found = isKept(child);
            }
            askedForChildren.set(at);
            withChildren.set(at, found);
        }
        return withChildren.get(at);
    }

    /** The number of paths of a kind that a changeset contains. */
    static int count(Changeset changes, Kind kind) {
        return switch (kind) {
            case ADDED -> changes.counts().added();
            case MODIFIED -> changes.counts().modified();
            case METADATA_ONLY -> changes.counts().metadataOnly();
            case DELETED -> changes.counts().deleted();
            case UNCHANGED -> changes.paths() - changed(changes);
        };
    }

    /** The number of paths a changeset contains that differ. */
    static int changed(Changeset changes) {
        var counts = changes.counts();
        return counts.added() + counts.modified() + counts.metadataOnly() + counts.deleted();
    }
}
