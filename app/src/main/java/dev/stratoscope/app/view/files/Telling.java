package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.TreeDiff;
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
            for (int at = 1; at < rows.diff().size(); at++) {
                if (rows.diff().kind(at) == kind && rows.isKept(at) && isFile(rows.diff(), at)) {
                    long difference = Math.abs(difference(rows.diff(), at));
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

    private static boolean isFile(TreeDiff diff, int at) {
        return diff.afterNode(at) >= 0 && diff.after().type(diff.afterNode(at)) == EntryType.FILE;
    }

    private static long difference(TreeDiff diff, int at) {
        int before = diff.beforeNode(at);
        return diff.after().fileSize(diff.afterNode(at))
                - (before < 0 ? 0 : diff.before().fileSize(before));
    }
}
