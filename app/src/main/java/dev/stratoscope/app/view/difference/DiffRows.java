package dev.stratoscope.app.view.difference;

import dev.stratoscope.model.diff.content.LinePairs;
import dev.stratoscope.model.diff.content.Run;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The rows of a text difference that are to be seen, of any number: equal lines far from a change
 * are folded. Immutable; unfolding makes another one.
 */
final class DiffRows extends AbstractList<Row> {
    /** So many equal lines stay before and behind a change. */
    private static final int CONTEXT = 3;

    private static final Row.Type[] TYPES = Row.Type.values();

    private final Table table;
    private final BitSet unfolded;

    /** For each visible stretch of rows the row it begins with, and where that is seen. */
    private final int[] from;

    private final int[] seen;
    private final BitSet folds;
    private final int size;

    /** All rows, and the stretches they are parted in: changes, context, and what is folded. */
    private static final class Table {
        private int[] before = new int[64];
        private int[] after = new int[64];
        private byte[] type = new byte[64];
        private int rows;
        private int[] starts = new int[16];
        private int parts;
        private final BitSet foldable = new BitSet();
        private final BitSet changes = new BitSet();

        void begin(boolean folds, boolean changed) {
            if (parts + 1 >= starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
            }
            foldable.set(parts, folds);
            changes.set(parts, changed);
            starts[parts++] = rows;
        }

        void add(Row.Type kind, int old, int now) {
            if (rows == type.length) {
                before = Arrays.copyOf(before, 2 * rows);
                after = Arrays.copyOf(after, 2 * rows);
                type = Arrays.copyOf(type, 2 * rows);
            }
            before[rows] = old;
            after[rows] = now;
            type[rows++] = (byte) Arrays.asList(TYPES).indexOf(kind);
        }

        int end(int part) {
            return part + 1 < parts ? starts[part + 1] : rows;
        }

        Row row(int at) {
            return new Row(TYPES[type[at]], before[at], after[at], 1);
        }
    }

    private DiffRows(Table table, BitSet unfolded) {
        this.table = table;
        this.unfolded = unfolded;
        from = Arrays.copyOf(table.starts, table.parts);
        seen = new int[table.parts];
        folds = (BitSet) table.foldable.clone();
        folds.andNot(unfolded);
        int next = 0;
        for (int part = 0; part < table.parts; part++) {
            seen[part] = next;
            next += folds.get(part) ? 1 : table.end(part) - table.starts[part];
        }
        size = next;
    }

    /**
     * Rows of a difference.
     *
     * @param inline whether old and new lines stand below each other
     * @param whole whether nothing is folded
     */
    static DiffRows of(TextDiff diff, boolean inline, boolean whole) {
        Table table = new Table();
        List<Run> runs = diff.diff().runs();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            if (run.isEqual()) {
                addEqual(table, run, i > 0, i + 1 < runs.size(), whole);
            } else {
                table.begin(false, true);
                addChanged(table, run, diff.pairs().get(i), inline);
            }
        }
        return new DiffRows(table, new BitSet());
    }

    private static void addEqual(
            Table table, Run run, boolean above, boolean below, boolean whole) {
        int head = above ? CONTEXT : 0;
        int tail = below ? CONTEXT : 0;
        int length = run.beforeLength();
        boolean folds = !whole && length > head + tail + 1;
        table.begin(false, false);
        for (int k = 0; k < length; k++) {
            if (folds && (k == head || k == length - tail)) {
                table.begin(k == head, false);
            }
            table.add(Row.Type.EQUAL, run.beforeFrom() + k, run.afterFrom() + k);
        }
    }

    private static void addChanged(
            Table table, Run run, List<LinePairs.Pair> pairs, boolean inline) {
        int old = run.beforeFrom();
        int now = run.afterFrom();
        if (!inline) {
            pairs.forEach(
                    pair ->
                            table.add(
                                    Row.Type.CHANGED,
                                    at(old, pair.before()),
                                    at(now, pair.after())));
            return;
        }
        for (LinePairs.Pair pair : pairs) {
            if (pair.before() >= 0) {
                table.add(Row.Type.REMOVED, at(old, pair.before()), at(now, pair.after()));
            }
        }
        for (LinePairs.Pair pair : pairs) {
            if (pair.after() >= 0) {
                table.add(Row.Type.ADDED, at(old, pair.before()), at(now, pair.after()));
            }
        }
    }

    private static int at(int start, int line) {
        return line < 0 ? -1 : start + line;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Row get(int index) {
        int part = part(index);
        if (folds.get(part)) {
            Row first = table.row(from[part]);
            int hidden = table.end(part) - from[part];
            return new Row(Row.Type.FOLD, first.before(), first.after(), hidden);
        }
        return table.row(from[part] + index - seen[part]);
    }

    /** The same with a fold opened; the same when there is none. */
    DiffRows unfold(int index) {
        int part = part(index);
        if (!folds.get(part)) {
            return this;
        }
        BitSet more = (BitSet) unfolded.clone();
        more.set(part);
        return new DiffRows(table, more);
    }

    /** The first row of the next change below a row; -1 when there is none. */
    int next(int index) {
        int part = index < 0 ? -1 : part(index);
        int change = table.changes.nextSetBit(part + 1);
        return change < 0 ? -1 : seen[change];
    }

    /** The first row of the change above a row; -1 when there is none. */
    int previous(int index) {
        int part = index < 0 ? 0 : part(index);
        int change = part == 0 ? -1 : table.changes.previousSetBit(part - 1);
        return change < 0 ? -1 : seen[change];
    }

    /** The number of the change that a row is in, from 1; 0 where it is in none. */
    int change(int index) {
        int part = part(index);
        return table.changes.get(part) ? table.changes.get(0, part + 1).cardinality() : 0;
    }

    /** The last stretch that begins at or above a row; empty ones are passed over. */
    private int part(int index) {
        int low = 0;
        int high = seen.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (seen[middle] <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
