package dev.stratoscope.model.diff;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.Hiding;

import org.jspecify.annotations.Nullable;

import java.util.stream.IntStream;

/**
 * Two states of a file system and how every path differs between them (image-spec, layer.md,
 * "Change Types"): an old one, "before", and a new one, "after". Nodes are numbered so that a
 * parent comes before its children, which stand side by side sorted by the bytes of their names;
 * node 0 is the root. Immutable, and safe for use by many threads.
 *
 * <p>A node can stand for a path that is in neither state, or not asked for: {@link #contains}
 * tells. All that is said of one node costs no more than looking at that node.
 */
public interface Changeset {
    /** The number of nodes, the root included, and those that it does not contain as well. */
    int size();

    /** The parent of a node; that of the root is -1. */
    int parent(int at);

    /** The first child of a node; its children run up to {@link #endOfChildren}. */
    int firstChild(int at);

    /** The number after that of a node's last child. */
    int endOfChildren(int at);

    /** Whether the path is one of those this is about, in one state at least. */
    boolean contains(int at);

    /** Whether the path of a node, or one below it, is one of those this is about. */
    default boolean leadsToContained(int at) {
        if (contains(at)) {
            return true;
        }
        for (int child = firstChild(at); child < endOfChildren(at); child++) {
            if (leadsToContained(child)) {
                return true;
            }
        }
        return false;
    }

    /** How the path itself differs; what lies below it does not count. */
    Kind kind(int at);

    /** Whether a path that it contains, the node's own or one below it, differs. */
    boolean leadsToChange(int at);

    /** The nodes of contained paths that differ, ascending, the root left out. */
    default IntStream changed() {
        return IntStream.range(1, size()).filter(at -> contains(at) && kind(at) != Kind.UNCHANGED);
    }

    /** What the old state has at the path; null where the path is new. */
    @Nullable PathState before(int at);

    /** What the new state has at the path; null where the path is gone. */
    @Nullable PathState after(int at);

    /**
     * What the path is best shown as: what the new state has, or the old one of a deleted path.
     *
     * @throws IllegalArgumentException when neither has it
     */
    default PathState shown(int at) {
        PathState after = after(at);
        PathState state = after == null ? before(at) : after;
        if (state == null) {
            throw new IllegalArgumentException("no path at node " + at);
        }
        return state;
    }

    /** The kind of file of {@link #shown}. */
    default EntryType type(int at) {
        return shown(at).type();
    }

    /**
     * The layer that has the last word on the path: that brought what is shown, or removed it; from
     * 0 at the bottom, -1 when none is known.
     */
    int layer(int at);

    /** Why a deleted path is gone; null when it is not, or that is not known. */
    @Nullable Hiding hiding(int at);

    /**
     * The old path of what is added here and was moved; null where that is not so, or not known.
     */
    default @Nullable ByteString movedFrom(int at) {
        return null;
    }

    /** The last part of a node's path; empty for the root. */
    ByteString name(int at);

    /**
     * Copies the names of nodes that follow each other, one behind the other with nothing between
     * them: as many as there is room for. The fast way to look at all names.
     *
     * @param from the first node
     * @param to the number after that of the last node
     * @param into takes the bytes, from its start on
     * @param ends takes, for node {@code from + i}, at {@code i} where its name ends in {@code
     *     into}; it begins where the one before ends
     * @return how many names were copied; 0 when there is no room for the first. A name is at most
     *     as long as the longest path that the image was read with
     */
    int copyNames(int from, int to, byte[] into, int[] ends);

    /** The whole path of a node; empty for the root. */
    ByteString path(int at);

    /** The node at a path, contained or not; -1 when there is none. */
    default int find(ByteString path) {
        byte[] bytes = path.toByteArray();
        int at = 0;
        for (int from = 0; from < bytes.length && at >= 0; ) {
            int to = from;
            while (to < bytes.length && bytes[to] != '/') {
                to++;
            }
            at = child(at, ByteString.of(bytes, from, to));
            from = to + 1;
        }
        return at;
    }

    /** The child of a node with a name, contained or not; -1 when there is none. */
    default int child(int at, ByteString name) {
        int low = firstChild(at);
        int high = endOfChildren(at) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = name(middle).compareTo(name);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /**
     * Whether a node of this and the node of that number of another are the same path, as in all
     * changesets of one timeline.
     */
    default boolean sharesNodes(Changeset other) {
        return equals(other);
    }

    /**
     * The bytes that the new state has at a path and below it, as far as they are contained; as
     * docker counts: regular files once whatever their names, and the lengths of symlink targets.
     */
    long total(int at);

    /** As {@link #total}, of the old state. */
    long totalBefore(int at);

    /** As {@link #total}, but of a deleted path what the old state had, as in {@link #shown}. */
    default long totalShown(int at) {
        return kind(at) == Kind.DELETED ? totalBefore(at) : total(at);
    }

    /** The number of paths it contains, the root left out. */
    int paths();

    /** The numbers of paths by kind, the root left out. */
    ChangeCounts counts();

    /**
     * Finds out now what is otherwise found out when it is first asked for. Takes time in
     * proportion to what the layers between touch.
     */
    default void prepare() {}
}
