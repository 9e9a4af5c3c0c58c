package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.EntryType;

import java.util.List;

/** Finds the path that tells most at first sight. */
final class Telling {
    private Telling() {}

    /**
     * Of the files that were modified, else added, else there at all, the one that grew or shrank
     * most; -1 when there is none.
     */
    static int node(FileRows rows) {
        for (Kind kind : List.of(Kind.MODIFIED, Kind.ADDED, Kind.UNCHANGED)) {
            int best = -1;
            long most = -1;
            for (int at = 1; at < rows.changes().size(); at++) {
                if (rows.changes().kind(at) == kind
                        && rows.isKept(at)
                        && isFile(rows.changes(), at)) {
                    long difference = Math.abs(difference(rows.changes(), at));
                    if (difference > most) {
                        most = difference;
                        best = at;
                    }
                }
            }
            if (best >= 0) {
                return best;
            }
        }
        return -1;
    }

    private static boolean isFile(Changeset changes, int at) {
        PathState after = changes.after(at);
        return after != null && after.type() == EntryType.FILE;
    }

    private static long difference(Changeset changes, int at) {
        return changes.total(at) - changes.totalBefore(at);
    }
}
