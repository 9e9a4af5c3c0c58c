package dev.stratoscope.app.container;

import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a layer holds that is made of some of the paths a container wrote. Immutable.
 *
 * @param nodes of the changes, in their order
 * @param parents folders above them that come along as they are
 * @param bytes in its files
 * @param whole whether nothing is left out
 */
record Holding(
        WrittenChanges changes, List<Integer> nodes, int parents, long bytes, boolean whole) {
    /** Copies the list. */
    Holding {
        nodes = List.copyOf(nodes);
    }

    /** All that was written. */
    static Holding all(WrittenChanges changes) {
        return of(changes, changes.changed(), true);
    }

    /** Chosen paths; those that changed back meanwhile are left out. */
    static Holding of(WrittenChanges changes, Set<ByteString> paths) {
        IntStream nodes =
                paths.stream()
                        .mapToInt(changes::find)
                        .filter(at -> at > 0 && changes.kind(at) != Kind.UNCHANGED);
        return of(changes, nodes, false);
    }

    private static Holding of(WrittenChanges changes, IntStream nodes, boolean whole) {
        List<Integer> held = nodes.sorted().boxed().toList();
        BitSet own = new BitSet();
        held.forEach(own::set);
        BitSet above = new BitSet();
        long bytes = 0;
        for (int at : held) {
            bytes += bytes(changes, at);
            int up = changes.parent(at);
            while (up > 0 && !above.get(up)) {
                above.set(up);
                up = changes.parent(up);
            }
        }
        above.andNot(own);
        return new Holding(changes, held, above.cardinality(), bytes, whole);
    }

    /** The bytes of one path itself. */
    static long bytes(WrittenChanges changes, int at) {
        PathState after = changes.after(at);
        return after == null || after.type() != EntryType.FILE ? 0 : after.fileSize();
    }

    /** How many changed paths are left out. */
    int leftOut() {
        return whole ? 0 : changes.paths() - nodes.size();
    }

    /** The bytes in the files that are left out. */
    long leftBytes() {
        return whole ? 0 : Math.max(0, changes.bytes() - bytes);
    }

    /** How many paths it holds, the parents not counted. */
    int size() {
        return nodes.size();
    }
}
