package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;

import java.util.BitSet;

/** Carries open folders and the selected path from one changeset to another. */
final class Reopening {
    private Reopening() {}

    /** The folders of {@code next} that have the paths of the open ones of {@code before}. */
    static BitSet of(FileRows before, Changeset next) {
        BitSet open = new BitSet();
        BitSet old = before.openFolders();
        Changeset changes = before.changes();
        for (int at = old.nextSetBit(1); at >= 0; at = old.nextSetBit(at + 1)) {
            int found = next.find(changes.path(at));
            if (found > 0) {
                open.set(found);
            }
        }
        return open;
    }
}
