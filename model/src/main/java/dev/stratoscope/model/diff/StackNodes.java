package dev.stratoscope.model.diff;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;

import java.util.Arrays;
import java.util.List;

/**
 * Every path that any layer of a stack shows, with what it is from layer to layer. Nodes are
 * numbered breadth first, children sorted by name, node 0 is the root. The versions of a node are a
 * run of numbers, ascending by layer; the first is never a removal, and two removals never follow
 * each other. Immutable; about 19 bytes a node that has one version.
 */
final class StackNodes {
    private final List<LayerIndex> layers;
    private final int[] parent;
    private final int[] firstChild;
    private final int[] start;
    private final short[] layer;
    private final int[] node;
    private final byte[] kind;
    private final int[] links;

    /**
     * Columns that are not copied.
     *
     * @param firstChild of each node, and the number of nodes
     * @param start the first version of each node, and the number of versions
     * @param layer of each version; -1 for the root below all layers
     * @param node of each version, in that layer; -1 where the path is gone
     * @param kind how each version differs from the one before
     * @param links the versions that are hard links, ascending
     */
    StackNodes(
            List<LayerIndex> layers,
            int[] parent,
            int[] firstChild,
            int[] start,
            short[] layer,
            int[] node,
            byte[] kind,
            int[] links) {
        this.layers = layers;
        this.parent = parent;
        this.firstChild = firstChild;
        this.start = start;
        this.layer = layer;
        this.node = node;
        this.kind = kind;
        this.links = links;
    }

    List<LayerIndex> layers() {
        return layers;
    }

    int size() {
        return parent.length;
    }

    int parent(int at) {
        return parent[at];
    }

    int firstChild(int at) {
        return firstChild[at];
    }

    int endOfChildren(int at) {
        return firstChild[at + 1];
    }

    boolean hasChildren(int at) {
        return firstChild[at] < firstChild[at + 1];
    }

    ByteString name(int at) {
        return at == 0 ? ByteString.EMPTY : index(start[at]).name(node[start[at]]);
    }

    ByteString path(int at) {
        return at == 0 ? ByteString.EMPTY : index(start[at]).path(node[start[at]]);
    }

    /** As {@link Changeset#copyNames}; names that lie side by side are copied at once. */
    int copyNames(int from, int to, byte[] into, int[] ends) {
        int done = 0;
        if (from == 0 && to > 0 && ends.length > 0) {
            ends[done++] = 0;
        }
        int count = Math.min(to - from, ends.length);
        while (done < count) {
            int version = start[from + done];
            int first = node[version];
            int most = count - done;
            int run = 1;
            while (run < most
                    && node[start[from + done + run]] == first + run
                    && layer[start[from + done + run]] == layer[version]) {
                run++;
            }
            int copied = index(version).copyNames(first, first + run, into, ends, done);
            done += copied;
            if (copied < run) {
                break;
            }
        }
        return done;
    }

    int firstVersion(int at) {
        return start[at];
    }

    int endOfVersions(int at) {
        return start[at + 1];
    }

    /** The node that a version is of. */
    int nodeOf(int version) {
        int found = Arrays.binarySearch(start, version);
        return found < 0 ? -found - 2 : found;
    }

    /**
     * What a path is as of a layer, which may be a removal; -1 when no layer up to that one shows
     * it.
     */
    int versionAt(int at, int asOf) {
        int version = start[at + 1] - 1;
        while (version >= start[at] && layer[version] > asOf) {
            version--;
        }
        return version < start[at] ? -1 : version;
    }

    /** The next layer that has another version of the same path; beyond the last when none has. */
    int until(int at, int version) {
        return version + 1 < start[at + 1] ? layer[version + 1] : layers.size();
    }

    /** Whether a version, -1 for none, is something and no removal. */
    boolean isLive(int version) {
        return version >= 0 && node[version] >= 0;
    }

    int layer(int version) {
        return layer[version];
    }

    int inLayer(int version) {
        return node[version];
    }

    Kind kind(int version) {
        return Kind.of(kind[version]);
    }

    /** The kind of file of a live version; a hard link whether or not it is shown as the file. */
    EntryType type(int version) {
        return layer[version] < 0 ? EntryType.DIRECTORY : index(version).type(node[version]);
    }

    /** Docker's bytes of a live version alone; 0 of a hard link, whether or not it counts. */
    long ownSize(int version) {
        return layer[version] < 0 ? 0 : index(version).ownSize(node[version]);
    }

    /** The versions that are hard links, ascending; not to be changed. */
    int[] links() {
        return links;
    }

    private LayerIndex index(int version) {
        return layers.get(layer[version]);
    }
}
