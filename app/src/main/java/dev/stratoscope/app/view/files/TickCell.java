package dev.stratoscope.app.view.files;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

/** Whether a path is ticked, with all below it. A click ticks it, whatever is selected. */
final class TickCell extends TableCell<FileRow, FileRow> {
    private final Ticks ticks;
    private final CheckBox box = new CheckBox();

    TickCell(Ticks ticks) {
        this.ticks = ticks;
        getStyleClass().add("tick-cell");
        box.setFocusTraversable(false);
        box.setMouseTransparent(true);
        box.setVisible(false);
        setGraphic(box);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::onPressed);
    }

    private void onPressed(MouseEvent event) {
        FileRow row = getItem();
        if (row != null && !isEmpty() && event.isPrimaryButtonDown()) {
            toggle(row);
            event.consume();
        }
    }

    /** Rows may still be those of an earlier state than the one that is ticked. */
    private void toggle(FileRow row) {
        int at = ticks.same(row.changes(), row.node());
        if (at > 0) {
            ticks.toggle(
                    at,
                    each -> {
                        int there = ticks.there(each, row.changes());
                        return there < 0 || row.rows().isMatch(there);
                    });
        }
    }

    @Override
    protected void updateItem(@Nullable FileRow row, boolean empty) {
        super.updateItem(row, empty);
        box.setVisible(row != null && !empty);
        if (row != null && !empty) {
            show(box, ticks.of(ticks.same(row.changes(), row.node())));
            box.setAccessibleText("Commit " + row.name());
        }
    }

    /** Makes a box say how far something is ticked. */
    static void show(CheckBox box, Ticks.State state) {
        box.setIndeterminate(state == Ticks.State.SOME);
        box.setSelected(state == Ticks.State.ALL);
    }
}
