package dev.stratoscope.model.compare;

import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.task.Progress;

import java.io.InterruptedIOException;

/** What was moved from where. Immutable. */
final class Moves {
    private static final Moves NONE = new Moves(new int[0]);

    /** By added node the deleted node that it was, or -1; empty when nothing was moved. */
    private final int[] sources;

    private Moves(int[] sources) {
        this.sources = sources;
    }

    /**
     * Looks for moves. The work grows with the paths that differ.
     *
     * @throws InterruptedIOException when cancelled
     */
    static Moves of(TreeDiff diff, Progress progress) throws InterruptedIOException {
        ContentGroups groups = ContentGroups.of(diff, progress);
        if (groups.targets().isEmpty()) {
            return NONE;
        }
        MoveSearch search = new MoveSearch(diff, groups, progress);
        search.moveFolders();
        search.moveFiles();
        return new Moves(search.sources());
    }

    /** The deleted node that an added one was; -1 when it was not moved. */
    int source(int at) {
        return sources.length == 0 ? -1 : sources[at];
    }
}
