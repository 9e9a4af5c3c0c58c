package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Kind;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableRow;

import org.jspecify.annotations.Nullable;

/** A row as its kind of change makes it look, and as it is read aloud. */
final class FileRowView extends TableRow<FileRow> {
    private static final PseudoClass UNCHANGED = PseudoClass.getPseudoClass("unchanged");
    private static final PseudoClass DELETED = PseudoClass.getPseudoClass("deleted");

    @Override
    protected void updateItem(@Nullable FileRow row, boolean empty) {
        super.updateItem(row, empty);
        Kind kind = row == null || empty ? null : row.kind();
        pseudoClassStateChanged(UNCHANGED, kind == Kind.UNCHANGED);
        pseudoClassStateChanged(DELETED, kind == Kind.DELETED);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        FileRow row = getItem();
        return attribute == AccessibleAttribute.TEXT && row != null
                ? row.spoken()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
