package dev.stratoscope.app.view.files;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.view.files.FilesPane.FileSelection;

import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * What stands around the rows of a file tree: menus, keys, the choice of columns, the path of the
 * selected row, and dragging to other programs. On the JavaFX thread.
 */
public final class FileTools {
    private final FileTable table;
    private final JobScope jobs;
    private final TreeActs acts;
    private final PathBar path;
    private final Button columnsButton;
    private Consumer<List<File>> dragging = this::startDrag;
    private boolean counting;
    private Tally told = (rows, bytes) -> {};

    FileTools(FileTable table, JobScope jobs, TreeActs.Tree tree, IntConsumer goTo) {
        this.table = table;
        this.jobs = jobs;
        acts = new TreeActs(table, jobs, tree);
        path = new PathBar(goTo);
        table.getSelectionModel()
                .getSelectedIndices()
                .addListener((ListChangeListener<Integer>) change -> countSoon());
        ColumnMenu columns = new ColumnMenu(table.columns());
        table.columns().all().forEach(column -> column.setContextMenu(columns.heads()));
        columnsButton = columns.button();
        columnsButton.visibleProperty().bind(table.visibleProperty());
        StackPane.setAlignment(columnsButton, Pos.TOP_RIGHT);
        FileMenu menu = new FileMenu(acts, columns);
        new FileKeys(table, acts, menu, files -> dragging.accept(files)).install();
    }

    /** Sets what can be done with paths that takes more than the tree itself. */
    public void setActs(FileActs others) {
        acts.set(others);
    }

    /** Sets how a drag to other programs begins, in the place of the platform's own way. */
    public void setDragging(Consumer<List<File>> begin) {
        dragging = begin;
    }

    /** Asks where to, and extracts the selected paths; nothing when none is selected. */
    public void extract() {
        acts.extract();
    }

    /** Selects the next row, or the one before, and brings it into view. */
    public void move(boolean down) {
        int at = table.getSelectionModel().getSelectedIndex() + (down ? 1 : -1);
        if (at >= 0 && at < table.getItems().size()) {
            table.getSelectionModel().clearAndSelect(at);
            table.scrollTo(Math.max(0, at - 8));
        }
    }

    ObjectProperty<ColumnChoice> columnsProperty() {
        return table.columns().choiceProperty();
    }

    /** The selected paths, from top to bottom. */
    public List<FileSelection> selections() {
        return acts.selections();
    }

    List<Integer> selectedNodes() {
        return acts.selected();
    }

    void selectLayer(int layer) {
        acts.selectLayer(layer);
    }

    /** Stands above the table. */
    Node path() {
        return path;
    }

    /** Lies over the right end of the table's head. */
    Node columnsButton() {
        return columnsButton;
    }

    /** Told how many rows are selected, and the bytes of those not below another. */
    @FunctionalInterface
    interface Tally {
        void tell(int rows, long bytes);
    }

    /** Tells what is selected now, and whenever that changes while a person selects. */
    void tell(Tally tally) {
        told = tally;
        count();
    }

    /** A selection of many rows changes in many steps. */
    private void countSoon() {
        if (!counting) {
            counting = true;
            jobs.show(this::count);
        }
    }

    private void count() {
        counting = false;
        BitSet nodes = new BitSet();
        long bytes = 0;
        for (FileRow row : table.getSelectionModel().getSelectedItems()) {
            if (row != null) {
                nodes.set(row.node());
                bytes += isBelow(row, nodes) ? 0 : row.total();
            }
        }
        told.tell(nodes.cardinality(), bytes);
    }

    /** Rows come from top to bottom, so that a folder was met before what is in it. */
    private static boolean isBelow(FileRow row, BitSet nodes) {
        for (int up = row.changes().parent(row.node()); up > 0; up = row.changes().parent(up)) {
            if (nodes.get(up)) {
                return true;
            }
        }
        return false;
    }

    /** Shows what leads to a row. */
    void follow(@Nullable FileRow row) {
        if (row == null) {
            path.clear();
        } else {
            path.show(row.changes(), row.node());
        }
    }

    private void startDrag(List<File> files) {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(files);
        table.startDragAndDrop(TransferMode.COPY).setContent(content);
    }
}
