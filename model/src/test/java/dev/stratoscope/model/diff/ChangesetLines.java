package dev.stratoscope.model.diff;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** All that a changeset says, path by path, to hold one against another. */
public final class ChangesetLines {
    private ChangesetLines() {}

    /** Everything of every path that is contained, or leads to one. */
    static Map<String, String> of(Changeset changes) {
        Map<String, String> lines = ofStates(changes);
        nameRemovals(changes, lines);
        return lines;
    }

    /**
     * As {@link #of}, of those paths only that a layer speaks of or removes.
     *
     * @param step what the layer changes, with all paths of the trees below it and with it
     */
    static Map<String, String> ofLayer(Changeset step, int layer) {
        Map<String, String> lines = new TreeMap<>();
        long[] before = new long[step.size()];
        long[] after = new long[step.size()];
        boolean[] leads = new boolean[step.size()];
        for (int at = step.size() - 1; at >= 0; at--) {
            boolean own = isOf(step, at, layer);
            if (own) {
                before[at] += step.totalBefore(at) - below(step, at, step::totalBefore);
                after[at] += step.total(at) - below(step, at, step::total);
                leads[at] |= at > 0 && step.kind(at) != Kind.UNCHANGED;
            }
            String sums = sums(before[at], after[at], leads[at]);
            if (own) {
                lines.put(step.path(at).toString(), step.kind(at) + states(step, at) + sums);
            } else if (leads[at] || after[at] != 0) {
                lines.put(step.path(at).toString(), "on the way" + sums);
            }
            if (at > 0) {
                before[step.parent(at)] += before[at];
                after[step.parent(at)] += after[at];
                leads[step.parent(at)] |= leads[at];
            }
        }
        nameRemovals(step, lines);
        return lines;
    }

    /** Whether a layer brings a path or removes it. */
    static boolean isOf(Changeset step, int at, int layer) {
        return step.after(at) == null || step.layer(at) == layer;
    }

    private static long below(Changeset changes, int at, IntToLongFunction total) {
        return IntStream.range(changes.firstChild(at), changes.endOfChildren(at))
                .mapToLong(total)
                .sum();
    }

    private static void nameRemovals(Changeset changes, Map<String, String> lines) {
        for (int at = 0; at < changes.size(); at++) {
            if (changes.contains(at) && changes.kind(at) == Kind.DELETED) {
                String by = " by " + changes.layer(at) + " " + changes.hiding(at);
                lines.computeIfPresent(changes.path(at).toString(), (path, line) -> line + by);
            }
        }
    }

    /** As {@link #of}, but not which layer removed what is gone, and how. */
    static Map<String, String> ofStates(Changeset changes) {
        Map<String, String> lines = new TreeMap<>();
        for (int at = 0; at < changes.size(); at++) {
            String path = changes.path(at).toString();
            if (changes.contains(at)) {
                lines.put(path, changes.kind(at) + states(changes, at) + sums(changes, at));
            } else if (changes.leadsToChange(at) || changes.total(at) != 0) {
                lines.put(path, "on the way" + sums(changes, at));
            }
        }
        return lines;
    }

    private static String states(Changeset changes, int at) {
        PathState after = changes.after(at);
        return " "
                + changes.type(at)
                + " was "
                + state(changes.before(at))
                + " is "
                + state(after)
                + (after == null ? "" : " of " + changes.layer(at) + changes.hiding(at));
    }

    private static String sums(Changeset changes, int at) {
        return sums(changes.totalBefore(at), changes.total(at), changes.leadsToChange(at));
    }

    private static String sums(long before, long after, boolean leadsToChange) {
        return " sums " + before + " " + after + " " + leadsToChange;
    }

    /** All that a side has at a path. */
    public static String state(@Nullable PathState state) {
        return state == null
                ? "nothing"
                : state.type()
                        + " "
                        + state.layer()
                        + " "
                        + state.isImplied()
                        + " "
                        + state.attributes()
                        + " "
                        + state.fileSize()
                        + " "
                        + state.sameAs()
                        + " "
                        + state.entry();
    }
}
