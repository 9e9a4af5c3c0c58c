package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The rows of a file tree: which paths of a changeset are kept by a filter, their sizes in scope,
 * and which of them show with the folders that are open. Immutable; opening a folder makes another
 * one over the same arrays.
 */
final class FileRows {
    private final Changeset changes;
    private final FileFilter filter;
    private final FileOrder order;
    private final BitSet inScope;
    private final BitSet kept;
    private final BitSet open;
    private final int matches;
    private final Map<Kind, Integer> counts;
    private final long largest;
    private final int[] rows;
    private final byte[] depths;

    private FileRows(
            Changeset changes,
            FileFilter filter,
            FileOrder order,
            BitSet inScope,
            BitSet kept,
            BitSet open,
            int matches,
            Map<Kind, Integer> counts) {
        this.matches = matches;
        this.counts = counts;
        this.largest = largest(changes, kept);
        this.changes = changes;
        this.filter = filter;
        this.order = order;
        this.inScope = inScope;
        this.kept = kept;
        this.open = open;
        Flattening flat = new Flattening(changes, kept, open, new SiblingOrder(changes, order));
        this.rows = flat.rows();
        this.depths = flat.depths();
    }

    /**
     * The rows of a changes. Looks at every path once.
     *
     * @param open the folders that are open; when a text is searched for, those that lead to a hit
     *     are opened too
     */
    static FileRows of(Changeset changes, FileFilter filter, FileOrder order, BitSet open) {
        int count = changes.size();
        BitSet scope = new BitSet(count);
        BitSet kept = new BitSet(count);
        BitSet opened = (BitSet) open.clone();
        IntPredicate match = NodeMatch.of(changes, filter);
        boolean searching = filter.isSearching();
        BitSet leading = new BitSet(count);
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        int matches = 0;
        for (int at = count - 1; at > 0; at--) {
            boolean wanted = changes.contains(at);
            if (wanted) {
                scope.set(at);
                counts.merge(changes.kind(at), 1, Integer::sum);
                wanted = filter.kinds().contains(changes.kind(at));
            }
            if (wanted && searching) {
                wanted = match.test(at);
                if (wanted) {
                    for (int up = changes.parent(at);
                            up > 0 && !leading.get(up);
                            up = changes.parent(up)) {
                        leading.set(up);
                    }
                }
            }
            matches += wanted ? 1 : 0;
            if (wanted || kept.get(at)) {
                kept.set(at);
                kept.set(changes.parent(at));
            }
        }
        opened.or(leading);
        return new FileRows(changes, filter, order, scope, kept, opened, matches, counts);
    }

    /** The same rows with a folder opened or closed. */
    FileRows withOpen(int node, boolean isOpen) {
        BitSet changed = (BitSet) open.clone();
        changed.set(node, isOpen);
        return new FileRows(changes, filter, order, inScope, kept, changed, matches, counts);
    }

    /** The same rows with every folder open, or none. */
    FileRows withAllOpen(boolean isOpen) {
        BitSet changed = new BitSet();
        if (isOpen) {
            changed.or(kept);
        }
        return new FileRows(changes, filter, order, inScope, kept, changed, matches, counts);
    }

    /** The same rows with every folder above a node open. */
    FileRows withPathOpen(int node) {
        BitSet changed = (BitSet) open.clone();
        for (int up = changes.parent(node); up > 0; up = changes.parent(up)) {
            changed.set(up);
        }
        return new FileRows(changes, filter, order, inScope, kept, changed, matches, counts);
    }

    /** The same rows sorted otherwise. */
    FileRows withOrder(FileOrder wanted) {
        return new FileRows(changes, filter, wanted, inScope, kept, open, matches, counts);
    }

    Changeset changes() {
        return changes;
    }

    FileFilter filter() {
        return filter;
    }

    BitSet openFolders() {
        return (BitSet) open.clone();
    }

    /** The number of paths the filter keeps, with the folders above them; the root counts too. */
    int keptPaths() {
        return kept.cardinality();
    }

    /** The number of paths the filter itself wants, without the folders that lead to them. */
    int matches() {
        return matches;
    }

    /** Whether the filter keeps a node, or something below it. */
    boolean isKept(int node) {
        return kept.get(node);
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
        return depths[row] & 0xff;
    }

    boolean isOpen(int node) {
        return open.get(node);
    }

    /** Whether a node has children that the filter keeps. */
    boolean hasChildren(int node) {
        int next = kept.nextSetBit(changes.firstChild(node));
        return next >= 0 && next < changes.endOfChildren(node);
    }

    /** The bytes of a node with all below it that are in scope. */
    long totalSize(int node) {
        return changes.total(node);
    }

    /** The row that shows a node; -1 when none does. */
    int rowOf(int node) {
        for (int row = 0; row < rows.length; row++) {
            if (rows[row] == node) {
                return row;
            }
        }
        return -1;
    }

    /** The size of the largest row below the root, for the bars. */
    long largest() {
        return largest;
    }

    private static long largest(Changeset changes, BitSet kept) {
        long most = 1;
        for (int child = changes.firstChild(0); child < changes.endOfChildren(0); child++) {
            if (kept.get(child)) {
                most = Math.max(most, changes.total(child));
            }
        }
        return most;
    }

    /** The number of paths in scope, whatever the filter keeps of them. */
    int pathsInScope() {
        return inScope.cardinality();
    }

    /** The number of paths of a kind in scope. */
    int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }
}
