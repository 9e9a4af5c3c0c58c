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

    private Look look = new Look(true, null, false, false, false);

    /** What style sheets ask of a row and all that is in it. */
    private record Look(
            boolean empty,
            @Nullable Kind kind,
            boolean shadow,
            boolean selected,
            boolean focused) {}

    /**
     * Shows what is at an index. The table applies style sheets to a row and all that is in it when
     * it finds that it has to be laid out; one that looks as it did needs none, and is laid out
     * before.
     */
    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        Look before = look;
        look = look();
        if (look.equals(before) && index >= 0) {
            layout();
        }
    }

    private Look look() {
        FileRow row = getItem();
        if (row == null || isEmpty()) {
            return new Look(true, null, false, isSelected(), isFocused());
        }
        return new Look(false, row.kind(), ChangeHint.isShadow(row), isSelected(), isFocused());
    }

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
