package dev.stratoscope.app.reading;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.stack.Stratum;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A layer's own bytes by the folders that hold most of them: a handful of strata that say where the
 * weight is. A folder that carries much is taken apart; one that holds hardly more than a single
 * folder is named by that one.
 */
public final class CoreSample {
    private static final int STRATA = 6;
    private static final double HEAVY = 0.3;
    private static final double NEARLY_ALL = 0.85;
    private static final int DEEPEST_SPLIT = 2;

    private final LayerIndex index;
    private final long[] sums;

    private CoreSample(LayerIndex index) {
        this.index = index;
        this.sums = new long[index.size()];
        for (int node = sums.length - 1; node > 0; node--) {
            sums[node] += index.fileSize(node);
            sums[index.parent(node)] += sums[node];
        }
    }

    /** The strata of a layer, largest first, the rest as {@code other}. */
    public static List<Stratum> of(LayerIndex index) {
        return new CoreSample(index).strata();
    }

    private record Part(int node, int depth) {}

    private List<Stratum> strata() {
        long total = sums[0];
        if (total == 0) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>(children(new Part(0, 0)));
        Comparator<Part> largest =
                Comparator.comparingLong((Part part) -> sums[part.node()]).reversed();
        for (int i = 0; i < parts.size(); ) {
            parts.sort(largest);
            Part part = parts.get(i);
            List<Part> inside = children(part);
            boolean split = part.depth() < DEEPEST_SPLIT && sums[part.node()] > HEAVY * total;
            boolean descend =
                    inside.stream()
                            .anyMatch(
                                    child ->
                                            isFolder(child)
                                                    && sums[child.node()]
                                                            > NEARLY_ALL * sums[part.node()]);
            if (i < STRATA && isFolder(part) && !inside.isEmpty() && (split || descend)) {
                parts.remove(i);
                parts.addAll(inside);
            } else {
                i++;
            }
        }
        List<Stratum> strata = new ArrayList<>();
        long rest = total;
        for (Part part : parts.subList(0, Math.min(parts.size(), STRATA - 1))) {
            if (sums[part.node()] > 0) {
                strata.add(new Stratum(Escapes.text(index.path(part.node())), sums[part.node()]));
                rest -= sums[part.node()];
            }
        }
        if (rest > 0) {
            strata.add(new Stratum("other", rest));
        }
        return strata;
    }

    private List<Part> children(Part part) {
        List<Part> found = new ArrayList<>();
        for (int child = index.firstChild(part.node());
                child < index.endOfChildren(part.node());
                child++) {
            if (sums[child] > 0) {
                found.add(new Part(child, part.depth() + 1));
            }
        }
        return found;
    }

    private boolean isFolder(Part part) {
        return index.type(part.node()) == EntryType.DIRECTORY;
    }
}
