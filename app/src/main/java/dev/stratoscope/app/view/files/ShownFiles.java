package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.files.FilesPane.FileSelection;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.tree.ByteString;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/** The rows in the table and which of them is selected. Lives on the JavaFX thread. */
final class ShownFiles {
    private static final int ROWS_ABOVE = 8;

    private final FileTable table;
    private final Consumer<@Nullable FileRow> followers;
    private final ObjectProperty<@Nullable FileSelection> selected =
            new SimpleObjectProperty<>(null);
    private final Stepping stepping = new Stepping();
    private @Nullable FileRows rows;
    private @Nullable ByteString wantedPath;
    private boolean showing;
    private boolean telling;
    private @Nullable Changeset last;
    private @Nullable Changeset later;

    /**
     * No rows.
     *
     * @param followers told the selected row after every change; null for none
     */
    ShownFiles(FileTable table, Consumer<@Nullable FileRow> followers) {
        this.table = table;
        this.followers = followers;
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, row) -> {
                            if (!showing) {
                                onSelect(row);
                            }
                        });
    }

    /** The selected path; null when there is none. */
    ObjectProperty<@Nullable FileSelection> selectedProperty() {
        return selected;
    }

    /** The rows; null while there is no tree. */
    @Nullable FileRows rows() {
        return rows;
    }

    /** The path that is selected, or is to be once there is a tree that has it; null for none. */
    @Nullable ByteString path() {
        FileRow row = rows == null ? null : table.getSelectionModel().getSelectedItem();
        return row == null ? wantedPath : row.changes().path(row.node());
    }

    /** Wants a path selected in the tree shown next, unless another is selected by then. */
    void want(ByteString path) {
        wantedPath = path;
    }

    /** Wants the most telling path selected in the tree that was asked for last. */
    void wantTelling() {
        telling = true;
    }

    /** Which tree is the one that was asked for last: others are passed on the way to it. */
    void await(Changeset changes) {
        last = changes;
    }

    /** A tree is a later state of the files that are shown: folders stay as they are. */
    void later(Changeset changes) {
        later = changes;
    }

    /** The rows stay; what was wanted of the tree asked for last is done with them. */
    void stay(Consumer<FileRows> told) {
        FileRows current = rows;
        if (telling && current != null && isLast(current)) {
            show(current, path(), told);
        }
    }

    private boolean isLast(FileRows made) {
        return made.changes().equals(last);
    }

    void clear() {
        rows = null;
        followers.accept(null);
        selected.set(null);
    }

    /**
     * Shows rows and selects a path, opening the folders above it. What is in view stays there
     * unless the path was not.
     *
     * @param told told the rows once they are in the table
     */
    void show(FileRows made, @Nullable ByteString path, Consumer<FileRows> told) {
        FileRows before = rows;
        ScrollPlace place = before == null ? null : ScrollPlace.of(table, before);
        boolean another = before == null || !before.changes().equals(made.changes());
        boolean others =
                before == null || another || !before.filter().kinds().equals(made.filter().kinds());
        boolean unfold = others && !made.changes().equals(later) && made.isFewChanges();
        FileRows shown = unfold ? made.unfolded() : made;
        int node = path == null ? -1 : shown.changes().find(path);
        int tells = telling && isLast(shown) ? Telling.node(shown) : -1;
        if (tells >= 0) {
            telling = false;
            node = tells;
            place = null;
        }
        if (node > 0 && shown.isKept(node)) {
            shown = shown.withPathOpen(node);
        }
        boolean moved =
                before == null || node < 0 || before.rowOf(before.sameNode(shown, node)) < 0;
        replace(shown, node);
        table.setVisible(true);
        told.accept(shown);
        FileRow chosen = table.getSelectionModel().getSelectedItem();
        if (chosen == null && node > 0 && shown.changes().contains(node)) {
            // What a filter leaves out is still what one looks at.
            followers.accept(null);
            selected.set(new FileSelection(shown.changes(), node));
        } else {
            onSelect(chosen);
        }
        int row = shown.rowOf(node);
        if (place != null && !(moved && row >= 0)) {
            place.restore(table, shown);
        } else if (row > ROWS_ABOVE) {
            table.scrollTo(row - ROWS_ABOVE);
        }
    }

    /** Shows other rows of the same tree; where the selected one is folded, one above it is. */
    void reshape(FileRows made) {
        FileRows before = rows;
        ScrollPlace place = before == null ? null : ScrollPlace.of(table, before);
        FileRow row = table.getSelectionModel().getSelectedItem();
        int node = row == null ? -1 : made.shownAbove(row.node());
        replace(made, node);
        onSelect(table.getSelectionModel().getSelectedItem());
        if (place != null) {
            place.restore(table, made);
        }
    }

    /** Opens a folder that is closed, and closes one that is open. */
    void toggle(FileRow row) {
        FileRows current = rows;
        if (current != null) {
            replace(current.withOpen(row.node(), !row.isOpen()), row.node());
        }
    }

    /** Gives the table the keyboard, with a row selected. */
    void enter() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && rows != null) {
            table.getSelectionModel().select(0);
        }
    }

    /** Selects nothing and shows the top. */
    void goToTop() {
        table.getSelectionModel().clearSelection();
        table.scrollTo(0);
    }

    /** Selects the next match of a search, or the one before; says which; empty without one. */
    String step(FileRows current, boolean forward) {
        Stepping.Step step =
                stepping.step(current, table.getSelectionModel().getSelectedIndex(), forward);
        if (step == null) {
            return "";
        }
        replace(step.rows(), step.node());
        onSelect(table.getSelectionModel().getSelectedItem());
        ScrollPlace.reveal(table, step.rows().rowOf(step.node()));
        return step.words();
    }

    private void onSelect(@Nullable FileRow row) {
        if (row != null) {
            wantedPath = row.changes().path(row.node());
        }
        followers.accept(row);
        selected.set(row == null ? null : new FileSelection(row.changes(), row.node()));
    }

    private void replace(FileRows next, int selectedNode) {
        rows = next;
        showing = true;
        table.show(next, selectedNode < 0 ? null : selectedNode);
        showing = false;
    }
}
