package dev.stratoscope.app.view.files;

import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** A size over a bar in proportion to the largest row. */
final class SizeCell extends TableCell<FileRow, FileRow> {
    private static final double BAR_HEIGHT = 18;

    private final Region bar = new Region();
    private double share;

    SizeCell() {
        bar.getStyleClass().add("bar");
        bar.setVisible(false);
        getStyleClass().addAll("size-cell", "right");
        setGraphic(bar);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double left = snappedLeftInset();
        double room = getWidth() - left - snappedRightInset();
        double top = (getHeight() - BAR_HEIGHT) / 2;
        bar.resizeRelocate(left, top, Math.max(1, share * room), BAR_HEIGHT);
    }

    @Override
    protected void updateItem(@Nullable FileRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setText(TextCell.NOTHING);
            setAccessibleText(null);
            bar.setVisible(false);
            return;
        }
        boolean own = row.changes() instanceof Recent;
        boolean barred = row.isSized() && !row.isDeleted() && !own;
        share = barred ? Math.min(1, (double) row.total() / row.rows().largest()) : 0;
        bar.setVisible(share > 0);
        setText(FileText.size(row));
        setAccessibleText(FileText.spokenSize(row));
        requestLayout();
    }
}
