package dev.stratoscope.model.tree;

import java.util.List;

/**
 * One directory of a stack: what each layer that still adds to it has there, laid over each other
 * name by name, the lowest layer first. Used for one directory after another; not for several
 * threads.
 */
final class Overlay {
    private final List<LayerIndex> layers;

    /**
     * Takes the directories that make up what is shown at a name: pairs of layer and node, from the
     * last opaque mark, whiteout or replacement upwards.
     */
    private final IntList parts;

    private LayerIndex[] index = new LayerIndex[8];
    private int[] layer = new int[8];
    private int[] at = new int[8];
    private int[] end = new int[8];
    private boolean[] always = new boolean[8];
    private int count;

    /** The cursors that stand at the name that is laid over each other now. */
    private int[] met = new int[8];

    private int metCount;
    private int shown;
    private int shownNode;

    Overlay(List<LayerIndex> layers, IntList parts) {
        this.layers = layers;
        this.parts = parts;
    }

    /** Lays the roots over each other. */
    void layRoots() {
        shown = -1;
        shownNode = 0;
        for (int root = 0; root < layers.size(); root++) {
            if (layers.get(root).isOpaque(0)) {
                parts.cut(0);
            }
            parts.add(root);
            parts.add(0);
            if (shown < 0 || !layers.get(root).isImplied(0)) {
                shown = root;
            }
        }
    }

    /** Leaves the directory for another one, which so far no layer adds to. */
    void open(int directories) {
        count = 0;
        metCount = 0;
        if (directories > at.length) {
            index = new LayerIndex[directories * 2];
            layer = new int[directories * 2];
            at = new int[directories * 2];
            end = new int[directories * 2];
            always = new boolean[directories * 2];
            met = new int[directories * 2];
        }
    }

    /**
     * The next higher layer that adds to the directory.
     *
     * @param lookAlways whether {@link #seek} looks at it even where a higher one hides what it has
     */
    void add(int toLayer, int directory, boolean lookAlways) {
        layer[count] = toLayer;
        index[count] = layers.get(toLayer);
        at[count] = index[count].firstChild(directory);
        end[count] = index[count].endOfChildren(directory);
        always[count] = lookAlways;
        count++;
    }

    /** How many layers add to the directory; less those that {@link #next} is through with. */
    int count() {
        return count;
    }

    LayerIndex index(int cursor) {
        return index[cursor];
    }

    int layer(int cursor) {
        return layer[cursor];
    }

    /** The node that a cursor stands at. */
    int at(int cursor) {
        return at[cursor];
    }

    int end(int cursor) {
        return end[cursor];
    }

    /** The layer of what is shown at the name; -1 when nothing is. */
    int shown() {
        return shown;
    }

    /** The node of what is shown in its layer. */
    int shownNode() {
        return shownNode;
    }

    /** Goes on to the next name that any layer has; false when there is none. */
    boolean next() {
        if (metCount > 0) {
            leave();
        }
        if (count == 0) {
            return false;
        }
        int least = 0;
        for (int i = 0; i < count; i++) {
            int order = i == 0 ? -1 : compare(i, least);
            if (order < 0) {
                least = i;
                metCount = 0;
            }
            if (order <= 0) {
                met[metCount++] = i;
            }
        }
        layOver();
        return true;
    }

    /** Moves what stands at the last name on, and drops the cursors that are at their ends. */
    private void leave() {
        boolean finished = false;
        for (int i = 0; i < metCount; i++) {
            finished |= ++at[met[i]] == end[met[i]];
        }
        metCount = 0;
        if (finished) {
            dropFinished();
        }
    }

    /** Moves the cursors that are not at their ends together, in order. */
    void dropFinished() {
        metCount = 0;
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (at[i] < end[i]) {
                index[left] = index[i];
                layer[left] = layer[i];
                at[left] = at[i];
                end[left++] = end[i];
            }
        }
        count = left;
    }

    /**
     * Goes on to a name, which no layer need have. Below a layer that hides what is there only
     * those are looked at that always are.
     *
     * @param named a node of that name, which comes after all names that were asked for before
     */
    void seek(LayerIndex of, int named) {
        metCount = 0;
        boolean hidden = false;
        for (int i = count - 1; i >= 0; i--) {
            if ((!hidden || always[i]) && seek(i, of, named)) {
                met[metCount++] = i;
                hidden |= hides(index[i].look(at[i]));
            }
        }
        for (int low = 0, high = metCount - 1; low < high; low++, high--) {
            int lower = met[high];
            met[high] = met[low];
            met[low] = lower;
        }
        layOver();
    }

    /** Whether what is shown does not depend on the layers below; an implied directory's does. */
    private static boolean hides(long look) {
        return !Looks.isMarked(look, Looks.BOOKKEEPING)
                && (!Looks.isDirectory(look)
                        || Looks.isMarked(look, Looks.WHITEOUT | Looks.REPLACED)
                        || (Looks.isMarked(look, Looks.OPAQUE)
                                && !Looks.isMarked(look, Looks.IMPLIED)));
    }

    /** Moves a cursor up to a name, in ever longer steps, and tells whether it has it. */
    private boolean seek(int cursor, LayerIndex of, int named) {
        LayerIndex in = index[cursor];
        int last = end[cursor];
        int low = at[cursor];
        int high = low;
        for (int step = 1; high < last; step *= 2) {
            int order = in.compareNames(high, of, named);
            if (order >= 0) {
                if (order == 0 || high == low) {
                    at[cursor] = high;
                    return order == 0;
                }
                break;
            }
            low = high + 1;
            high = step < last - high ? high + step : last;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (in.compareNames(middle, of, named) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        at[cursor] = low;
        return low < last && in.compareNames(low, of, named) == 0;
    }

    /** How many layers have the name that was gone on to. */
    int metCount() {
        return metCount;
    }

    /** The cursors that stand at the name that was gone on to. */
    int met(int number) {
        return met[number];
    }

    /** Lays what the cursors that were met stand at over each other, the lowest layer first. */
    private void layOver() {
        int before = parts.size();
        shown = -1;
        shownNode = -1;
        for (int i = 0; i < metCount; i++) {
            int cursor = met[i];
            int child = at[cursor];
            long look = index[cursor].look(child);
            if (Looks.isMarked(look, Looks.BOOKKEEPING)) {
                continue;
            }
            boolean directory = Looks.isDirectory(look);
            boolean overDirectory = parts.size() > before;
            boolean hides = Looks.isMarked(look, Looks.WHITEOUT | Looks.REPLACED);
            if (hides || Looks.isMarked(look, Looks.OPAQUE) || !directory) {
                parts.cut(before);
            }
            if (Looks.isNothing(look)) {
                shown = -1;
                continue;
            }
            boolean keepsAttributes =
                    Looks.isMarked(look, Looks.IMPLIED) && overDirectory && !hides;
            if (!keepsAttributes) {
                shown = layer[cursor];
                shownNode = child;
            }
            if (directory) {
                parts.add(layer[cursor]);
                parts.add(child);
            }
        }
    }

    private int compare(int a, int b) {
        return index[a].compareNames(at[a], index[b], at[b]);
    }
}
