package dev.stratoscope.app.view.files;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/** A size over a bar in proportion to the largest row. */
final class SizeCell extends TableCell<FileRow, FileRow> {
    private static final double BAR_HEIGHT = 18;

    private final Region bar = new Region();
    private final Label size = new Label();
    private final StackPane box =
            new StackPane(bar, size) {
                @Override
                protected void layoutChildren() {
                    super.layoutChildren();
                    bar.resizeRelocate(
                            0,
                            (getHeight() - BAR_HEIGHT) / 2,
                            Math.max(1, share * getWidth()),
                            BAR_HEIGHT);
                }
            };
    private double share;

    SizeCell() {
        bar.getStyleClass().add("bar");
        bar.setManaged(false);
        box.getStyleClass().add("size-cell");
        StackPane.setAlignment(size, Pos.CENTER_RIGHT);
        setText(null);
        setGraphic(box);
    }

    @Override
    protected void updateItem(@Nullable FileRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            size.setText("");
            setAccessibleText(null);
            // Taken out and put in again, it would be styled anew with all that is in it.
            box.setVisible(false);
            return;
        }
        boolean barred = row.isSized() && !row.isDeleted();
        share = barred ? Math.min(1, (double) row.total() / row.rows().largest()) : 0;
        bar.setVisible(share > 0);
        size.setText(FileText.size(row));
        setAccessibleText(FileText.spokenSize(row));
        box.requestLayout();
        box.setVisible(true);
    }
}
