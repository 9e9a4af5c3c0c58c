package dev.stratoscope.app.view.files;

import dev.stratoscope.model.tree.Attributes;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** The virtualised table of a file tree: rows of one height, made as they are looked at. */
final class FileTable extends TableView<FileRow> {
    /** More selected rows than this are not selected again when the rows change. */
    private static final int MOST_KEPT = 500;

    private final RowList list = new RowList();
    private final List<FileRowView> made = new ArrayList<>();
    private final FileColumns columns;
    private final IntConsumer layerChosen;
    private Function<Attributes, String> owners = FileText::numbers;
    private int here = -1;
    private int writable = -1;

    /**
     * A table without rows.
     *
     * @param head which columns it has
     * @param toggle opens or closes the folder of a row
     * @param sorted told the order when a head is clicked
     * @param layerChosen told the layer of a chip that is clicked
     */
    FileTable(
            FilesHead head,
            Consumer<FileRow> toggle,
            Consumer<FileOrder> sorted,
            IntConsumer layerChosen) {
        this.layerChosen = layerChosen;
        setItems(list);
        getStyleClass().add("file-table");
        setFixedCellSize(26);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setAccessibleText("Files");
        setPlaceholder(new Label(""));
        setRowFactory(table -> made(new FileRowView()));
        columns = new FileColumns(this, head, column -> new NameCell(toggle), this::cell);
        setSortPolicy(
                table -> {
                    if (!getItems().isEmpty()) {
                        sorted.accept(columns.order());
                    }
                    return true;
                });
    }

    private FileRowView made(FileRowView row) {
        made.removeIf(other -> other.getScene() == null);
        made.add(row);
        return row;
    }

    /**
     * Lays out the rows as soon as they know what they show: with one that is not, the table would
     * begin anew, and style each a second time.
     */
    @Override
    protected void layoutChildren() {
        ScrollPlace.keepSelected(this, super::layoutChildren);
        made.forEach(Parent::layout);
    }

    /** Which columns there are. */
    FileColumns columns() {
        return columns;
    }

    /**
     * Shows other rows, keeping the selected path where it is still there, and with it others of
     * the same changes that were selected too.
     */
    void show(FileRows rows, @Nullable Integer selectedNode) {
        BitSet others = selectedNode == null ? new BitSet() : selectedNodes(rows);
        getSelectionModel().clearSelection();
        if (!list.show(rows)) {
            refresh();
        }
        int row = selectedNode == null ? -1 : rows.rowOf(selectedNode);
        if (row >= 0 && others.cardinality() > 1 && others.get(rows.node(row))) {
            for (int at = 0; at < rows.size(); at++) {
                if (at != row && others.get(rows.node(at))) {
                    getSelectionModel().select(at);
                }
            }
        }
        if (row >= 0) {
            getSelectionModel().select(row);
            getFocusModel().focus(row);
        }
    }

    private BitSet selectedNodes(FileRows next) {
        BitSet nodes = new BitSet();
        if (getSelectionModel().getSelectedIndices().size() > MOST_KEPT) {
            return nodes;
        }
        for (FileRow row : getSelectionModel().getSelectedItems()) {
            if (row != null && row.changes().equals(next.changes())) {
                nodes.set(row.node());
            }
        }
        return nodes;
    }

    /** How owners are named. */
    void setOwners(Function<Attributes, String> names) {
        owners = names;
        refresh();
    }

    Function<Attributes, String> owners() {
        return owners;
    }

    /** Which layer's chips are marked as the selected one. */
    void setHere(int layer) {
        here = layer;
    }

    int here() {
        return here;
    }

    /** Which layer is the writable one of a container; -1 for none. */
    void setWritable(int layer) {
        writable = layer;
    }

    /** What a layer is called in a sentence. */
    String layerName(int layer) {
        return layer == writable ? "the writable layer" : "layer L" + layer;
    }

    /** Selects the row at an index and brings it into view; nothing where there is none. */
    void selectAndShow(int index) {
        if (index >= 0 && index < getItems().size()) {
            getSelectionModel().clearAndSelect(index);
            scrollTo(Math.max(0, index - 3));
        }
    }

    private TableCell<FileRow, FileRow> cell(FileColumn column) {
        return switch (column) {
            case SIZE -> new SizeCell();
            case LAYER -> new ChipCell(() -> here, layer -> layer == writable, layerChosen);
            case DIFFERENCE -> new DifferenceCell();
            case LAYERS -> new SidesCell();
            default -> new TextCell(column, row -> FileText.of(column, row, owners));
        };
    }
}
