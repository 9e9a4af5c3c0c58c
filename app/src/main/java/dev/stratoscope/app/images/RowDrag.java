package dev.stratoscope.app.images;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

import org.jspecify.annotations.Nullable;

/** A row that can be dragged onto another, which compares the two. */
final class RowDrag extends TableRow<ImageRow> {
    private static final DataFormat IMAGE = new DataFormat("application/x-stratoscope-image");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

    private final Acts acts;

    RowDrag(Acts acts) {
        this.acts = acts;
        addEventHandler(MouseEvent.DRAG_DETECTED, this::begin);
        addEventHandler(DragEvent.DRAG_OVER, this::over);
        addEventHandler(DragEvent.DRAG_EXITED, event -> pseudoClassStateChanged(TARGET, false));
        addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
    }

    private void begin(MouseEvent event) {
        ImageRow row = getItem();
        if (row != null) {
            ClipboardContent content = new ClipboardContent();
            content.put(IMAGE, row.key());
            Dragboard board = startDragAndDrop(TransferMode.LINK);
            board.setContent(content);
            board.setDragView(snapshot(null, null));
            event.consume();
        }
    }

    private void over(DragEvent event) {
        if (dragged(event) != null) {
            event.acceptTransferModes(TransferMode.LINK);
            pseudoClassStateChanged(TARGET, true);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        ImageRow row = getItem();
        ImageRow dragged = dragged(event);
        if (row != null && dragged != null) {
            acts.compare(dragged, row);
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /** The row that is dragged over this one; null where it is this one, or no row. */
    private @Nullable ImageRow dragged(DragEvent event) {
        ImageRow row = getItem();
        if (row == null || !(event.getDragboard().getContent(IMAGE) instanceof String key)) {
            return null;
        }
        return getTableView().getItems().stream()
                .filter(one -> one.key().equals(key) && !one.isSame(row))
                .findFirst()
                .orElse(null);
    }
}
