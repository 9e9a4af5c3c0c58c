package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.EntryType;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Finds the path that tells most at first sight. */
final class Telling {
    private Telling() {}

    /**
     * Of the files that were modified, else added, else there at all, the one that grew or shrank
     * most; -1 when there is none.
     */
    static int node(FileRows rows) {
        Changeset changes = rows.changes();
        for (Kind kind : List.of(Kind.MODIFIED, Kind.ADDED, Kind.UNCHANGED)) {
            IntStream nodes =
                    kind == Kind.UNCHANGED ? IntStream.range(1, changes.size()) : changes.changed();
            OptionalInt best =
                    nodes.filter(at -> changes.contains(at) && changes.kind(at) == kind)
                            .filter(at -> rows.isKept(at) && isFile(changes, at))
                            .reduce(
                                    (a, b) ->
                                            difference(changes, b) > difference(changes, a)
                                                    ? b
                                                    : a);
            if (best.isPresent()) {
                return best.getAsInt();
            }
        }
        return -1;
    }

    private static boolean isFile(Changeset changes, int at) {
        PathState after = changes.after(at);
        return after != null && after.type() == EntryType.FILE;
    }

    private static long difference(Changeset changes, int at) {
        return Math.abs(changes.total(at) - changes.totalBefore(at));
    }
}
