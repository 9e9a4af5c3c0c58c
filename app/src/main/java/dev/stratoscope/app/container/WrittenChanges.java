package dev.stratoscope.app.container;

import dev.stratoscope.app.view.files.Recent;
import dev.stratoscope.model.compare.Comparison;
import dev.stratoscope.model.container.WritableLayer;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.Hiding;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a container wrote, with the moment at which each path was seen to change. Sums of bytes are
 * those of what differs alone, so that nothing has to be asked of the whole image. Immutable.
 */
final class WrittenChanges implements Recent {
    /** How long a change came just now. */
    static final long JUST_NOW_MS = 2000;

    private static final long NANOS = 1_000_000;

    private final Comparison changes;
    private final long[] before;
    private final long[] after;
    private final Map<Integer, Long> seen;
    private final @Nullable Instant lastWrite;

    private WrittenChanges(
            Comparison changes, Map<Integer, Long> seen, @Nullable Instant lastWrite) {
        this.changes = changes;
        this.lastWrite = lastWrite;
        this.seen = seen;
        before = new long[changes.size()];
        after = new long[changes.size()];
        for (int at = changes.size() - 1; at > 0; at--) {
            if (changes.contains(at)) {
                before[at] += bytes(changes.before(at));
                after[at] += bytes(changes.after(at));
            }
            before[changes.parent(at)] += before[at];
            after[changes.parent(at)] += after[at];
        }
    }

    private static long bytes(@Nullable PathState state) {
        if (state == null) {
            return 0;
        }
        return switch (state.type()) {
            case FILE -> state.fileSize();
            case SYMLINK -> state.attributes().link().length();
            default -> 0;
        };
    }

    /** The changes as they are seen first: none of them came just now. */
    static WrittenChanges of(WritableLayer layer) {
        return new WrittenChanges(layer.changes(), Map.of(), layer.lastWrite());
    }

    /**
     * A later state; not on the JavaFX thread.
     *
     * @param nanos when it was seen
     */
    WrittenChanges next(WritableLayer layer, long nanos) {
        Comparison later = layer.changes();
        Map<Integer, Long> fresh = new HashMap<>();
        later.changed()
                .forEach(
                        at -> {
                            int was = changes.find(later.path(at));
                            Long since = was < 0 ? null : seen.get(was);
                            if (was < 0 || !isSame(changes, was, later, at)) {
                                if (!later.isTimeOnlyDirectory(at)) {
                                    fresh.put(at, nanos);
                                }
                            } else if (since != null && isFresh(was, nanos)) {
                                fresh.put(at, since);
                            }
                        });
        return new WrittenChanges(later, fresh, layer.lastWrite());
    }

    /** Whether a path differs from the image in the same way in two changesets. */
    static boolean isSame(Changeset one, int at, Changeset other, int there) {
        return one.kind(at) == other.kind(there)
                && isSame(one.after(at), other.after(there))
                && isSame(one.before(at), other.before(there));
    }

    private static boolean isSame(@Nullable PathState one, @Nullable PathState other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.type() == other.type()
                && one.fileSize() == other.fileSize()
                && one.attributes().equals(other.attributes());
    }

    private boolean isFresh(int at, long nanos) {
        Long since = seen.get(at);
        return since != null && nanos - since < JUST_NOW_MS * NANOS;
    }

    /** Bytes that the changed files have now. */
    long bytes() {
        return after[0];
    }

    @Override
    public @Nullable Instant lastWrite() {
        return lastWrite;
    }

    @Override
    public Comparison changes() {
        return changes;
    }

    @Override
    public boolean isJustNow(int at) {
        return !seen.isEmpty() && isFresh(at, System.nanoTime());
    }

    @Override
    public int size() {
        return changes.size();
    }

    @Override
    public int parent(int at) {
        return changes.parent(at);
    }

    @Override
    public int firstChild(int at) {
        return changes.firstChild(at);
    }

    @Override
    public int endOfChildren(int at) {
        return changes.endOfChildren(at);
    }

    @Override
    public boolean contains(int at) {
        return changes.contains(at);
    }

    @Override
    public boolean leadsToContained(int at) {
        return changes.leadsToContained(at);
    }

    @Override
    public Kind kind(int at) {
        return changes.kind(at);
    }

    @Override
    public boolean leadsToChange(int at) {
        return changes.leadsToChange(at);
    }

    @Override
    public @Nullable PathState before(int at) {
        return changes.before(at);
    }

    @Override
    public @Nullable PathState after(int at) {
        return changes.after(at);
    }

    @Override
    public EntryType type(int at) {
        return changes.type(at);
    }

    @Override
    public int layer(int at) {
        return changes.layer(at);
    }

    @Override
    public @Nullable Hiding hiding(int at) {
        return changes.hiding(at);
    }

    @Override
    public @Nullable ByteString movedFrom(int at) {
        return changes.movedFrom(at);
    }

    @Override
    public ByteString name(int at) {
        return changes.name(at);
    }

    @Override
    public int copyNames(int from, int to, byte[] into, int[] ends) {
        return changes.copyNames(from, to, into, ends);
    }

    @Override
    public ByteString path(int at) {
        return changes.path(at);
    }

    @Override
    public long total(int at) {
        return after[at];
    }

    @Override
    public long totalBefore(int at) {
        return before[at];
    }

    @Override
    public int paths() {
        return changes.paths();
    }

    @Override
    public ChangeCounts counts() {
        return changes.counts();
    }

    @Override
    public void prepare() {
        changes.leadsToChange(0);
    }
}
