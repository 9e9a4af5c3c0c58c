package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.task.Fan;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** What is kept when a text, sizes or an owner are searched for, found out once for all nodes. */
final class KeptHits extends Kept {
    private static final int PART = 1 << 16;

    private final BitSet wanted;
    private final BitSet leading;
    private final int matches;
    private final Map<Kind, Integer> matching;

    private KeptHits(
            Changeset changes,
            FileFilter filter,
            BitSet wanted,
            BitSet leading,
            Map<Kind, Integer> matching) {
        super(changes, filter);
        this.wanted = wanted;
        this.leading = leading;
        this.matching = matching;
        this.matches = wanted.cardinality();
    }

    /**
     * Looks at the state of all nodes that a text asks for, on all processors.
     *
     * @param named those nodes; null for all
     */
    static KeptHits of(
            Changeset changes,
            FileFilter filter,
            OwnerTest owner,
            @Nullable BitSet named,
            Progress progress)
            throws IOException {
        int size = changes.size();
        Progress looking = progress.child("Looking at what was found", size);
        List<Callable<Part>> parts = new ArrayList<>();
        for (int from = 0; from < size; from += PART) {
            int first = from;
            int end = Math.min(size, from + PART);
            parts.add(
                    () -> {
                        Part part = new Part(changes, filter, owner.fresh());
                        part.look(named, first, end);
                        looking.advance(end - first);
                        return part;
                    });
        }
        BitSet wanted = new BitSet(size);
        Map<Kind, Integer> matching = new EnumMap<>(Kind.class);
        for (Part part : Fan.out(parts)) {
            wanted.or(part.wanted);
            part.matching.forEach((kind, count) -> matching.merge(kind, count, Integer::sum));
        }
        return new KeptHits(changes, filter, wanted, leading(changes, wanted), matching);
    }

    /** What one thread finds. */
    private static final class Part {
        private final Changeset changes;
        private final FileFilter filter;
        private final OwnerTest owner;
        private final BitSet wanted = new BitSet();
        private final Map<Kind, Integer> matching = new EnumMap<>(Kind.class);
        private Kind kind = Kind.UNCHANGED;
        private boolean kindWanted;
        private int run;

        Part(Changeset changes, FileFilter filter, OwnerTest owner) {
            this.changes = changes;
            this.filter = filter;
            this.owner = owner;
            kindWanted = filter.kinds().contains(kind);
        }

        void look(@Nullable BitSet named, int from, int to) {
            int first = Math.max(1, from);
            int at = named == null ? first : named.nextSetBit(first);
            while (at >= 0 && at < to) {
                if (isMatch(at)) {
                    count(changes.kind(at));
                    if (kindWanted) {
                        wanted.set(at);
                    }
                }
                at = named == null ? at + 1 : named.nextSetBit(at + 1);
            }
            endRun();
        }

        /** Neighbours are mostly of one kind, so that runs of them are counted. */
        private void count(Kind next) {
            if (next != kind) {
                endRun();
                kind = next;
                kindWanted = filter.kinds().contains(next);
            }
            run++;
        }

        private void endRun() {
            if (run > 0) {
                matching.merge(kind, run, Integer::sum);
                run = 0;
            }
        }

        private boolean isMatch(int at) {
            if (!changes.contains(at)) {
                return false;
            }
            if (filter.asksForSize()) {
                long size = size(at);
                if (size < filter.smallest() || size > filter.largest()) {
                    return false;
                }
            }
            return filter.owner().isEmpty() || owner.test(changes.shown(at).attributes());
        }

        /** Of a path that is gone, the size it had. */
        private long size(int at) {
            return changes.kind(at) == Kind.DELETED
                    ? Math.max(changes.totalBefore(at), changes.shown(at).fileSize())
                    : changes.total(at);
        }
    }

    private static BitSet leading(Changeset changes, BitSet wanted) {
        BitSet leading = new BitSet(changes.size());
        int last = -1;
        for (int at = wanted.nextSetBit(1); at >= 0; at = wanted.nextSetBit(at + 1)) {
            int up = changes.parent(at);
            if (up != last) {
                last = up;
                while (up > 0 && !leading.get(up)) {
                    leading.set(up);
                    up = changes.parent(up);
                }
            }
        }
        return leading;
    }

    @Override
    boolean isWanted(int at) {
        return wanted.get(at);
    }

    @Override
    boolean isKept(int at) {
        return wanted.get(at) || leading.get(at);
    }

    @Override
    int matches() {
        return matches;
    }

    @Override
    Kept fresh() {
        return new KeptHits(changes(), filter(), wanted, leading, matching);
    }

    @Override
    int hidden(Kind kind) {
        return filter().kinds().contains(kind) ? 0 : matching.getOrDefault(kind, 0);
    }

    @Override
    BitSet leading() {
        return (BitSet) leading.clone();
    }
}
