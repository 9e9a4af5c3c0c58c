package dev.stratoscope.app.view;

import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/** Brings rows of lists and tables into sight, and leaves those alone that are. */
public final class Rows {
    private Rows() {}

    /** Scrolls a list so that a row stands a third of the way down, unless it is in sight. */
    public static void reveal(ListView<?> list, int row) {
        int above = above(list, row);
        if (above >= 0) {
            list.scrollTo(above);
        }
    }

    /** Scrolls a table so that a row stands a third of the way down, unless it is in sight. */
    public static void reveal(TableView<?> table, int row) {
        int above = above(table, row);
        if (above >= 0) {
            table.scrollTo(above);
        }
    }

    /** The row to put at the top; -1 when nothing has to move. */
    private static int above(Control control, int row) {
        if (!(control.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
            return Math.max(0, row);
        }
        var first = flow.getFirstVisibleCell();
        var last = flow.getLastVisibleCell();
        if (first == null || last == null) {
            return Math.max(0, row);
        }
        int seen = last.getIndex() - first.getIndex();
        boolean inSight = row > first.getIndex() && row < last.getIndex();
        return inSight || row < 0 ? -1 : Math.max(0, row - seen / 3);
    }
}
