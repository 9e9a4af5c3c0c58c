package dev.stratoscope.app.view.files;

import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Callback;

import java.util.List;

/**
 * Gives the columns of a file table their widths: what was chosen for them, and to the name what is
 * left. A person who moves the edge between two columns gives to one what the other loses.
 */
@SuppressWarnings("rawtypes") // as the table asks for it
final class NameTakesTheRest extends ConstrainedColumnResizeBase
        implements Callback<TableView.ResizeFeatures, Boolean> {
    private static final double NARROWEST_NAME = 120;

    private final FileColumns columns;

    NameTakesTheRest(FileColumns columns) {
        this.columns = columns;
    }

    @Override
    public Boolean call(TableView.ResizeFeatures raw) {
        @SuppressWarnings("unchecked") // only ever asked by the table these columns are in
        TableView.ResizeFeatures<FileRow> asked = raw;
        TableColumn<FileRow, ?> moved = asked.getColumn();
        if (moved != null) {
            return move(asked, moved);
        }
        List<TableColumn<FileRow, ?>> shown = asked.getTable().getVisibleLeafColumns();
        double rest = asked.getContentWidth() - columns.buttonRoom(asked.getContentWidth());
        for (TableColumn<FileRow, ?> column : shown) {
            if (column.getUserData() != null) {
                asked.setColumnWidth(column, columns.width(column));
                rest -= columns.width(column);
            }
        }
        double left = Math.max(NARROWEST_NAME, Math.floor(rest));
        shown.stream()
                .filter(column -> column.getUserData() == null)
                .forEach(name -> asked.setColumnWidth(name, left));
        return true;
    }

    /** Moves the edge at the right of a column. */
    private boolean move(TableView.ResizeFeatures<FileRow> asked, TableColumn<FileRow, ?> moved) {
        List<TableColumn<FileRow, ?>> shown = asked.getTable().getVisibleLeafColumns();
        int next = shown.indexOf(moved) + 1;
        if (next == 0 || next == shown.size()) {
            return false;
        }
        TableColumn<FileRow, ?> other = shown.get(next);
        double by =
                Math.clamp(
                        asked.getDelta(),
                        Math.min(0, least(moved) - moved.getWidth()),
                        Math.max(0, other.getWidth() - least(other)));
        set(asked, moved, moved.getWidth() + by);
        set(asked, other, other.getWidth() - by);
        columns.remember();
        return by != 0;
    }

    private void set(
            TableView.ResizeFeatures<FileRow> asked, TableColumn<FileRow, ?> column, double width) {
        asked.setColumnWidth(column, width);
        columns.widened(column, width);
    }

    private static double least(TableColumn<FileRow, ?> column) {
        return column.getUserData() == null ? NARROWEST_NAME : column.getMinWidth();
    }
}
