package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.EntryType;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The rows of a file tree: which paths of a diff are kept by a filter, their sizes in scope, and
 * which of them show with the folders that are open. Immutable; opening a folder makes another one
 * over the same arrays.
 */
final class FileRows {
    private final TreeDiff diff;
    private final FileFilter filter;
    private final FileOrder order;
    private final BitSet inScope;
    private final BitSet kept;
    private final BitSet open;
    private final long[] sizes;
    private final int matches;
    private final Map<Kind, Integer> counts;
    private final long largest;
    private final int[] rows;
    private final byte[] depths;

    private FileRows(
            TreeDiff diff,
            FileFilter filter,
            FileOrder order,
            BitSet inScope,
            BitSet kept,
            BitSet open,
            long[] sizes,
            int matches,
            Map<Kind, Integer> counts) {
        this.matches = matches;
        this.counts = counts;
        this.largest = largest(diff, kept, sizes);
        this.diff = diff;
        this.filter = filter;
        this.order = order;
        this.inScope = inScope;
        this.kept = kept;
        this.open = open;
        this.sizes = sizes;
        Flattening flat = new Flattening(diff, kept, open, new SiblingOrder(diff, sizes, order));
        this.rows = flat.rows();
        this.depths = flat.depths();
    }

    /**
     * The rows of a diff. Looks at every path once.
     *
     * @param open the folders that are open; when a text is searched for, those that lead to a hit
     *     are opened too
     */
    static FileRows of(TreeDiff diff, FileFilter filter, FileOrder order, BitSet open) {
        int count = diff.size();
        BitSet scope = new BitSet(count);
        BitSet kept = new BitSet(count);
        BitSet opened = (BitSet) open.clone();
        long[] sizes = sizes(diff, filter);
        Predicate<String> names = filter.matcher();
        boolean searching = !filter.text().isEmpty();
        BitSet leading = new BitSet(count);
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        int matches = 0;
        for (int at = count - 1; at > 0; at--) {
            boolean wanted = isInScope(diff, at, filter);
            if (wanted) {
                scope.set(at);
                counts.merge(diff.kind(at), 1, Integer::sum);
                wanted = filter.kinds().contains(diff.kind(at));
            }
            if (wanted && searching) {
                wanted =
                        names.test(
                                filter.isGlob() && filter.globOnPath()
                                        ? diff.side(at).path(diff.sideNode(at)).toString()
                                        : diff.side(at).nameText(diff.sideNode(at)));
                if (wanted) {
                    for (int up = diff.parent(at);
                            up > 0 && !leading.get(up);
                            up = diff.parent(up)) {
                        leading.set(up);
                    }
                }
            }
            matches += wanted ? 1 : 0;
            if (wanted || kept.get(at)) {
                kept.set(at);
                kept.set(diff.parent(at));
            }
        }
        opened.or(leading);
        return new FileRows(diff, filter, order, scope, kept, opened, sizes, matches, counts);
    }

    /** The same rows with a folder opened or closed. */
    FileRows withOpen(int node, boolean isOpen) {
        BitSet changed = (BitSet) open.clone();
        changed.set(node, isOpen);
        return new FileRows(diff, filter, order, inScope, kept, changed, sizes, matches, counts);
    }

    /** The same rows with every folder open, or none. */
    FileRows withAllOpen(boolean isOpen) {
        BitSet changed = new BitSet();
        if (isOpen) {
            changed.or(kept);
        }
        return new FileRows(diff, filter, order, inScope, kept, changed, sizes, matches, counts);
    }

    /** The same rows with every folder above a node open. */
    FileRows withPathOpen(int node) {
        BitSet changed = (BitSet) open.clone();
        for (int up = diff.parent(node); up > 0; up = diff.parent(up)) {
            changed.set(up);
        }
        return new FileRows(diff, filter, order, inScope, kept, changed, sizes, matches, counts);
    }

    /** The same rows sorted otherwise. */
    FileRows withOrder(FileOrder wanted) {
        return new FileRows(diff, filter, wanted, inScope, kept, open, sizes, matches, counts);
    }

    TreeDiff diff() {
        return diff;
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
        int next = kept.nextSetBit(diff.firstChild(node));
        return next >= 0 && next < diff.endOfChildren(node);
    }

    /** The bytes of a node with all below it that are in scope. */
    long totalSize(int node) {
        return sizes[node];
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

    private static long largest(TreeDiff diff, BitSet kept, long[] sizes) {
        long most = 1;
        for (int child = diff.firstChild(0); child < diff.endOfChildren(0); child++) {
            if (kept.get(child)) {
                most = Math.max(most, sizes[child]);
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

    private static boolean isInScope(TreeDiff diff, int at, FileFilter filter) {
        return switch (filter.scope()) {
            case WHOLE_IMAGE -> diff.afterNode(at) >= 0;
            case UP_TO_HERE -> true;
            case THIS_LAYER ->
                    diff.afterNode(at) < 0
                            || diff.after().layer(diff.afterNode(at)) == filter.layer();
        };
    }

    private static long[] sizes(TreeDiff diff, FileFilter filter) {
        long[] sums = new long[diff.size()];
        for (int at = sums.length - 1; at > 0; at--) {
            int node = diff.afterNode(at);
            if (node >= 0 && isInScope(diff, at, filter)) {
                sums[at] += ownSize(diff, node);
            }
            sums[diff.parent(at)] += sums[at];
        }
        return sums;
    }

    private static long ownSize(TreeDiff diff, int node) {
        EntryType type = diff.after().type(node);
        if (type == EntryType.FILE) {
            return diff.after().fileSize(node);
        }
        if (type == EntryType.SYMLINK) {
            Attributes link = diff.after().attributes(node);
            return link.link().length();
        }
        return 0;
    }
}
