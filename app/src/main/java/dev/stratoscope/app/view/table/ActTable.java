package dev.stratoscope.app.view.table;

import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.ActMenu;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A list of things in columns, each with its acts: by a double click, by the keys of its menu, and
 * by buttons. On the JavaFX thread.
 *
 * @param <T> what a row stands for; immutable
 */
public class ActTable<T> extends TableView<T> {
    /** The height of a row. */
    public static final double ROW = 28;

    /** The height of the heads. */
    public static final double HEAD = 29;

    private final RowActs<T> acts;
    private final BiPredicate<T, T> same;

    /**
     * A table without columns and rows.
     *
     * @param name what is listed
     * @param same whether two rows stand for the same thing at different times
     */
    protected ActTable(String name, RowActs<T> acts, BiPredicate<T, T> same) {
        this.acts = acts;
        this.same = same;
        getStyleClass().add("act-table");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        setAccessibleText(name);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        setOnMouseClicked(this::onClick);
        setOnContextMenuRequested(this::popUp);
    }

    /**
     * Shows rows in the order that is chosen. The selected one stays selected where it is there,
     * else the one that took its place is.
     */
    protected final void show(List<T> rows) {
        T before = getSelectionModel().getSelectedItem();
        int at = getSelectionModel().getSelectedIndex();
        getItems().setAll(rows);
        sort();
        if (getItems().isEmpty()) {
            getSelectionModel().clearSelection();
        } else {
            T instead = getItems().get(Math.clamp(at, 0, getItems().size() - 1));
            pick(
                    getItems().stream()
                            .filter(row -> before != null && same.test(row, before))
                            .findFirst()
                            .orElse(instead));
        }
        refresh();
    }

    /** Selects a row and brings it into view. */
    public final void pick(T row) {
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

    /** The rows that are selected, from top to bottom. */
    public final List<T> selected() {
        return List.copyOf(getSelectionModel().getSelectedItems());
    }

    /** A column whose cells show whole rows. */
    protected static <T> TableColumn<T, T> column(
            String title, double width, Comparator<T> order, Supplier<TableCell<T, T>> cell) {
        TableColumn<T, T> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> cell.get());
        column.setComparator(order);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setMaxWidth(width * 2);
        return column;
    }

    /** Leaves a column out of tables that are narrower, so that names can still be read. */
    protected final void showFrom(double room, TableColumn<T, T> column) {
        widthProperty()
                .addListener(
                        (property, before, width) ->
                                column.setVisible(width.doubleValue() >= room));
    }

    /** A menu of acts in groups. */
    static ContextMenu menu(List<List<Act>> groups) {
        ContextMenu menu = new ContextMenu();
        for (List<Act> group : groups) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            group.forEach(act -> menu.getItems().add(ActMenu.item(act)));
        }
        return menu;
    }

    /** The menu of the row that is pointed at; by a key, of the selected one. */
    private void popUp(ContextMenuEvent event) {
        if (!event.isKeyboardTrigger()) {
            T row = rowOf(event.getPickResult().getIntersectedNode());
            if (row == null) {
                return;
            }
            if (!getSelectionModel().getSelectedItems().contains(row)) {
                pick(row);
            }
        }
        act(row -> menu(acts.menu(row)).show(this, event.getScreenX(), event.getScreenY()));
    }

    private @Nullable T rowOf(@Nullable Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof TableRow<?> row) {
                int index = row.getIndex();
                return index >= 0 && index < getItems().size() ? getItems().get(index) : null;
            }
        }
        return null;
    }

    private void onClick(MouseEvent event) {
        T row = rowOf(event.getPickResult().getIntersectedNode());
        if (row != null && event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
            acts.open(row);
        }
    }

    private void act(Consumer<T> what) {
        T row = getSelectionModel().getSelectedItem();
        if (row != null) {
            what.accept(row);
        }
    }

    private void onKey(KeyEvent event) {
        act(
                row ->
                        acts.menu(row).stream()
                                .flatMap(List::stream)
                                .filter(act -> act.isMeantBy(event))
                                .findFirst()
                                .ifPresent(
                                        act -> {
                                            event.consume();
                                            act.run().run();
                                        }));
    }
}
