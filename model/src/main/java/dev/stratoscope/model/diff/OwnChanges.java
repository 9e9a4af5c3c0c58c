package dev.stratoscope.model.diff;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.BitSet;

/** What one layer of a stack brings and removes, without the paths that it does not speak of. */
final class OwnChanges extends StackChanges {
    private volatile @Nullable Totals totals;

    /**
     * The bytes that count, of the nodes that a layer touches or that lead to one.
     *
     * @param at the nodes, ascending
     * @param before of each
     * @param after of each
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves the class, never changed or compared
    private record Totals(int[] at, long[] before, long[] after) {}

    OwnChanges(Timeline timeline, int layer) {
        super(timeline, layer - 1, layer);
    }

    @Override
    public boolean contains(int at) {
        int version = nodes.versionAt(at, after);
        return version >= 0 && nodes.layer(version) == after;
    }

    @Override
    public boolean leadsToContained(int at) {
        return Arrays.binarySearch(totals().at(), at) >= 0;
    }

    @Override
    public int paths() {
        boolean root = contains(0);
        return touches.end(after) - touches.start(after) - (root ? 1 : 0);
    }

    @Override
    public long total(int at) {
        Totals known = totals();
        int place = Arrays.binarySearch(known.at(), at);
        return place < 0 ? 0 : known.after()[place];
    }

    @Override
    public long totalBefore(int at) {
        Totals known = totals();
        int place = Arrays.binarySearch(known.at(), at);
        return place < 0 ? 0 : known.before()[place];
    }

    @Override
    public void prepare() {
        super.prepare();
        totals();
    }

    private Totals totals() {
        Totals known = totals;
        if (known == null) {
            known = sum();
            totals = known;
        }
        return known;
    }

    private Totals sum() {
        int[] all = touched();
        long[] old = new long[all.length];
        long[] now = new long[all.length];
        int above = all.length - 1;
        for (int i = all.length - 1; i > 0; i--) {
            int at = all[i];
            int version = nodes.versionAt(at, after);
            if (version >= 0 && nodes.layer(version) == after) {
                now[i] += timeline.ownSize(at, version, after);
                int earlier = version > nodes.firstVersion(at) ? version - 1 : -1;
                old[i] += timeline.ownSize(at, earlier, before);
            }
            int parent = nodes.parent(at);
            while (all[above] != parent) {
                above--;
            }
            old[above] += old[i];
            now[above] += now[i];
        }
        return new Totals(all, old, now);
    }

    /** The nodes that the layer touches or that lead to one, ascending. */
    private int[] touched() {
        BitSet led = new BitSet(nodes.size());
        int last = -1;
        for (int place = touches.start(after); place < touches.end(after); place++) {
            int node = touches.node(place);
            led.set(node);
            // Siblings are neighbours: the way up is gone once for all of them.
            if (node > 0 && nodes.parent(node) != last) {
                last = nodes.parent(node);
                for (int at = last; at >= 0 && !led.get(at); at = nodes.parent(at)) {
                    led.set(at);
                }
            }
        }
        int[] all = new int[led.cardinality()];
        int count = 0;
        for (int at = led.nextSetBit(0); at >= 0; at = led.nextSetBit(at + 1)) {
            all[count++] = at;
        }
        return all;
    }
}
