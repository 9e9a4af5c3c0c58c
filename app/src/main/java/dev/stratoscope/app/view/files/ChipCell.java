package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.LayerChip;

import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;

import org.jspecify.annotations.Nullable;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;

/** The layer that had the last word, as a chip that leads there. */
final class ChipCell extends TableCell<FileRow, FileRow> {
    private final LayerChip chip = new LayerChip();
    private final IntSupplier here;
    private final IntPredicate writable;
    private boolean wasMarked;

    /**
     * A cell.
     *
     * @param here the selected layer, whose chip is marked
     * @param writable whether a layer is the writable one of a container
     * @param chosen told the layer of the chip that is clicked
     */
    ChipCell(IntSupplier here, IntPredicate writable, IntConsumer chosen) {
        this.here = here;
        this.writable = writable;
        setText(null);
        setGraphic(chip);
        chip.setOnMouseClicked(
                event -> {
                    FileRow row = getItem();
                    if (row != null && event.getButton() == MouseButton.PRIMARY) {
                        chosen.accept(row.layer());
                        event.consume();
                    }
                });
    }

    @Override
    protected void updateItem(@Nullable FileRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            chip.setVisible(false);
            return;
        }
        boolean marked = row.layer() == here.getAsInt();
        if (writable.test(row.layer())) {
            chip.showWritable(marked);
        } else {
            chip.show(row.layer(), marked);
        }
        if (marked != wasMarked && getScene() != null) {
            wasMarked = marked;
            chip.applyCss();
        }
    }
}
