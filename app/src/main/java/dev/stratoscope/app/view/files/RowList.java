package dev.stratoscope.app.view.files;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;

import org.jspecify.annotations.Nullable;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows as a list that makes each when it is asked for. One list for the life of a table, since
 * a table forgets how it is sorted when it gets another.
 */
final class RowList extends ObservableListBase<FileRow> {
    /** More than the rows a screen has, and a power of two. */
    private static final int MOST_KEPT = 256;

    private final @Nullable FileRow[] kept = new @Nullable FileRow[MOST_KEPT];
    private @Nullable FileRows rows;

    /**
     * Shows other rows; only what lies between the first and the last that differ changes.
     *
     * @return false when nothing changes as far as a list can tell: the same nodes, perhaps of
     *     other changes
     */
    boolean show(FileRows next) {
        FileRows before = rows;
        rows = next;
        int from = 0;
        int atEnd = 0;
        if (before != null && next.changes().sharesNodes(before.changes())) {
            from = next.firstDifference(before);
            atEnd = next.sameAtEnd(before, from);
        }
        int old = before == null ? 0 : before.size();
        List<FileRow> removed = of(before).subList(from, old - atEnd);
        int to = next.size() - atEnd;
        if (from == to && removed.isEmpty()) {
            return false;
        }
        fireChange(new Replacement(this, from, to, removed));
        return true;
    }

    /** The cells of a row ask one after another, and get the same one. */
    @Override
    public FileRow get(int index) {
        FileRows current = rows;
        if (current == null) {
            throw new IndexOutOfBoundsException(index);
        }
        FileRow known = kept[index & MOST_KEPT - 1];
        if (known != null && known.rows().equals(current) && known.node() == current.node(index)) {
            return known;
        }
        FileRow made = new FileRow(current, current.node(index), current.depth(index));
        kept[index & MOST_KEPT - 1] = made;
        return made;
    }

    @Override
    public int size() {
        FileRows current = rows;
        return current == null ? 0 : current.size();
    }

    private static List<FileRow> of(@Nullable FileRows rows) {
        if (rows == null) {
            return List.of();
        }
        return new AbstractList<>() {
            @Override
            public FileRow get(int index) {
                return new FileRow(rows, rows.node(index), rows.depth(index));
            }

            @Override
            public int size() {
                return rows.size();
            }
        };
    }

    /**
     * One run of rows in the place of another. The list's own builder of changes would make every
     * row that went, to put it into a list. A table that is told of a replacement, or that every
     * row went, empties all it shows before it fills it again; so the rows that went and those that
     * came are told one after another, and the former in two parts where they are all there were.
     */
    private static final class Replacement extends ListChangeListener.Change<FileRow> {
        private final List<Step> steps = new ArrayList<>();
        private int at = -1;

        /** From where to where rows came, and which went there. */
        private record Step(int from, int to, List<FileRow> removed) {}

        Replacement(RowList list, int from, int to, List<FileRow> removed) {
            super(list);
            int before = removed.size();
            int first = list.size() == to - from ? before / 2 : 0;
            remove(from, removed.subList(0, first));
            remove(from, removed.subList(first, before));
            if (from < to) {
                steps.add(new Step(from, to, List.of()));
            }
        }

        private void remove(int from, List<FileRow> removed) {
            if (!removed.isEmpty()) {
                steps.add(new Step(from, from, removed));
            }
        }

        /** Some listeners ask when they went through all. */
        private Step step() {
            return steps.get(Math.clamp(at, 0, steps.size() - 1));
        }

        @Override
        public boolean next() {
            at++;
            return at < steps.size();
        }

        @Override
        public void reset() {
            at = -1;
        }

        @Override
        public int getFrom() {
            return step().from;
        }

        @Override
        public int getTo() {
            return step().to;
        }

        @Override
        public List<FileRow> getRemoved() {
            return step().removed;
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
