package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Kind;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/** Badge, indent, twisty, icon, name and hint; the badge column never moves with the indent. */
final class NameCell extends TableCell<FileRow, FileRow> {
    private final NameLine line = new NameLine();
    private final Tooltip removal = new Tooltip();
    private final Consumer<FileRow> toggle;

    NameCell(Consumer<FileRow> toggle) {
        this.toggle = toggle;
        line.setOnMousePressed(this::onPressed);
        removal.setOnShowing(
                event -> {
                    FileRow row = getItem();
                    removal.setText(row == null ? "" : ChangeHint.ofRemoval(row));
                });
        setText(null);
        setGraphic(line);
    }

    private void onPressed(MouseEvent event) {
        FileRow row = getItem();
        if (row != null && row.hasChildren() && line.isTwisty(event.getX())) {
            toggle.accept(row);
            event.consume();
        }
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        line.resizeRelocate(left, 0, getWidth() - left - snappedRightInset(), getHeight());
    }

    @Override
    protected void updateItem(@Nullable FileRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            line.clear();
            // Taken out and put in again, it would be styled anew with all that is in it.
            line.setVisible(false);
            setTooltip(null);
            return;
        }
        line.show(row);
        setTooltip(row.kind() == Kind.DELETED ? removal : null);
        line.setVisible(true);
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
