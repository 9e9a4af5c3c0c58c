package dev.stratoscope.model.diff;

import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.StackEntry;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How many paths each layer of a stack changes, from one walk over all layers in step. The counts
 * are those of a {@link TreeDiff} between the trees below and at each layer, but no tree is made.
 *
 * <p>A directory that only one layer speaks of is counted without looking at its names.
 */
public final class StackCounts {
    private final List<LayerIndex> layers;
    private final Tally tally;
    private final Deque<Parts> open = new ArrayDeque<>();

    private StackCounts(List<LayerIndex> layers) {
        this.layers = layers;
        this.tally = new Tally(layers.size());
    }

    /**
     * Counts.
     *
     * @param layers bottom first
     * @return a count for each layer; null where the tree at the layer or the one below it cannot
     *     be made, as a hard link is a name of no file
     */
    public static List<@Nullable ChangeCounts> of(List<LayerIndex> layers) {
        StackCounts counts = new StackCounts(List.copyOf(layers));
        counts.walk();
        return counts.tally.counts();
    }

    private void walk() {
        StackWalk walk = new StackWalk(layers, new Paths());
        open.push(walk.root());
        while (!open.isEmpty()) {
            walk.expand(open.pop());
        }
    }

    private final class Paths implements StackVisitor {
        @Override
        public void version(int layer, int node, Kind kind) {
            tally.add(layer, kind, 1);
        }

        @Override
        public void broken(int from, int to) {
            tally.broken(from, to);
        }

        @Override
        public void end(@Nullable Parts below) {
            if (below == null) {
                return;
            }
            if (below.count() == 1) {
                countAll(below.layer(0), below.node(0), below.gone(layers.size()));
            } else {
                open.push(below);
            }
        }
    }

    /**
     * Counts what one layer alone has below a directory: the children of a run of nodes are one run
     * as well.
     *
     * @param gone the layer that hides it all; beyond the last layer when none does
     */
    private void countAll(int layer, int directory, int gone) {
        LayerIndex index = layers.get(layer);
        int shown = 0;
        int from = index.firstChild(directory);
        int to = index.endOfChildren(directory);
        while (from < to) {
            for (int node = from; node < to; node++) {
                EntryType type = index.type(node);
                shown += type == EntryType.WHITEOUT ? 0 : 1;
                if (type == EntryType.HARDLINK && StackEntry.of(layers, layer, node).isBroken()) {
                    tally.broken(layer, gone);
                }
            }
            int next = index.firstChild(from);
            to = index.endOfChildren(to - 1);
            from = next;
        }
        tally.add(layer, Kind.ADDED, shown);
        if (gone < layers.size()) {
            tally.add(gone, Kind.DELETED, shown);
        }
    }
}
