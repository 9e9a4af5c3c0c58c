package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.LayerChip;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

/** The layers that two sides have a path from, as a chip. */
final class SidesCell extends TableCell<FileRow, FileRow> {
    private final LayerChip chip = new LayerChip();

    SidesCell() {
        setText(null);
        setGraphic(chip);
    }

    @Override
    protected void updateItem(@Nullable FileRow row, boolean empty) {
        super.updateItem(row, empty);
        String words = row == null || empty ? "" : FileText.layers(row);
        chip.setText(words);
        chip.setVisible(!words.isEmpty());
    }
}
