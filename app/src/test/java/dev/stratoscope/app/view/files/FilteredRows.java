package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.util.BitSet;

/** Rows as the window makes them, for tests. */
final class FilteredRows {
    private FilteredRows() {}

    static FileRows of(Changeset changes, FileFilter filter, BitSet open) throws IOException {
        return FileRows.of(kept(changes, filter), FileOrder.BY_NAME, open);
    }

    static Kept kept(Changeset changes, FileFilter filter) throws IOException {
        if (!filter.isSearching()) {
            return new KeptKinds(changes, filter);
        }
        BitSet named =
                filter.text().isEmpty()
                        ? null
                        : Hits.search(changes, filter, null, Progress.NONE).found();
        OwnerTest owner =
                new OwnerTest(filter.owner(), said -> "u" + said.uid() + ":g" + said.gid());
        return KeptHits.of(changes, filter, owner, named, Progress.NONE);
    }
}
