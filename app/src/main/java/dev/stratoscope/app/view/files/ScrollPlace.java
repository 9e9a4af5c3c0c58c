package dev.stratoscope.app.view.files;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

import org.jspecify.annotations.Nullable;

/**
 * Where on the screen a row stands, so that its path can stand there again among other rows: the
 * selected one where it is to be seen, else the topmost.
 *
 * @param rows the rows it is one of
 * @param row its number
 * @param y its distance from the top of the rows in pixels
 */
record ScrollPlace(FileRows rows, int row, double y) {
    private static final int TRIES = 100;

    /** The place to keep; null where nothing is to be seen. */
    static @Nullable ScrollPlace of(TableView<?> table, FileRows rows) {
        VirtualFlow<?> flow = flow(table);
        if (flow == null || flow.getFirstVisibleCell() == null || rows.size() == 0) {
            return null;
        }
        int first = flow.getFirstVisibleCell().getIndex();
        int last = flow.getLastVisibleCell().getIndex();
        int chosen = table.getSelectionModel().getSelectedIndex();
        int row = chosen >= first && chosen <= last ? chosen : first;
        return row < 0 || row >= rows.size()
                ? null
                : new ScrollPlace(rows, row, top(table, flow, row));
    }

    /** Puts the path, or the nearest one before it that is still there, at its place. */
    void restore(TableView<?> table, FileRows now) {
        VirtualFlow<?> flow = flow(table);
        int found = -1;
        for (int at = row; at >= Math.max(0, row - TRIES) && found < 0; at--) {
            found = now.rowOf(now.sameNode(rows, rows.node(at)));
        }
        if (flow == null || found < 0) {
            return;
        }
        double height = table.getFixedCellSize();
        double pixels = found * height - y;
        if (pixels <= 0 && flow.getPosition() == 0) {
            // It is at its top and stays there: rows need not be laid out once more for that.
            return;
        }
        // The skin learns the number of rows in its layout, and can only then go to one.
        table.layout();
        flow.scrollToTop(Math.max(0, (int) (pixels / height)));
        flow.scrollPixels(pixels < 0 ? 0 : pixels % height);
    }

    /**
     * Lays a table out. Where it has less room than before, the selected row stays in sight if it
     * was: at its place, or at the lower end where there is no such place any more.
     */
    static void keepSelected(TableView<?> table, Runnable layout) {
        VirtualFlow<?> flow = flow(table);
        int row = table.getSelectionModel().getSelectedIndex();
        double height = flow == null ? 0 : flow.getHeight();
        double y = flow == null ? -1 : top(table, flow, row);
        layout.run();
        if (flow == null || row < 0 || flow.getHeight() >= height || y < 0 || y >= height) {
            return;
        }
        flow.layout();
        double room = flow.getHeight() - table.getFixedCellSize();
        flow.scrollPixels(top(table, flow, row) - Math.clamp(y, 0, Math.max(0, room)));
    }

    /** How far a row is from the top of what is seen; -1 where nothing is. */
    private static double top(TableView<?> table, VirtualFlow<?> flow, int row) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        return first == null
                ? -1
                : first.getLayoutY() + (row - first.getIndex()) * table.getFixedCellSize();
    }

    /** Scrolls so far that a row and some around it are to be seen; not at all when they are. */
    static void reveal(TableView<?> table, int row) {
        table.layout();
        VirtualFlow<?> flow = flow(table);
        if (flow == null || flow.getFirstVisibleCell() == null || row < 0) {
            return;
        }
        int first = flow.getFirstVisibleCell().getIndex();
        int last = flow.getLastVisibleCell().getIndex();
        if (row <= first || row >= last) {
            flow.scrollToTop(Math.max(0, row - (last - first) / 3));
        }
    }

    private static @Nullable VirtualFlow<?> flow(TableView<?> table) {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }
}
