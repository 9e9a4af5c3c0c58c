package dev.stratoscope.app.view.files;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.BitSet;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Makes rows: at once where that costs next to nothing, else in the background, where the last wish
 * counts. What a text found is kept, so that it is searched for once in all layers. On the JavaFX
 * thread.
 */
final class Filtering {
    /** More nodes than this are not looked at between two frames. */
    private static final int AT_ONCE = 20_000;

    private final JobScope jobs;
    private final Consumer<Throwable> failed;
    private Function<Attributes, String> owners =
            attributes -> attributes.uid() + ":" + attributes.gid();
    private @Nullable Hits hits;
    private @Nullable Job running;
    private boolean rehearsed;

    private record Found(@Nullable Hits hits, FileRows rows) {}

    /**
     * Nothing to do yet.
     *
     * @param failed told why a search ended without rows, unless another took its place
     */
    Filtering(JobScope jobs, Consumer<Throwable> failed) {
        this.jobs = jobs;
        this.failed = failed;
    }

    /** How owners are named. */
    void setOwners(Function<Attributes, String> names) {
        owners = names;
    }

    /** Gives up what is not done yet. */
    void cancel() {
        Job before = running;
        if (before != null) {
            before.cancel();
        }
        running = null;
    }

    /**
     * Makes the rows of a changeset and hands them to {@code done}, unless something else is asked
     * for before they are made.
     */
    void filter(
            Changeset changes,
            FileFilter filter,
            FileOrder order,
            BitSet open,
            Consumer<FileRows> done) {
        cancel();
        if (!filter.isSearching()) {
            make(
                    Math.max(KeptKinds.mostSteps(changes, filter), below(changes, open)),
                    "Filtering " + count(changes),
                    () -> FileRows.of(new KeptKinds(changes, filter), order, open),
                    done);
            return;
        }
        Hits known = hits;
        OwnerTest owner = new OwnerTest(filter.owner(), owners);
        running =
                jobs.start(
                        Brief.ofPaths("Searching " + count(changes)),
                        progress -> search(changes, filter, order, open, known, owner, progress),
                        found -> {
                            hits = found.hits == null ? hits : found.hits;
                            done.accept(found.rows);
                        },
                        this::failed);
    }

    /** Makes other rows of those there are, and hands them to {@code done}. */
    void reshape(FileRows rows, UnaryOperator<FileRows> change, Consumer<FileRows> done) {
        cancel();
        FileRows own = rows.forAnotherThread();
        make(
                rows.changes().size(),
                "Arranging " + count(rows.changes()),
                () -> change.apply(own),
                done);
    }

    /** How many rows open folders may have between them, counted no further than matters. */
    private static int below(Changeset changes, BitSet open) {
        int count = 0;
        int at = open.nextSetBit(1);
        while (at >= 0 && count <= AT_ONCE) {
            count += changes.endOfChildren(at) - changes.firstChild(at);
            at = open.nextSetBit(at + 1);
        }
        return count;
    }

    /** Rehearses searching in many paths, once, so that the first key is answered as the rest. */
    void rehearse(Changeset changes) {
        if (!rehearsed && changes.size() > Rehearsal.MANY) {
            rehearsed = true;
            jobs.start(
                    Brief.quiet("Getting ready to search"),
                    progress -> {
                        Rehearsal.of(changes, progress);
                        return changes;
                    },
                    done -> {},
                    failure -> {});
        }
    }

    /** What makes rows. */
    @FunctionalInterface
    private interface Making {
        FileRows make();
    }

    private void make(int steps, String title, Making making, Consumer<FileRows> done) {
        if (steps <= AT_ONCE) {
            done.accept(making.make());
            return;
        }
        running = jobs.start(title, progress -> making.make(), done, this::failed);
    }

    private static Found search(
            Changeset changes,
            FileFilter filter,
            FileOrder order,
            BitSet open,
            @Nullable Hits known,
            OwnerTest owner,
            Progress progress)
            throws IOException {
        Hits hits = null;
        if (!filter.text().isEmpty()) {
            hits =
                    known != null && known.are(changes, filter)
                            ? known
                            : Hits.search(changes, filter, known, progress);
        }
        BitSet named = hits == null ? null : hits.found();
        KeptHits kept = KeptHits.of(changes, filter, owner, named, progress);
        return new Found(hits, FileRows.of(kept, order, open));
    }

    private void failed(Throwable reason) {
        if (!(reason instanceof CancellationException)) {
            failed.accept(reason);
        }
    }

    private static String count(Changeset changes) {
        return String.format("%,d paths", changes.paths());
    }
}
