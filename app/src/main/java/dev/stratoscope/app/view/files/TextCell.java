package dev.stratoscope.app.view.files;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/** What a column says, as text. */
final class TextCell extends TableCell<FileRow, FileRow> {
    /** A label that has no text at all drops the node that draws it, and later styles another. */
    static final String NOTHING = " ";

    private final Function<FileRow, String> words;

    TextCell(FileColumn column, Function<FileRow, String> words) {
        this.words = words;
        getStyleClass().add("mono");
        if (column != FileColumn.LEFT_SIZE && column != FileColumn.RIGHT_SIZE) {
            getStyleClass().add("muted");
        }
        if (column.isNumber()) {
            getStyleClass().add("right");
        }
    }

    @Override
    protected void updateItem(@Nullable FileRow row, boolean empty) {
        super.updateItem(row, empty);
        String text = row == null || empty ? "" : words.apply(row);
        setText(text.isEmpty() ? NOTHING : text);
    }
}
