package dev.stratoscope.app.image;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HistoryText;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Rows;
import dev.stratoscope.model.image.HistoryRow;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Docker's columns in docker's order, after the layer. */
final class HistoryTable extends TableView<HistoryRow> {
    private static final double DIGIT = 7.3;
    private static final double MOST_WIDTH = 20_000;
    private static final int WHOLE_ID = 71;

    private final TableColumn<HistoryRow, HistoryRow> image;
    private final TableColumn<HistoryRow, HistoryRow> created;
    private final TableColumn<HistoryRow, HistoryRow> command;
    private final IntConsumer layerOnly;
    private HistoryText text;
    private int hereLayer = -1;
    private boolean showing;

    HistoryTable(HistoryText text, IntConsumer chosen, IntConsumer layerOnly) {
        this.text = text;
        this.layerOnly = layerOnly;
        getStyleClass().add("history-table");
        setFixedCellSize(26);
        setAccessibleText("History");
        setPlaceholder(new Label("The image has no history and no layers."));
        image = column("IMAGE", () -> cell(row -> this.text.id(row)));
        created = column("CREATED", () -> cell(row -> this.text.created(row)));
        command = column("CREATED BY", HistoryCells.Command::new);
        TableColumn<HistoryRow, HistoryRow> layer =
                column("Layer", () -> new HistoryCells.Chip(() -> hereLayer));
        TableColumn<HistoryRow, HistoryRow> size =
                column("SIZE", () -> cell(row -> this.text.size(row)));
        TableColumn<HistoryRow, HistoryRow> comment =
                column("COMMENT", () -> cell(row -> Escapes.text(row.comment())));
        size.getStyleClass().add("right");
        width(layer, 62);
        width(size, 100);
        width(comment, 170);
        getColumns().setAll(List.of(layer, image, created, command, size, comment));
        getSelectionModel()
                .selectedIndexProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!showing && now.intValue() >= 0) {
                                chosen.accept(step());
                            }
                        });
        setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
                        goToFiles();
                    }
                });
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Writes the cells another way. */
    void write(HistoryText wanted) {
        text = wanted;
        created.setText(wanted.human() ? "CREATED" : "CREATED AT");
        setColumnResizePolicy(
                wanted.whole()
                        ? UNCONSTRAINED_RESIZE_POLICY
                        : CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        width(image, wanted.whole() ? WHOLE_ID * DIGIT + 16 : 116);
        width(created, wanted.human() ? 140 : 190);
        image.setMinWidth(88);
        created.setMinWidth(106);
        command.setMinWidth(120);
        command.setMaxWidth(wanted.whole() ? MOST_WIDTH : Double.MAX_VALUE);
        command.setPrefWidth(wanted.whole() ? longest() : 480);
        refresh();
    }

    /** Shows rows, newest first. */
    void show(List<HistoryRow> rows) {
        showing = true;
        int selected = getSelectionModel().getSelectedIndex();
        setItems(FXCollections.observableList(rows));
        if (selected >= 0) {
            getSelectionModel().clearAndSelect(selected);
        }
        showing = false;
        write(text);
    }

    /** Marks the row of a step, counted from 0 at the bottom, and brings it into sight. */
    void select(int step, int layer) {
        hereLayer = layer;
        int row = getItems().size() - 1 - step;
        if (row >= 0 && row != getSelectionModel().getSelectedIndex()) {
            showing = true;
            getSelectionModel().clearAndSelect(row);
            getFocusModel().focus(row);
            showing = false;
            Rows.reveal(this, row);
        }
        refresh();
    }

    private int step() {
        return getItems().size() - 1 - getSelectionModel().getSelectedIndex();
    }

    private void goToFiles() {
        if (getSelectionModel().getSelectedIndex() >= 0) {
            layerOnly.accept(step());
        }
    }

    private void onKey(KeyEvent event) {
        HistoryRow row = getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER) {
            goToFiles();
        } else if (event.getCode() == KeyCode.C && event.isShortcutDown() && row != null) {
            Actions.copy(row.createdBy());
        } else {
            return;
        }
        event.consume();
    }

    /** As wide as the longest command, cut where nobody reads on. */
    private double longest() {
        int most = 60;
        for (HistoryRow row : getItems()) {
            most = Math.max(most, row.createdBy().length());
        }
        return Math.min(MOST_WIDTH, most * DIGIT + 24);
    }

    private static TableCell<HistoryRow, HistoryRow> cell(Function<HistoryRow, String> words) {
        return new HistoryCells.Text(words);
    }

    private static TableColumn<HistoryRow, HistoryRow> column(
            String title, Supplier<TableCell<HistoryRow, HistoryRow>> cell) {
        TableColumn<HistoryRow, HistoryRow> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> cell.get());
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static void width(TableColumn<HistoryRow, HistoryRow> column, double width) {
        column.setMinWidth(Math.min(width, 62));
        column.setMaxWidth(width * 2);
        column.setPrefWidth(width);
    }
}
