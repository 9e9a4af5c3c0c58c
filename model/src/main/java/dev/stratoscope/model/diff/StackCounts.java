package dev.stratoscope.model.diff;

import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many paths each layer of a stack changes, from one walk over all layers in step: at every
 * path it follows what is shown there from the lowest layer up. The counts are those of a {@link
 * TreeDiff} between the trees below and at each layer, but no tree is made.
 *
 * <p>A directory that only one layer speaks of is counted without looking at its names.
 */
public final class StackCounts {
    private static final int[] NONE = {};

    private final List<LayerIndex> layers;
    private final Tally tally;
    private final PathHistory history;
    private final Deque<Directory> open = new ArrayDeque<>();

    private StackCounts(List<LayerIndex> layers) {
        this.layers = layers;
        this.tally = new Tally(layers.size());
        this.history = new PathHistory(layers, tally);
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
        int[] roots = new int[2 * layers.size()];
        int[] wipes = new int[layers.size()];
        int wiped = 0;
        for (int layer = 0; layer < layers.size(); layer++) {
            roots[2 * layer] = layer;
            if (layers.get(layer).isOpaque(0)) {
                wipes[wiped++] = layer;
            }
        }
        open.push(new Directory(roots, Arrays.copyOf(wipes, wiped)));
        while (!open.isEmpty()) {
            expand(open.pop());
        }
    }

    private void expand(Directory directory) {
        int count = directory.parts.length / 2;
        Cursor[] cursors = new Cursor[count];
        for (int i = 0; i < count; i++) {
            cursors[i] = new Cursor(layers, directory.parts[2 * i], directory.parts[2 * i + 1]);
        }
        while (true) {
            int least = Cursor.least(cursors, count);
            if (least < 0) {
                return;
            }
            Cursor name = cursors[least];
            int named = name.at;
            history.begin(directory.wipes);
            for (int i = least; i < count; i++) {
                Cursor cursor = cursors[i];
                if (cursor.isAt(name, named)) {
                    history.meet(cursor.layer, cursor.at++);
                }
            }
            history.end();
            enter(directory);
            if (!name.hasMore()) {
                count = Cursor.dropFinished(cursors, count);
            }
        }
    }

    /** Goes on below the path whose history was just followed. */
    private void enter(Directory above) {
        if (!history.hasDirectories()) {
            return;
        }
        int[] parts = history.directories();
        int[] wipes = wipesAbove(parts[0], above.wipes, history.wipes());
        if (parts.length == 2) {
            countAll(parts[0], parts[1], wipes.length == 0 ? layers.size() : wipes[0]);
        } else {
            open.push(new Directory(parts, wipes));
        }
    }

    /** Of both lists the layers above one, ascending, each once; nothing is hidden below it. */
    private static int[] wipesAbove(int layer, int[] inherited, int[] own) {
        if (inherited.length == 0 && own.length == 0) {
            return NONE;
        }
        return IntStream.concat(Arrays.stream(inherited), Arrays.stream(own))
                .filter(wipe -> wipe > layer)
                .sorted()
                .distinct()
                .toArray();
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
                if (type == EntryType.HARDLINK && history.isBroken(layer, node)) {
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

    /** A path that some layers have a directory at. */
    private static final class Directory {
        /** Pairs of a layer and its node there, the lowest first. */
        private final int[] parts;

        /** The layers that hide what those below have in it, ascending. */
        private final int[] wipes;

        Directory(int[] parts, int[] wipes) {
            this.parts = parts;
            this.wipes = wipes;
        }
    }
}
