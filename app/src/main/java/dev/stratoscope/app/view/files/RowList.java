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
    private @Nullable FileRows rows;

    /** Shows other rows. */
    void show(FileRows next) {
        List<FileRow> before = of(rows);
        beginChange();
        rows = next;
        nextReplace(0, next.size(), before);
        endChange();
    }

    @Override
    public FileRow get(int index) {
        return of(rows).get(index);
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
