package dev.stratoscope.model.diff;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;

/** All that a changeset says, path by path, to hold one against another. */
public final class ChangesetLines {
    private ChangesetLines() {}

    /** Everything of every path that is contained, or leads to one. */
    static Map<String, String> of(Changeset changes) {
        Map<String, String> lines = ofStates(changes);
        for (int at = 0; at < changes.size(); at++) {
            if (changes.contains(at) && changes.kind(at) == Kind.DELETED) {
                String by = " by " + changes.layer(at) + " " + changes.hiding(at);
                lines.computeIfPresent(changes.path(at).toString(), (path, line) -> line + by);
            }
        }
        return lines;
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
        return " sums "
                + changes.totalBefore(at)
                + " "
                + changes.total(at)
                + " "
                + changes.leadsToChange(at);
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
