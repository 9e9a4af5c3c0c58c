package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.tree.EntryType;

import java.util.List;

/** Finds the row that tells most at first sight. */
final class Telling {
    private Telling() {}

    /**
     * Of the files that were modified, else added, the one that grew or shrank most; -1 when there
     * is none.
     */
    static int row(FileRows rows) {
        for (Kind kind : List.of(Kind.MODIFIED, Kind.ADDED, Kind.UNCHANGED)) {
            int best = -1;
            long most = -1;
            for (int row = 0; row < rows.size(); row++) {
                FileRow candidate = new FileRow(rows, rows.node(row), rows.depth(row));
                if (candidate.kind() == kind && candidate.type() == EntryType.FILE) {
                    long difference = Math.abs(difference(candidate));
                    if (difference > most) {
                        most = difference;
                        best = row;
                    }
                }
            }
            if (best >= 0) {
                return best;
            }
        }
        return -1;
    }

    private static long difference(FileRow row) {
        int before = row.diff().beforeNode(row.node());
        int after = row.diff().afterNode(row.node());
        return row.diff().after().fileSize(after)
                - (before < 0 ? 0 : row.diff().before().fileSize(before));
    }
}
