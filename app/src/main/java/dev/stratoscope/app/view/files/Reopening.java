package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.TreeDiff;

import java.util.BitSet;

/** Carries open folders and the selected path from one diff to another. */
final class Reopening {
    private Reopening() {}

    /** The folders of {@code next} that have the paths of the open ones of {@code before}. */
    static BitSet of(FileRows before, TreeDiff next) {
        BitSet open = new BitSet();
        BitSet old = before.openFolders();
        TreeDiff diff = before.diff();
        for (int at = old.nextSetBit(1); at >= 0; at = old.nextSetBit(at + 1)) {
            int found = next.find(diff.side(at).path(diff.sideNode(at)));
            if (found > 0) {
                open.set(found);
            }
        }
        return open;
    }
}
