package dev.stratoscope.app.view.files;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.ModeText;
import dev.stratoscope.app.view.LayerChip;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.EntryType;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** The virtualised table of a file tree: rows of one height, made as they are looked at. */
final class FileTable extends TableView<FileRow> {
    /** Narrower tables leave these columns out, so that names can still be read. */
    private static final double ROOM_FOR_MODE = 560;

    private static final double ROOM_FOR_OWNER = 460;

    private final RowList list = new RowList();
    private final Consumer<FileRow> toggle;
    private Function<Attributes, String> owners = FileTable::numbers;
    private int here = -1;

    /**
     * A table without rows.
     *
     * @param toggle opens or closes the folder of a row
     * @param sorted told the order when a head is clicked
     */
    FileTable(Consumer<FileRow> toggle, Consumer<FileOrder> sorted) {
        this.toggle = toggle;
        setItems(list);
        getStyleClass().add("file-table");
        setFixedCellSize(26);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        setAccessibleText("Files");
        setPlaceholder(new Label(""));

        TableColumn<FileRow, FileRow> name = column("Name", 0, FileOrder.By.NAME);
        name.setCellFactory(column -> new NameCell(toggle));
        name.setMinWidth(160);
        TableColumn<FileRow, FileRow> size = column("Size", 96, FileOrder.By.SIZE);
        size.setCellFactory(column -> new SizeCell());
        size.getStyleClass().add("right");
        size.setSortType(TableColumn.SortType.DESCENDING);
        TableColumn<FileRow, FileRow> mode = column("Mode", 96, FileOrder.By.MODE);
        mode.setCellFactory(column -> text((row, attributes) -> mode(row, attributes)));
        TableColumn<FileRow, FileRow> owner = column("Owner", 96, FileOrder.By.OWNER);
        owner.setCellFactory(column -> text((row, attributes) -> owners.apply(attributes)));
        TableColumn<FileRow, FileRow> layer = column("Layer", 62, FileOrder.By.LAYER);
        layer.setCellFactory(column -> new ChipCell());
        getColumns().setAll(List.of(name, size, mode, owner, layer));
        widthProperty()
                .addListener(
                        (property, before, now) -> {
                            mode.setVisible(now.doubleValue() >= ROOM_FOR_MODE);
                            owner.setVisible(now.doubleValue() >= ROOM_FOR_OWNER);
                        });

        setSortPolicy(
                table -> {
                    if (!getItems().isEmpty()) {
                        sorted.accept(order());
                    }
                    return true;
                });
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::onClick);
    }

    /** Shows other rows, keeping the selected path where it is still there. */
    void show(FileRows rows, @Nullable Integer selectedNode) {
        list.show(rows);
        int row = selectedNode == null ? -1 : rows.rowOf(selectedNode);
        if (row >= 0) {
            getSelectionModel().clearAndSelect(row);
            getFocusModel().focus(row);
        } else {
            getSelectionModel().clearSelection();
        }
    }

    /** How owners are named. */
    void setOwners(Function<Attributes, String> names) {
        owners = names;
        refresh();
    }

    /** Which layer's chips are marked as the selected one. */
    void setHere(int layer) {
        here = layer;
    }

    private FileOrder order() {
        if (getSortOrder().isEmpty()) {
            return FileOrder.BY_NAME;
        }
        TableColumn<FileRow, ?> column = getSortOrder().getFirst();
        return new FileOrder(
                (FileOrder.By) column.getUserData(),
                column.getSortType() == TableColumn.SortType.DESCENDING);
    }

    private static String mode(FileRow row, Attributes attributes) {
        return ModeText.of(
                row.type() == EntryType.HARDLINK ? EntryType.FILE : row.type(), attributes.mode());
    }

    private static String numbers(Attributes attributes) {
        return attributes.uid() + ":" + attributes.gid();
    }

    private static TableColumn<FileRow, FileRow> column(
            String title, double width, FileOrder.By by) {
        TableColumn<FileRow, FileRow> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setUserData(by);
        column.setReorderable(false);
        if (width > 0) {
            column.setPrefWidth(width);
            column.setMinWidth(Math.min(width, 56));
            column.setMaxWidth(width * 2);
        } else {
            column.setPrefWidth(320);
        }
        return column;
    }

    private static TableCell<FileRow, FileRow> text(BiFunction<FileRow, Attributes, String> of) {
        TableCell<FileRow, FileRow> cell =
                new TableCell<>() {
                    @Override
                    protected void updateItem(@Nullable FileRow row, boolean empty) {
                        super.updateItem(row, empty);
                        setText(
                                row == null || empty || row.node() == 0
                                        ? null
                                        : Escapes.text(of.apply(row, row.attributes())));
                    }
                };
        cell.getStyleClass().addAll("mono", "muted");
        return cell;
    }

    private void onKey(KeyEvent event) {
        FileRow row = getSelectionModel().getSelectedItem();
        if (row == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        KeyCode code = event.getCode();
        boolean opens = code == KeyCode.RIGHT && row.hasChildren() && !row.isOpen();
        boolean closes = code == KeyCode.LEFT && row.isOpen();
        boolean switches = code == KeyCode.ENTER && row.hasChildren();
        if (opens || closes || switches) {
            toggle.accept(row);
            event.consume();
        } else if (code == KeyCode.RIGHT && row.isOpen()) {
            selectAndShow(getSelectionModel().getSelectedIndex() + 1);
            event.consume();
        } else if (code == KeyCode.LEFT && row.changes().parent(row.node()) > 0) {
            selectAndShow(row.rows().rowOf(row.changes().parent(row.node())));
            event.consume();
        }
    }

    private void onClick(MouseEvent event) {
        FileRow row = getSelectionModel().getSelectedItem();
        boolean twice = event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY;
        if (twice && row != null && row.hasChildren() && !event.isConsumed()) {
            toggle.accept(row);
        }
    }

    private void selectAndShow(int index) {
        if (index >= 0 && index < getItems().size()) {
            getSelectionModel().clearAndSelect(index);
            scrollTo(Math.max(0, index - 3));
        }
    }

    private final class ChipCell extends TableCell<FileRow, FileRow> {
        private final LayerChip chip = new LayerChip();

        @Override
        protected void updateItem(@Nullable FileRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (row == null || empty) {
                setGraphic(null);
                return;
            }
            chip.show(row.layer(), row.layer() == here);
            setGraphic(chip);
        }
    }
}
