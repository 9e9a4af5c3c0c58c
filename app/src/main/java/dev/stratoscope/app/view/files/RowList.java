package dev.stratoscope.app.view.files;

import javafx.collections.ObservableListBase;

import org.jspecify.annotations.Nullable;

import java.util.AbstractList;
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

    /** Shows other rows. */
    void show(FileRows next) {
        List<FileRow> before = of(rows);
        beginChange();
        rows = next;
        nextReplace(0, next.size(), before);
        endChange();
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
}
