package dev.stratoscope.model.diff;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Counts by layer and kind. Not for several threads. */
final class Tally {
    private final int[][] counts;

    /** The layers whose trees cannot be made. */
    private final BitSet broken = new BitSet();

    Tally(int layers) {
        counts = new int[layers][Kind.values().length];
    }

    void add(int layer, Kind kind, int paths) {
        counts[layer][kind.code()] += paths;
    }

    /** The trees from one layer up to another, which is not among them, cannot be made. */
    void broken(int from, int to) {
        broken.set(from, to);
    }

    List<@Nullable ChangeCounts> counts() {
        List<@Nullable ChangeCounts> all = new ArrayList<>();
        for (int layer = 0; layer < counts.length; layer++) {
            boolean unknown = broken.get(layer) || (layer > 0 && broken.get(layer - 1));
            all.add(unknown ? null : counts(layer));
        }
        return all;
    }

    /** Those of one layer, broken or not. */
    ChangeCounts counts(int layer) {
        int[] of = counts[layer];
        return new ChangeCounts(
                of[Kind.ADDED.code()],
                of[Kind.MODIFIED.code()],
                of[Kind.METADATA_ONLY.code()],
                of[Kind.DELETED.code()]);
    }
}
