package dev.stratoscope.app.view.table;

import javafx.scene.control.TableCell;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/**
 * Words of a row.
 *
 * @param <T> what a row stands for
 */
public class WordCell<T> extends TableCell<T, T> {
    private final Function<T, String> text;

    /**
     * A cell without a row.
     *
     * @param styles the style classes it has beside those of every cell
     */
    public WordCell(Function<T, String> text, String... styles) {
        this.text = text;
        getStyleClass().addAll(styles);
    }

    @Override
    protected void updateItem(@Nullable T row, boolean empty) {
        super.updateItem(row, empty);
        setText(row == null || empty ? null : text.apply(row));
    }
}
