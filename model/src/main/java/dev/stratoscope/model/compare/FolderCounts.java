package dev.stratoscope.model.compare;

import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.TreeDiff;

/** How many paths differ in which way below each node of a difference. Immutable. */
final class FolderCounts {
    private final int[] added;
    private final int[] modified;
    private final int[] metadataOnly;
    private final int[] deleted;

    private FolderCounts(int nodes) {
        this.added = new int[nodes];
        this.modified = new int[nodes];
        this.metadataOnly = new int[nodes];
        this.deleted = new int[nodes];
    }

    static FolderCounts of(TreeDiff diff) {
        FolderCounts counts = new FolderCounts(diff.size());
        for (int at = diff.size() - 1; at > 0; at--) {
            counts.addTo(diff.parent(at), at, diff.kind(at));
        }
        return counts;
    }

    private void addTo(int parent, int at, Kind kind) {
        added[parent] += added[at] + (kind == Kind.ADDED ? 1 : 0);
        modified[parent] += modified[at] + (kind == Kind.MODIFIED ? 1 : 0);
        metadataOnly[parent] += metadataOnly[at] + (kind == Kind.METADATA_ONLY ? 1 : 0);
        deleted[parent] += deleted[at] + (kind == Kind.DELETED ? 1 : 0);
    }

    /** Those below a node, itself left out. */
    ChangeCounts below(int at) {
        return new ChangeCounts(added[at], modified[at], metadataOnly[at], deleted[at]);
    }
}
