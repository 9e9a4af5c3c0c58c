package dev.stratoscope.app.view.files;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/** By how many bytes two sides differ, beside a bar in proportion to the largest difference. */
final class DifferenceCell extends TableCell<FileRow, FileRow> {
    /** What the words have at the end of the cell. */
    private static final double WORDS = 84;

    private static final double BAR_HEIGHT = 14;

    private final Region bar = new Region();
    private final Label words = new Label();
    private final StackPane box =
            new StackPane(bar, words) {
                @Override
                protected void layoutChildren() {
                    super.layoutChildren();
                    double room = Math.max(0, getWidth() - WORDS);
                    double top = snapPositionY((getHeight() - BAR_HEIGHT) / 2);
                    bar.resizeRelocate(0, top, Math.max(1, snapSizeX(share * room)), BAR_HEIGHT);
                }
            };
    private double share;

    DifferenceCell() {
        bar.getStyleClass().add("bar");
        bar.setManaged(false);
        box.getStyleClass().addAll("size-cell", "difference-cell");
        StackPane.setAlignment(words, Pos.CENTER_RIGHT);
        setText(null);
        setGraphic(box);
    }

    @Override
    protected void updateItem(@Nullable FileRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            words.setText("");
            // Taken out and put in again, it would be styled anew with all that is in it.
            box.setVisible(false);
            return;
        }
        share = Math.min(1, (double) Math.abs(row.grown()) / row.rows().largestDifference());
        bar.setVisible(share > 0);
        words.setText(FileText.difference(row));
        box.requestLayout();
        box.setVisible(true);
    }
}
