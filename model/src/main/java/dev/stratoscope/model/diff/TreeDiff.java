package dev.stratoscope.model.diff;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.Hiding;
import dev.stratoscope.model.tree.LayerEntry;
import dev.stratoscope.model.tree.Scrutiny;
import dev.stratoscope.model.tree.StackEntry;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * Two trees side by side: every path of either, with its kind of change. Immutable; nodes are
 * numbered breadth first, children sorted by name, node 0 is the root.
 */
public final class TreeDiff implements Changeset {
    private final FileTree before;
    private final FileTree after;
    private final Scrutiny scrutiny;
    private int[] parent = new int[64];
    private int[] firstChild = new int[64];
    private int[] beforeNode = new int[64];
    private int[] afterNode = new int[64];
    private byte[] kind = new byte[64];
    private int size;
    private final int[] counts = new int[Kind.values().length];

    private int timeOnlyDirectories;

    private volatile @Nullable Sums sums;

    private TreeDiff(FileTree before, FileTree after, Scrutiny scrutiny) {
        this.before = before;
        this.after = after;
        this.scrutiny = scrutiny;
    }

    /** Compares two trees; {@code between(a, a)} is unchanged everywhere. */
    public static TreeDiff between(FileTree before, FileTree after) {
        return between(before, after, Scrutiny.FULL);
    }

    /** Compares two trees where not all metadata need count. */
    public static TreeDiff between(FileTree before, FileTree after, Scrutiny scrutiny) {
        TreeDiff diff = new TreeDiff(before, after, scrutiny);
        diff.add(-1, 0, 0);
        for (int at = 0; at < diff.size; at++) {
            diff.firstChild[at] = diff.size;
            diff.expand(at);
        }
        diff.trim();
        return diff;
    }

    @Override
    public boolean contains(int at) {
        return true;
    }

    @Override
    public boolean leadsToChange(int at) {
        return sums().changed().get(at);
    }

    @Override
    public @Nullable PathState before(int at) {
        return beforeNode[at] < 0 ? null : new TreeState(before, beforeNode[at]);
    }

    @Override
    public @Nullable PathState after(int at) {
        return afterNode[at] < 0 ? null : new TreeState(after, afterNode[at]);
    }

    @Override
    public int layer(int at) {
        return afterNode[at] < 0 ? after.layers().size() - 1 : after.layer(afterNode[at]);
    }

    @Override
    public @Nullable Hiding hiding(int at) {
        return afterNode[at] >= 0 || after.layers().isEmpty()
                ? null
                : after.layers().getLast().hiding(path(at));
    }

    @Override
    public ByteString name(int at) {
        return side(at).name(sideNode(at));
    }

    @Override
    public int copyNames(int from, int to, byte[] into, int[] ends) {
        int count = Math.min(to - from, ends.length);
        for (int i = 0; i < count; i++) {
            if (side(from + i).copyName(sideNode(from + i), into, ends, i) == 0) {
                return i;
            }
        }
        return count;
    }

    @Override
    public ByteString path(int at) {
        return side(at).path(sideNode(at));
    }

    @Override
    public long total(int at) {
        return sums().after()[at];
    }

    @Override
    public long totalBefore(int at) {
        return sums().before()[at];
    }

    @Override
    public int paths() {
        return size - 1;
    }

    /** What is summed up over all that lies below a node; made when it is first asked for. */
    private Sums sums() {
        Sums known = sums;
        if (known == null) {
            known = Sums.of(this);
            sums = known;
        }
        return known;
    }

    /** The old side. */
    public FileTree before() {
        return before;
    }

    /** The new side. */
    public FileTree after() {
        return after;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int parent(int at) {
        return parent[at];
    }

    @Override
    public int firstChild(int at) {
        return firstChild[at];
    }

    @Override
    public int endOfChildren(int at) {
        return firstChild[at + 1];
    }

    /** The node on the old side; -1 where the path is new. */
    public int beforeNode(int at) {
        return beforeNode[at];
    }

    /** The node on the new side; -1 where the path is gone. */
    public int afterNode(int at) {
        return afterNode[at];
    }

    @Override
    public Kind kind(int at) {
        return Kind.of(kind[at]);
    }

    /** The number of paths of a kind, the root left out. */
    public int count(Kind wanted) {
        return counts[wanted.code()];
    }

    @Override
    public ChangeCounts counts() {
        return new ChangeCounts(
                count(Kind.ADDED),
                count(Kind.MODIFIED),
                count(Kind.METADATA_ONLY),
                count(Kind.DELETED));
    }

    /**
     * How many of the metadata-only paths are directories whose time alone differs: the shadow of a
     * change inside.
     */
    public int timeOnlyDirectories() {
        return timeOnlyDirectories;
    }

    /** Whether a path is one of {@link #timeOnlyDirectories}. */
    public boolean isTimeOnlyDirectory(int at) {
        return at > 0
                && kind(at) == Kind.METADATA_ONLY
                && isTimeOnlyDirectory(before.shown(beforeNode[at]), after.shown(afterNode[at]));
    }

    private boolean isTimeOnlyDirectory(StackEntry old, StackEntry now) {
        return now.fileType() == EntryType.DIRECTORY
                && old.sameMetadata(now, new Scrutiny(false, scrutiny.owners()));
    }

    /** The tree a node is best shown from: the new side, or the old one for a deleted path. */
    public FileTree side(int at) {
        return afterNode[at] >= 0 ? after : before;
    }

    /** The node in {@link #side}. */
    public int sideNode(int at) {
        return afterNode[at] >= 0 ? afterNode[at] : beforeNode[at];
    }

    /**
     * The layer that, on top of the old side, shows the new one: parents before what is in them,
     * whiteouts before their siblings, everything else by name (image-spec, layer.md). Directories
     * on the way to a change are named with their attributes, so that no extractor makes them up;
     * opaque marks are not used. Several names of one file come together: the first as the file,
     * the others as hard links to it.
     *
     * @return empty when nothing changed
     */
    public List<LayerEntry> asLayer() {
        return DiffLayer.of(this);
    }

    private void expand(int at) {
        int a = beforeNode[at] < 0 ? 0 : before.firstChild(beforeNode[at]);
        int aEnd = beforeNode[at] < 0 ? 0 : before.endOfChildren(beforeNode[at]);
        int b = afterNode[at] < 0 ? 0 : after.firstChild(afterNode[at]);
        int bEnd = afterNode[at] < 0 ? 0 : after.endOfChildren(afterNode[at]);
        while (a < aEnd || b < bEnd) {
            int order = a == aEnd ? 1 : b == bEnd ? -1 : before.compareNames(a, after, b);
            if (order < 0) {
                add(at, a++, -1);
            } else if (order > 0) {
                add(at, -1, b++);
            } else {
                add(at, a++, b++);
            }
        }
    }

    private void add(int above, int a, int b) {
        if (size == kind.length) {
            resize(size + (size >> 1) + 64);
        }
        Kind found = compare(a, b);
        parent[size] = above;
        beforeNode[size] = a;
        afterNode[size] = b;
        kind[size] = (byte) found.code();
        size++;
        if (above >= 0) {
            counts[found.code()]++;
        }
    }

    private Kind compare(int a, int b) {
        if (a < 0) {
            return Kind.ADDED;
        }
        if (b < 0) {
            return Kind.DELETED;
        }
        int fromLayer = after.layer(b);
        boolean linked = after.isOtherName(b);
        if (!linked
                && before.layer(a) == fromLayer
                && (fromLayer < 0
                        || (before.nodeInLayer(a) == after.nodeInLayer(b)
                                && before.layers().get(fromLayer)
                                        == after.layers().get(fromLayer)))) {
            return Kind.UNCHANGED;
        }
        StackEntry old = before.shown(a);
        StackEntry now = after.shown(b);
        Kind found = Kind.between(old, now, scrutiny);
        if (found == Kind.METADATA_ONLY && a > 0 && isTimeOnlyDirectory(old, now)) {
            timeOnlyDirectories++;
        }
        return found;
    }

    private void trim() {
        resize(size);
        firstChild = Arrays.copyOf(firstChild, size + 1);
        firstChild[size] = size;
    }

    private void resize(int wanted) {
        parent = Arrays.copyOf(parent, wanted);
        firstChild = Arrays.copyOf(firstChild, wanted);
        beforeNode = Arrays.copyOf(beforeNode, wanted);
        afterNode = Arrays.copyOf(afterNode, wanted);
        kind = Arrays.copyOf(kind, wanted);
    }
}
