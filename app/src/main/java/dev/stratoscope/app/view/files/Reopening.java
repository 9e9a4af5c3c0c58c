package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;

import java.util.BitSet;

/** Carries open folders and the selected path from one changeset to another. */
final class Reopening {
    private Reopening() {}

    /** The folders of {@code next} that have the paths of the open ones of {@code before}. */
    static BitSet of(FileRows before, Changeset next) {
        BitSet old = before.openFolders();
        Changeset changes = before.changes();
        if (changes.sharesNodes(next)) {
            return old;
        }
        BitSet open = new BitSet();
        for (int at = old.nextSetBit(1); at >= 0; at = old.nextSetBit(at + 1)) {
            boolean folder = changes.firstChild(at) < changes.endOfChildren(at);
            int found = folder ? next.find(changes.path(at)) : -1;
            if (found > 0) {
                open.set(found);
            }
        }
        return open;
    }
}
