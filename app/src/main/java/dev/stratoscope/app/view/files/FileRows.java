package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The rows of a file tree: the paths of a changeset that are kept by a filter and whose folders are
 * open. Does not change; opening a folder makes another one that looks only at what comes to light.
 * Safe for use by one thread at a time, as {@link Kept} is.
 */
final class FileRows {
    /** Changes up to this number are shown with every folder open. */
    private static final int UNFOLDED_AT_ONCE = 600;

    private final Kept kept;
    private final FileOrder order;
    private final BitSet own;
    private final BitSet open;
    private final long largest;
    private final int[] rows;
    private final short[] depths;
    private long largestDifference;

    private FileRows(
            Kept kept, FileOrder order, BitSet own, BitSet open, int[] rows, short[] depths) {
        this.kept = kept;
        this.order = order;
        this.own = own;
        this.open = open;
        this.rows = rows;
        this.depths = depths;
        this.largest = largest(kept);
    }

    /**
     * The rows of a changeset.
     *
     * @param own the folders that a person opened; those above what is searched for are opened too
     */
    static FileRows of(Kept kept, FileOrder order, BitSet own) {
        BitSet open = kept.leading();
        open.or(own);
        return flat(kept, order, own, open);
    }

    private static FileRows flat(Kept kept, FileOrder order, BitSet own, BitSet open) {
        SiblingOrder siblings = new SiblingOrder(kept.changes(), order);
        Flattening flat = new Flattening(kept, open, siblings, 0, 0);
        return new FileRows(kept, order, own, open, flat.rows(), flat.depths());
    }

    /** The same rows for another thread to make others of. */
    FileRows forAnotherThread() {
        return new FileRows(kept.fresh(), order, own, open, rows, depths);
    }

    /** The same rows with a folder opened or closed. */
    FileRows withOpen(int node, boolean isOpen) {
        if (open.get(node) == isOpen) {
            return this;
        }
        BitSet ownChanged = changed(own, node, isOpen);
        BitSet changed = changed(open, node, isOpen);
        int row = rowOf(node);
        if (row < 0) {
            return new FileRows(kept, order, ownChanged, changed, rows, depths);
        }
        if (!isOpen) {
            int end = endOf(row);
            return spliced(ownChanged, changed, row + 1, end, new int[0], new short[0]);
        }
        SiblingOrder siblings = new SiblingOrder(changes(), order);
        Flattening below = new Flattening(kept, changed, siblings, node, depth(row) + 1);
        return spliced(ownChanged, changed, row + 1, row + 1, below.rows(), below.depths());
    }

    /** The same rows with every folder open, or none. */
    FileRows withAllOpen(boolean isOpen) {
        if (!isOpen) {
            return flat(kept, order, new BitSet(), new BitSet());
        }
        FileRows all = unfolded();
        return new FileRows(kept, order, all.open, all.open, all.rows, all.depths);
    }

    /** The same rows with every folder open, though nobody asked for it. */
    FileRows unfolded() {
        BitSet everything = new BitSet(changes().size());
        everything.set(0, changes().size());
        FileRows all = flat(kept, order, own, everything);
        BitSet shown = new BitSet(changes().size());
        for (int node : all.rows) {
            shown.set(node);
        }
        return new FileRows(kept, order, own, shown, all.rows, all.depths);
    }

    /** The same rows with a folder and every one below it open. */
    FileRows withAllOpenBelow(int node) {
        BitSet all = new BitSet(changes().size());
        all.set(0, changes().size());
        int row = rowOf(node);
        SiblingOrder siblings = new SiblingOrder(changes(), order);
        int depth = row < 0 ? 0 : depth(row) + 1;
        Flattening below = new Flattening(kept, all, siblings, node, depth);
        BitSet ownChanged = changed(own, node, true);
        BitSet changed = changed(open, node, true);
        int[] nodes = below.rows();
        for (int opened : nodes) {
            ownChanged.set(opened);
            changed.set(opened);
        }
        return row < 0
                ? new FileRows(kept, order, ownChanged, changed, rows, depths)
                : spliced(ownChanged, changed, row + 1, endOf(row), nodes, below.depths());
    }

    /** The same rows with a folder and every one below it closed. */
    FileRows withAllClosedBelow(int node) {
        BitSet below = Below.of(changes(), node);
        BitSet ownLeft = openFolders();
        ownLeft.andNot(below);
        BitSet left = (BitSet) open.clone();
        left.andNot(below);
        return flat(kept, order, ownLeft, left);
    }

    /**
     * The same rows with those folders open that lead to a path that differs, and no others; one
     * that is new or gone as a whole stays closed.
     */
    FileRows withChangesOpen() {
        Changeset changes = changes();
        BitSet leading = new BitSet(changes.size());
        changes.changed()
                .map(changes::parent)
                .filter(up -> up > 0 && !isWhole(changes.kind(up)))
                .forEach(
                        parent -> {
                            int up = parent;
                            while (up > 0 && !leading.get(up)) {
                                leading.set(up);
                                up = changes.parent(up);
                            }
                        });
        return flat(kept, order, leading, leading);
    }

    private static boolean isWhole(Kind kind) {
        return kind == Kind.ADDED || kind == Kind.DELETED;
    }

    /** The same rows with every folder above a node open. */
    FileRows withPathOpen(int node) {
        FileRows opened = this;
        int[] above = above(node);
        for (int i = above.length - 1; i >= 0; i--) {
            opened = opened.withOpen(above[i], true);
        }
        return opened;
    }

    /** The same rows sorted otherwise. */
    FileRows withOrder(FileOrder wanted) {
        return wanted.equals(order) ? this : flat(kept, wanted, own, open);
    }

    private FileRows spliced(
            BitSet ownChanged, BitSet changed, int from, int to, int[] nodes, short[] deep) {
        int[] nextRows = new int[rows.length - (to - from) + nodes.length];
        short[] nextDepths = new short[nextRows.length];
        int rest = rows.length - to;
        System.arraycopy(rows, 0, nextRows, 0, from);
        System.arraycopy(nodes, 0, nextRows, from, nodes.length);
        System.arraycopy(rows, to, nextRows, from + nodes.length, rest);
        System.arraycopy(depths, 0, nextDepths, 0, from);
        System.arraycopy(deep, 0, nextDepths, from, nodes.length);
        System.arraycopy(depths, to, nextDepths, from + nodes.length, rest);
        return new FileRows(kept, order, ownChanged, changed, nextRows, nextDepths);
    }

    /** The row after the last one that lies below a row's folder. */
    private int endOf(int row) {
        int end = row + 1;
        while (end < rows.length && depths[end] > depths[row]) {
            end++;
        }
        return end;
    }

    private int[] above(int node) {
        int[] above = new int[16];
        int count = 0;
        for (int up = changes().parent(node); up > 0; up = changes().parent(up)) {
            if (count == above.length) {
                above = Arrays.copyOf(above, count * 2);
            }
            above[count++] = up;
        }
        return Arrays.copyOf(above, count);
    }

    private static BitSet changed(BitSet folders, int node, boolean isOpen) {
        BitSet changed = (BitSet) folders.clone();
        changed.set(node, isOpen);
        return changed;
    }

    Changeset changes() {
        return kept.changes();
    }

    FileFilter filter() {
        return kept.filter();
    }

    FileOrder order() {
        return order;
    }

    Kept kept() {
        return kept;
    }

    /** Whether every match has a row, all folders above being open. */
    boolean showsAllMatches() {
        BitSet leading = kept.leading();
        leading.andNot(open);
        return leading.isEmpty();
    }

    /** The node here of a node there; -1 when there is none. */
    int sameNode(FileRows there, int node) {
        return there.changes().sharesNodes(changes())
                ? node
                : changes().find(there.changes().path(node));
    }

    /** The folders that are open by a person's wish, whatever is searched for. */
    BitSet openFolders() {
        return (BitSet) own.clone();
    }

    /** The number of paths the filter itself wants, without the folders that lead to them. */
    int matches() {
        return kept.matches();
    }

    /** How many paths of a kind that is left out match what is searched for. */
    int hidden(Kind kind) {
        return kept.hidden(kind);
    }

    /** Whether the filter itself wants a node. */
    boolean isMatch(int node) {
        return kept.isWanted(node);
    }

    /** Whether the filter keeps a node, or something below it. */
    boolean isKept(int node) {
        return kept.isKept(node);
    }

    /** The number of rows to show. */
    int size() {
        return rows.length;
    }

    /** The node of a row. */
    int node(int row) {
        return rows[row];
    }

    /** How deep a row lies: 0 below the root. */
    int depth(int row) {
        return depths[row];
    }

    boolean isOpen(int node) {
        return open.get(node);
    }

    /** Whether a node has children that the filter keeps. */
    boolean hasChildren(int node) {
        return kept.hasChildren(node);
    }

    /** The bytes of a node with all below it that are in scope; of a deleted one those it had. */
    long totalSize(int node) {
        return changes().totalShown(node);
    }

    /** By how many bytes a node with all below it grew. */
    long grown(int node) {
        return changes().total(node) - changes().totalBefore(node);
    }

    /** The row that shows a node; -1 when none does. */
    int rowOf(int node) {
        if (node <= 0) {
            return -1;
        }
        for (int up = changes().parent(node); up > 0; up = changes().parent(up)) {
            if (!open.get(up)) {
                return -1;
            }
        }
        // One pass over neighbouring numbers: a million rows in less than a millisecond.
        for (int row = 0; row < rows.length; row++) {
            if (rows[row] == node) {
                return row;
            }
        }
        return -1;
    }

    /** The node, or the nearest folder above it, that has a row; -1 when none has. */
    int shownAbove(int node) {
        int at = node;
        int shown = kept.isKept(node) ? node : -1;
        while (at > 0) {
            int up = changes().parent(at);
            if (up > 0 && (!open.get(up) || shown < 0)) {
                shown = kept.isKept(up) ? up : -1;
            }
            at = up;
        }
        return shown;
    }

    /** The first row from which on these differ from others; at most the size of either. */
    int firstDifference(FileRows other) {
        int at = Arrays.mismatch(rows, other.rows);
        return at < 0 ? rows.length : at;
    }

    /** How many rows at the end, from {@code from} on in both, are the same as in others. */
    int sameAtEnd(FileRows other, int from) {
        int most = Math.min(rows.length, other.rows.length) - from;
        int same = 0;
        while (same < most
                && rows[rows.length - 1 - same] == other.rows[other.rows.length - 1 - same]) {
            same++;
        }
        return same;
    }

    /** The size of the largest row below the root, for the bars. */
    long largest() {
        return largest;
    }

    /** By how many bytes the row below the root that differs most differs, for the bars. */
    long largestDifference() {
        long known = largestDifference;
        if (known == 0) {
            known = 1;
            Changeset changes = changes();
            for (int child = changes.firstChild(0); child < changes.endOfChildren(0); child++) {
                if (kept.isKept(child)) {
                    known = Math.max(known, Math.abs(grown(child)));
                }
            }
            largestDifference = known;
        }
        return known;
    }

    private static long largest(Kept kept) {
        Changeset changes = kept.changes();
        long most = 1;
        for (int child = changes.firstChild(0); child < changes.endOfChildren(0); child++) {
            if (kept.isKept(child)) {
                most = Math.max(most, changes.total(child));
            }
        }
        return most;
    }

    /** Whether only what differs is shown, and so little of it that every folder can be open. */
    boolean isFewChanges() {
        return !filter().kinds().contains(Kind.UNCHANGED) && matches() <= UNFOLDED_AT_ONCE;
    }

    /** The number of paths in scope, whatever the filter keeps of them. */
    int pathsInScope() {
        return changes().paths();
    }

    /** The number of paths of a kind in scope. */
    int count(Kind kind) {
        return Kept.count(changes(), kind);
    }
}
