package dev.stratoscope.app.images;

import dev.stratoscope.app.text.HumanDuration;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Actions;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The list of images in docker's columns, and what is shared and in use. */
final class ImageTable extends TableView<ImageRow> {
    /** The height of a row. */
    static final double ROW = 28;

    /** The height of the heads. */
    static final double HEAD = 29;

    /** Narrower tables leave these columns out, so that names can still be read. */
    private static final double ROOM_FOR_SHARING = 900;

    private static final double ROOM_FOR_USE = 760;

    private final Acts acts;
    private Instant now = Instant.EPOCH;

    ImageTable(Acts acts) {
        this.acts = acts;
        getStyleClass().add("image-table");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(table -> new RowDrag(acts));
        setAccessibleText("Images");
        TableColumn<ImageRow, ImageRow> repository =
                column("REPOSITORY", 300, RowOrder.REPOSITORY, RepositoryCell::new);
        repository.setMinWidth(150);
        repository.getStyleClass().add("first");
        repository.setMaxWidth(900);
        TableColumn<ImageRow, ImageRow> tag =
                column("TAG", 150, RowOrder.TAG, () -> new TextCell(ImageRow::tag));
        tag.setMinWidth(80);
        TableColumn<ImageRow, ImageRow> id =
                column("IMAGE ID", 124, RowOrder.IMAGE_ID, () -> mono(this::id));
        id.setMinWidth(108);
        TableColumn<ImageRow, ImageRow> created =
                column("CREATED", 170, RowOrder.CREATED, () -> muted(this::created));
        created.setMinWidth(116);
        TableColumn<ImageRow, ImageRow> size =
                size("SIZE", RowOrder.SIZE, row -> row.image().size());
        TableColumn<ImageRow, ImageRow> shared =
                size("Shared", RowOrder.SHARED, row -> row.image().sharedSize());
        TableColumn<ImageRow, ImageRow> only =
                size("Only here", RowOrder.ONLY_HERE, row -> row.image().uniqueSize());
        TableColumn<ImageRow, ImageRow> use =
                column("In use", 320, RowOrder.IN_USE, () -> new UseCell(acts));
        use.setMinWidth(120);
        use.getStyleClass().add("last");
        use.setMaxWidth(900);
        getColumns().setAll(List.of(repository, tag, id, created, size, shared, only, use));
        created.setSortType(TableColumn.SortType.DESCENDING);
        getSortOrder().setAll(List.of(created));
        widthProperty()
                .addListener(
                        (property, before, width) -> {
                            shared.setVisible(width.doubleValue() >= ROOM_FOR_SHARING);
                            only.setVisible(width.doubleValue() >= ROOM_FOR_USE);
                        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
                        act(acts::open);
                    }
                });
        setOnContextMenuRequested(this::popUp);
    }

    /**
     * Shows rows in the order that is chosen. The selected row stays selected where it is still
     * there.
     *
     * @param time what ages are counted to
     */
    void show(List<ImageRow> rows, Instant time) {
        now = time;
        ImageRow before = getSelectionModel().getSelectedItem();
        getItems().setAll(rows);
        sort();
        select(before);
        refresh();
    }

    /** Counts ages to another time. */
    void age(Instant time) {
        now = time;
        refresh();
    }

    /** Selects the row of the same name or id, else the first. */
    void select(@Nullable ImageRow wanted) {
        for (ImageRow row : getItems()) {
            if (wanted != null && row.isSame(wanted)) {
                pick(row);
                return;
            }
        }
        if (getItems().isEmpty()) {
            getSelectionModel().clearSelection();
        } else {
            pick(getItems().getFirst());
        }
    }

    /** Selects a row and brings it into view. */
    void pick(ImageRow row) {
        int index = getItems().indexOf(row);
        if (index < 0) {
            return;
        }
        getSelectionModel().clearAndSelect(index);
        getFocusModel().focus(index);
        if (getHeight() > 0) {
            double shown = Math.max(1, (getHeight() - HEAD) / ROW - 1);
            if (index > shown) {
                scrollTo(Math.max(0, index - (int) shown / 2));
            }
        }
    }

    /** The menu of the row that is pointed at; by a key, of the selected one. */
    private void popUp(ContextMenuEvent event) {
        if (!event.isKeyboardTrigger()) {
            ImageRow row = rowOf(event.getPickResult().getIntersectedNode());
            if (row == null) {
                return;
            }
            if (!getSelectionModel().getSelectedItems().contains(row)) {
                pick(row);
            }
        }
        act(
                row ->
                        RowMenu.of(acts, row, other(row))
                                .show(this, event.getScreenX(), event.getScreenY()));
    }

    /** The rows that are selected, from top to bottom. */
    List<ImageRow> selected() {
        return List.copyOf(getSelectionModel().getSelectedItems());
    }

    /** The other one of two rows that are selected; null where there are not two. */
    private @Nullable ImageRow other(ImageRow row) {
        List<ImageRow> both = selected();
        return both.size() != 2
                ? null
                : both.getFirst().equals(row) ? both.getLast() : both.getFirst();
    }

    private static @Nullable ImageRow rowOf(@Nullable Node node) {
        Node each = node;
        while (each != null) {
            if (each instanceof TableRow<?> row && row.getItem() instanceof ImageRow found) {
                return found;
            }
            each = each.getParent();
        }
        return null;
    }

    private void act(Consumer<ImageRow> what) {
        ImageRow row = getSelectionModel().getSelectedItem();
        if (row != null) {
            what.accept(row);
        }
    }

    private void onKey(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        KeyCode code = event.getCode();
        if (plain && code == KeyCode.ENTER) {
            act(acts::open);
        } else if (plain && code == KeyCode.DELETE) {
            act(acts::remove);
        } else if (plain && code == KeyCode.F2) {
            act(acts::tag);
        } else if (event.isShortcutDown() && code == KeyCode.S) {
            act(acts::save);
        } else if (event.isShortcutDown() && code == KeyCode.C) {
            act(row -> Actions.copy(row.image().id().toString()));
        } else {
            return;
        }
        event.consume();
    }

    private String id(ImageRow row) {
        return row.image().id().shortHex();
    }

    private String created(ImageRow row) {
        return HumanDuration.ago(row.image().created(), now);
    }

    private static TableColumn<ImageRow, ImageRow> size(
            String title, RowOrder order, Function<ImageRow, Long> bytes) {
        TableColumn<ImageRow, ImageRow> column =
                column(
                        title,
                        94,
                        order,
                        () -> {
                            TextCell cell = mono(row -> HumanSize.docker(bytes.apply(row)));
                            cell.getStyleClass().add("right");
                            return cell;
                        });
        column.getStyleClass().add("right");
        column.setMinWidth(76);
        return column;
    }

    private static TextCell mono(Function<ImageRow, String> text) {
        TextCell cell = new TextCell(text);
        cell.getStyleClass().add("mono");
        return cell;
    }

    private static TextCell muted(Function<ImageRow, String> text) {
        TextCell cell = new TextCell(text);
        cell.getStyleClass().add("muted");
        return cell;
    }

    private static TableColumn<ImageRow, ImageRow> column(
            String title,
            double width,
            RowOrder order,
            Supplier<TableCell<ImageRow, ImageRow>> cell) {
        TableColumn<ImageRow, ImageRow> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> cell.get());
        column.setComparator(order.upwards());
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setMaxWidth(width * 2);
        return column;
    }

    /** Words of a row; docker's word for a name that is missing is muted. */
    private static final class TextCell extends TableCell<ImageRow, ImageRow> {
        private final Function<ImageRow, String> text;

        TextCell(Function<ImageRow, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(@Nullable ImageRow row, boolean empty) {
            super.updateItem(row, empty);
            String words = row == null || empty ? null : text.apply(row);
            setText(words);
            pseudoClassStateChanged(RepositoryCell.NONE, ImageRow.NONE.equals(words));
        }
    }
}
