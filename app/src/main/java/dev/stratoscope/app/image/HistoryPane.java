package dev.stratoscope.app.image;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanDuration;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.LayerChip;
import dev.stratoscope.model.image.HistoryRow;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** The history as {@code docker history} prints it, newest first; a row selects its step. */
final class HistoryPane extends TableView<HistoryRow> {
    private final Clock clock;
    private int hereLayer = -1;
    private boolean showing;

    /**
     * A table without rows.
     *
     * @param chosen told the position in the history, or the layer, of the row a person selects
     */
    HistoryPane(Clock clock, IntConsumer chosen) {
        this.clock = clock;
        getStyleClass().add("history-table");
        setFixedCellSize(26);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        setAccessibleText("History");
        setPlaceholder(new Label("The image has no history."));
        TableColumn<HistoryRow, HistoryRow> layer = column("Layer", 56, row -> "");
        layer.setCellFactory(column -> new ChipCell());
        TableColumn<HistoryRow, HistoryRow> size =
                column("SIZE", 90, row -> row.size() < 0 ? "…" : HumanSize.docker(row.size()));
        size.getStyleClass().add("right");
        TableColumn<HistoryRow, HistoryRow> command =
                column("CREATED BY", 0, row -> Escapes.text(row.createdBy()));
        command.setMinWidth(160);
        getColumns()
                .setAll(
                        List.of(
                                layer,
                                column("IMAGE", 110, HistoryPane::image),
                                column("CREATED", 120, this::age),
                                command,
                                size,
                                column("COMMENT", 150, row -> Escapes.text(row.comment()))));
        getSelectionModel()
                .selectedIndexProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!showing && now.intValue() >= 0) {
                                chosen.accept(getItems().size() - 1 - now.intValue());
                            }
                        });
    }

    /** Shows rows, newest first; a size below 0 is not known yet. */
    void show(List<HistoryRow> rows) {
        showing = true;
        int selected = getSelectionModel().getSelectedIndex();
        setItems(FXCollections.observableList(rows));
        if (selected >= 0) {
            getSelectionModel().clearAndSelect(selected);
        }
        showing = false;
    }

    /** Marks the row of a step, counted from 0 at the bottom. */
    void select(int step, int layer) {
        showing = true;
        hereLayer = layer;
        int row = getItems().size() - 1 - step;
        if (row >= 0 && row < getItems().size()) {
            getSelectionModel().clearAndSelect(row);
            getFocusModel().focus(row);
        }
        refresh();
        showing = false;
    }

    private static String image(HistoryRow row) {
        var id = row.id();
        return id == null ? "<missing>" : id.shortHex();
    }

    private String age(HistoryRow row) {
        return HumanDuration.ago(row.created(), clock.instant());
    }

    private static TableColumn<HistoryRow, HistoryRow> column(
            String title, double width, Function<HistoryRow, String> text) {
        TableColumn<HistoryRow, HistoryRow> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(ignored -> new TextCell(text));
        column.setSortable(false);
        column.setReorderable(false);
        if (width > 0) {
            column.setPrefWidth(width);
            column.setMinWidth(width / 2);
            column.setMaxWidth(width * 2);
        } else {
            column.setPrefWidth(480);
        }
        return column;
    }

    private static final class TextCell extends TableCell<HistoryRow, HistoryRow> {
        private final Function<HistoryRow, String> text;

        TextCell(Function<HistoryRow, String> text) {
            this.text = text;
            getStyleClass().add("mono");
        }

        @Override
        protected void updateItem(@Nullable HistoryRow row, boolean empty) {
            super.updateItem(row, empty);
            String words = row == null || empty ? null : text.apply(row);
            setText(words);
            setTooltip(words != null && words.length() > 40 ? wide(words) : null);
        }

        private static Tooltip wide(String words) {
            Tooltip tooltip = new Tooltip(words);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(640);
            return tooltip;
        }
    }

    private final class ChipCell extends TableCell<HistoryRow, HistoryRow> {
        private final LayerChip chip = new LayerChip();

        @Override
        protected void updateItem(@Nullable HistoryRow row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setGraphic(null);
                return;
            }
            chip.show(row.layer(), row.layer() == hereLayer);
            setGraphic(row.layer() < 0 ? new Label("–") : chip);
        }
    }
}
