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

    private Totals totals() {
        Totals known = totals;
        if (known == null) {
            known = sum();
            totals = known;
        }
        return known;
    }

    private Totals sum() {
        BitSet led = new BitSet(nodes.size());
        for (int place = touches.start(after); place < touches.end(after); place++) {
            for (int at = touches.node(place); at >= 0 && !led.get(at); at = nodes.parent(at)) {
                led.set(at);
            }
        }
        int[] all = new int[led.cardinality()];
        int count = 0;
        for (int at = led.nextSetBit(0); at >= 0; at = led.nextSetBit(at + 1)) {
            all[count++] = at;
        }
        long[] old = new long[all.length];
        long[] now = new long[all.length];
        int above = all.length - 1;
        for (int i = all.length - 1; i > 0; i--) {
            int at = all[i];
            if (contains(at)) {
                old[i] += timeline.ownSize(at, before);
                now[i] += timeline.ownSize(at, after);
            }
            while (all[above] != nodes.parent(at)) {
                above--;
            }
            old[above] += old[i];
            now[above] += now[i];
        }
        return new Totals(all, old, now);
    }
}
