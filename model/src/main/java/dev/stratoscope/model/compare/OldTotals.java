package dev.stratoscope.model.compare;

import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;

import java.util.Arrays;
import java.util.List;

/**
 * What the old side has at and below the paths of a difference, what is the same included.
 * Immutable.
 */
final class OldTotals {
    private final long[] bytes;
    private final int paths;
    private final int commonFiles;

    private OldTotals(long[] bytes, int paths, int commonFiles) {
        this.bytes = bytes;
        this.paths = paths;
        this.commonFiles = commonFiles;
    }

    /** The bytes at and below a node, as docker counts them; 0 where the path is new. */
    long bytes(int at) {
        return bytes[at];
    }

    /** The paths of the old side, the root left out. */
    int paths() {
        return paths;
    }

    /** The regular files of the old side whose content the new one has at the same path. */
    int commonFiles() {
        return commonFiles;
    }

    /** Lays the old side's layers over each other, and forgets the tree again. */
    static OldTotals of(TreeDiff diff, List<LayerIndex> layers) {
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
        return new OldTotals(totals, whole.size() - 1, files(whole) - otherFiles(diff));
    }

    private static int files(FileTree tree) {
        int files = 0;
        for (int at = 0; at < tree.size(); at++) {
            files += tree.type(at) == EntryType.FILE ? 1 : 0;
        }
        return files;
    }

    /** The old files that are gone, or not what they were. */
    private static int otherFiles(TreeDiff diff) {
        int files = 0;
        for (int at = 0; at < diff.size(); at++) {
            boolean other = diff.kind(at) == Kind.DELETED || diff.kind(at) == Kind.MODIFIED;
            if (other && diff.before().type(diff.beforeNode(at)) == EntryType.FILE) {
                files++;
            }
        }
        return files;
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
