package dev.stratoscope.app.view.table;

import dev.stratoscope.app.view.Act;

import java.util.List;

/**
 * What can be done with the row of a table. On the JavaFX thread; nothing waits.
 *
 * @param <T> what a row stands for
 */
public interface RowActs<T> {
    /** What a double click does. */
    void open(T row);

    /** What has a button in the row, from left to right. */
    List<Act> buttons(T row);

    /**
     * Everything that can be done with a row now, in groups, as its menu offers it. The keys of
     * these acts count while the table has the focus.
     */
    List<List<Act>> menu(T row);
}
