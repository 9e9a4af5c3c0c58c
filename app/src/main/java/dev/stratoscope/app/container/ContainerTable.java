package dev.stratoscope.app.container;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Actions;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The list of containers. */
final class ContainerTable extends TableView<Seen> {
    private static final double ROW = 28;

    /** Narrower tables leave these columns out, so that names can still be read. */
    private static final double ROOM_FOR_COMMAND = 1000;

    private static final double ROOM_FOR_SIZE = 880;
    private static final double ROOM_FOR_PORTS = 720;

    private final ContainerActs acts;
    private final LayerSizes sizes;
    private Instant now = Instant.EPOCH;

    ContainerTable(ContainerActs acts, LayerSizes sizes) {
        this.acts = acts;
        this.sizes = sizes;
        getStyleClass().addAll("image-table", "container-table");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        setAccessibleText("Containers");
        setPlaceholder(new Label("No container matches the filter."));
        TableColumn<Seen, Seen> name =
                column("NAME", 170, Comparator.comparing(Seen::name), NameCell::new);
        name.setMinWidth(110);
        name.getStyleClass().add("first");
        TableColumn<Seen, Seen> image = words("IMAGE", 170, ContainerTable::image);
        image.setMinWidth(90);
        TableColumn<Seen, Seen> state =
                column(
                        "STATE",
                        110,
                        Comparator.comparing(seen -> StateWords.brief(seen.state())),
                        StateCell::new);
        state.setMinWidth(100);
        TableColumn<Seen, Seen> command =
                words("COMMAND", 220, seen -> CommandText.of(seen.container().command()));
        TableColumn<Seen, Seen> ports =
                column(
                        "PORTS",
                        140,
                        Comparator.comparingInt(seen -> seen.ports().size()),
                        () -> new PortsCell(acts));
        ports.setMinWidth(80);
        TableColumn<Seen, Seen> age =
                column(
                        "STATUS",
                        200,
                        Comparator.comparing(seen -> seen.container().created()),
                        () -> new WordsCell(this::age));
        age.setMinWidth(110);
        TableColumn<Seen, Seen> size =
                column(
                        "WRITTEN",
                        84,
                        Comparator.comparingLong(this::bytes),
                        () -> right(new WordsCell(this::size)));
        size.getStyleClass().add("right");
        size.setMinWidth(76);
        TableColumn<Seen, Seen> does =
                column("", 230, Comparator.comparing(Seen::id), () -> new ActsCell(acts));
        does.setSortable(false);
        does.setMinWidth(60);
        does.getStyleClass().add("last");
        does.setMaxWidth(900);
        getColumns().setAll(List.of(name, image, state, command, ports, age, size, does));
        widthProperty()
                .addListener(
                        (property, before, width) -> {
                            command.setVisible(width.doubleValue() >= ROOM_FOR_COMMAND);
                            size.setVisible(width.doubleValue() >= ROOM_FOR_SIZE);
                            ports.setVisible(width.doubleValue() >= ROOM_FOR_PORTS);
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
     * Shows rows in the order that is chosen. The selected one stays selected where it is there.
     *
     * @param time what ages are counted to
     */
    void show(List<Seen> rows, Instant time) {
        now = time;
        Seen before = getSelectionModel().getSelectedItem();
        getItems().setAll(rows);
        sort();
        select(before);
        sizes.measure(rows, time);
    }

    private void select(@Nullable Seen wanted) {
        for (int i = 0; i < getItems().size(); i++) {
            if (wanted != null && getItems().get(i).id().equals(wanted.id())) {
                getSelectionModel().clearAndSelect(i);
                getFocusModel().focus(i);
                return;
            }
        }
        if (!getItems().isEmpty()) {
            getSelectionModel().clearAndSelect(0);
        }
    }

    private void popUp(ContextMenuEvent event) {
        if (!event.isKeyboardTrigger()) {
            Seen row = rowOf(event.getPickResult().getIntersectedNode());
            if (row == null) {
                return;
            }
            select(row);
        }
        act(row -> RowActs.menu(acts, row).show(this, event.getScreenX(), event.getScreenY()));
    }

    private static @Nullable Seen rowOf(@Nullable Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof TableRow<?> row && row.getItem() instanceof Seen found) {
                return found;
            }
        }
        return null;
    }

    private void act(Consumer<Seen> what) {
        Seen row = getSelectionModel().getSelectedItem();
        if (row != null) {
            what.accept(row);
        }
    }

    private void onKey(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        KeyCode code = event.getCode();
        if (plain && code == KeyCode.ENTER) {
            act(acts::open);
        } else if (plain && code == KeyCode.SPACE) {
            act(row -> RowActs.main(row).accept(acts, row));
        } else if (plain && code == KeyCode.DELETE) {
            act(acts::remove);
        } else if (plain && code == KeyCode.F2) {
            act(acts::rename);
        } else if (event.isShortcutDown() && code == KeyCode.C) {
            act(row -> Actions.copy(row.id()));
        } else {
            return;
        }
        event.consume();
    }

    private static String image(Seen seen) {
        return Escapes.text(seen.container().imageName());
    }

    private String age(Seen seen) {
        return StateWords.since(seen.state(), seen.container().created(), now);
    }

    private long bytes(Seen seen) {
        WrittenSize size = sizes.of(seen);
        return size == null ? -1 : size.bytes();
    }

    private String size(Seen seen) {
        WrittenSize size = sizes.of(seen);
        return size == null ? "" : HumanSize.spaced(size.bytes());
    }

    private static WordsCell right(WordsCell cell) {
        cell.getStyleClass().addAll("mono", "right");
        return cell;
    }

    private static TableColumn<Seen, Seen> words(
            String title, double width, Function<Seen, String> text) {
        return column(title, width, Comparator.comparing(text), () -> new WordsCell(text));
    }

    private static TableColumn<Seen, Seen> column(
            String title,
            double width,
            Comparator<Seen> order,
            Supplier<TableCell<Seen, Seen>> cell) {
        TableColumn<Seen, Seen> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> cell.get());
        column.setComparator(order);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setMaxWidth(width * 2.5);
        return column;
    }

    /** Words of a row. */
    private static final class WordsCell extends TableCell<Seen, Seen> {
        private final Function<Seen, String> text;

        WordsCell(Function<Seen, String> text) {
            this.text = text;
            getStyleClass().add("muted");
        }

        @Override
        protected void updateItem(@Nullable Seen row, boolean empty) {
            super.updateItem(row, empty);
            setText(row == null || empty ? null : text.apply(row));
        }
    }
}
