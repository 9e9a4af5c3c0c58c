package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;

import java.util.BitSet;

/** Carries open folders and the selected path from one changeset to another. */
final class Reopening {
    private Reopening() {}

    /**
     * The folders to have open of a later state of the same files: those that are open, and those
     * that were not there before. One that a person closed stays closed.
     */
    static BitSet later(FileRows before, Changeset next) {
        Changeset changes = before.changes();
        BitSet open = new BitSet();
        for (int at = 1; at < next.size(); at++) {
            if (next.firstChild(at) < next.endOfChildren(at)) {
                int was = changes.find(next.path(at));
                open.set(
                        at,
                        was < 0
                                || changes.firstChild(was) == changes.endOfChildren(was)
                                || before.isOpen(was));
            }
        }
        return open;
    }

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
