package dev.stratoscope.model.diff;

import java.util.Arrays;

/**
 * What each layer of a stack touches: the nodes that it brings, once more or anew, or removes, and
 * how many paths there are after it. Immutable; four bytes a version.
 */
final class LayerTouches {
    private final int[] start;
    private final int[] touched;
    private final ChangeCounts[] counts;
    private final int[] existing;

    private LayerTouches(int[] start, int[] touched, ChangeCounts[] counts, int[] existing) {
        this.start = start;
        this.touched = touched;
        this.counts = counts;
        this.existing = existing;
    }

    static LayerTouches of(StackNodes nodes) {
        int layers = nodes.layers().size();
        Tally tally = new Tally(layers);
        int[] start = new int[layers + 1];
        int versions = nodes.endOfVersions(nodes.size() - 1);
        int ofRoot = nodes.endOfVersions(0);
        for (int version = 1; version < versions; version++) {
            int layer = nodes.layer(version);
            start[layer + 1]++;
            if (version >= ofRoot) {
                tally.add(layer, nodes.kind(version), 1);
            }
        }
        for (int layer = 0; layer < layers; layer++) {
            start[layer + 1] += start[layer];
        }
        int[] touched = new int[start[layers]];
        int[] next = Arrays.copyOf(start, layers);
        for (int at = 0; at < nodes.size(); at++) {
            int end = nodes.endOfVersions(at);
            for (int version = nodes.firstVersion(at); version < end; version++) {
                if (version > 0) {
                    touched[next[nodes.layer(version)]++] = at;
                }
            }
        }
        ChangeCounts[] counts = new ChangeCounts[layers];
        int[] existing = new int[layers];
        int paths = 0;
        for (int layer = 0; layer < layers; layer++) {
            counts[layer] = tally.counts(layer);
            paths += counts[layer].added() - counts[layer].deleted();
            existing[layer] = paths;
        }
        return new LayerTouches(start, touched, counts, existing);
    }

    /** Where the nodes that a layer touches begin; they ascend, and end where the next begin. */
    int start(int layer) {
        return start[layer];
    }

    int end(int layer) {
        return start[layer + 1];
    }

    /** The node at a place between {@link #start} and {@link #end}. */
    int node(int place) {
        return touched[place];
    }

    /** How a layer changes what the layers below it show, the root left out. */
    ChangeCounts counts(int layer) {
        return counts[layer];
    }

    /** The number of paths as of a layer, the root left out; -1 is what is below the first. */
    int existing(int layer) {
        return layer < 0 ? 0 : existing[layer];
    }
}
