package dev.stratoscope.model.compare;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;

import java.util.Arrays;
import java.util.List;

/**
 * A few hundred of a set's members, chosen by their hashes alone, so that two sketches tell how
 * much two sets have in common, whatever their sizes: exactly for small sets, within some percent
 * for large ones. Immutable.
 */
final class Sketch {
    private static final int MOST = 256;
    private static final double SAME_PLACE_ONLY = 0.5;

    private final long[] members;
    private final long[] contents;

    private Sketch(long[] members, long[] contents) {
        this.members = members;
        this.contents = contents;
    }

    /** A set of words. */
    static Sketch of(List<String> words) {
        Least least = new Least();
        for (String word : words) {
            least.add(mix(word.hashCode()), 0);
        }
        return least.alone();
    }

    /** The contents of a layer's regular files wherever they lie, the empty ones left out. */
    static Sketch ofContents(LayerIndex layer) {
        Least least = new Least();
        for (int node = 1; node < layer.size(); node++) {
            if (layer.fileSize(node) > 0) {
                least.add(mix(layer.contentKey(node)), node);
            }
        }
        return least.alone();
    }

    /** The paths of a layer that have nothing below them, each with what it holds. */
    static Sketch ofPaths(LayerIndex layer) {
        Least least = new Least();
        long[] paths = new long[layer.size()];
        for (int node = 0; node < paths.length; node++) {
            int end = layer.endOfChildren(node);
            for (int child = layer.firstChild(node); child < end; child++) {
                paths[child] = mix(31 * paths[node] + layer.name(child).hashCode());
            }
            if (node > 0 && layer.firstChild(node) == end && !layer.isBookkeeping(node)) {
                least.add(paths[node], node);
            }
        }
        long[] contents = new long[least.size];
        for (int i = 0; i < contents.length; i++) {
            contents[i] = content(layer, least.nodes[i]);
        }
        return new Sketch(least.hashes(), contents);
    }

    private static long content(LayerIndex layer, int node) {
        EntryType type = layer.type(node);
        Digest digest = type == EntryType.FILE ? layer.digest(node) : null;
        long held = digest == null ? layer.attributes(node).link().hashCode() : digest.hashCode();
        return mix(type.letter() + 31 * (held + 31 * layer.fileSize(node)));
    }

    /**
     * What share of the members of either set is in both: 0 for none, 1 for all. A path that holds
     * something else on the other side counts half.
     */
    double likeness(Sketch other) {
        int i = 0;
        int j = 0;
        int seen = 0;
        double common = 0;
        while (seen < MOST && (i < members.length || j < other.members.length)) {
            int order =
                    i == members.length
                            ? 1
                            : j == other.members.length
                                    ? -1
                                    : Long.compare(members[i], other.members[j]);
            if (order == 0) {
                common += contents[i] == other.contents[j] ? 1 : SAME_PLACE_ONLY;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            seen++;
        }
        return seen == 0 ? 0 : common / seen;
    }

    /** Spreads what is given over all bits (the finisher of SplitMix64). */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** The least hashes so far, ascending, each once. */
    private static final class Least {
        private final long[] hashes = new long[MOST];
        private final int[] nodes = new int[MOST];
        private int size;

        void add(long hash, int node) {
            if (size == MOST && hash >= hashes[MOST - 1]) {
                return;
            }
            int found = Arrays.binarySearch(hashes, 0, size, hash);
            if (found >= 0) {
                return;
            }
            int at = -1 - found;
            int kept = Math.min(size, MOST - 1);
            System.arraycopy(hashes, at, hashes, at + 1, kept - at);
            System.arraycopy(nodes, at, nodes, at + 1, kept - at);
            hashes[at] = hash;
            nodes[at] = node;
            size = kept + 1;
        }

        long[] hashes() {
            return Arrays.copyOf(hashes, size);
        }

        /** A sketch of members that hold nothing. */
        Sketch alone() {
            return new Sketch(hashes(), new long[size]);
        }
    }
}
