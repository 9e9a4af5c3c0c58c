package dev.stratoscope.app.view.files;

import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** By how many bytes two sides differ, behind a bar in proportion to the largest difference. */
final class DifferenceCell extends TableCell<FileRow, FileRow> {
    /** What the words have at the end of the cell. */
    private static final double WORDS = 84;

    private static final double BAR_HEIGHT = 14;

    private final Region bar = new Region();
    private double share;

    DifferenceCell() {
        bar.getStyleClass().add("bar");
        bar.setVisible(false);
        getStyleClass().addAll("size-cell", "difference-cell", "right");
        setGraphic(bar);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double left = snappedLeftInset();
        double room = Math.max(0, getWidth() - left - snappedRightInset() - WORDS);
        double top = snapPositionY((getHeight() - BAR_HEIGHT) / 2);
        bar.resizeRelocate(left, top, Math.max(1, snapSizeX(share * room)), BAR_HEIGHT);
    }

    @Override
    protected void updateItem(@Nullable FileRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setText(TextCell.NOTHING);
            bar.setVisible(false);
            return;
        }
        share = Math.min(1, (double) Math.abs(row.grown()) / row.rows().largestDifference());
        bar.setVisible(share > 0);
        setText(FileText.difference(row));
        requestLayout();
    }
}
