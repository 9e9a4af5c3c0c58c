package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;

/**
 * Searches that nobody asked for: Java translates a loop to fast code only once it has run for a
 * while, and without these it would do so while somebody types.
 */
final class Rehearsal {
    /** With fewer nodes the slow code is quick enough. */
    static final int MANY = 100_000;

    private static final List<String> TEXTS = List.of("e", "lib", "*a*", "*.so", "*", "a", "o");

    private Rehearsal() {}

    /**
     * Searches as a person would.
     *
     * @throws IOException when cancelled
     */
    static void of(Changeset changes, Progress progress) throws IOException {
        OwnerTest owner = new OwnerTest("", attributes -> "");
        for (String text : TEXTS) {
            FileFilter filter = FileFilter.ALL.withText(text, FileFilter.Way.NAME);
            Hits hits = Hits.search(changes, filter, null, progress);
            KeptHits kept = KeptHits.of(changes, filter, owner, hits.found(), progress);
            FileRows.of(kept, FileOrder.BY_NAME, new BitSet());
        }
    }
}
