package dev.stratoscope.app.view;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.JsonLine;

import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.IntConsumer;

/** The lines of a JSON document with their numbers, coloured; one is selected. */
public final class JsonLines extends ListView<String> {
    private String sought = "";
    private int digits = 1;
    private boolean showing;

    /**
     * A view without lines.
     *
     * @param chosen told the line a person selects, from 0
     */
    public JsonLines(IntConsumer chosen) {
        getStyleClass().addAll("line-view", "json-lines");
        setFixedCellSize(18);
        setCellFactory(view -> new LineCell());
        setAccessibleText("Inspect as JSON");
        getSelectionModel()
                .selectedIndexProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!showing && now.intValue() >= 0) {
                                chosen.accept(now.intValue());
                            }
                        });
    }

    /** Shows lines, which are escaped as they come into sight. */
    public void show(List<String> lines) {
        digits = String.valueOf(lines.size()).length();
        showing = true;
        setItems(FXCollections.observableList(lines));
        showing = false;
    }

    /** Marks words, in lower case, wherever they stand; nothing for the empty text. */
    public void mark(String words) {
        sought = words;
        refresh();
    }

    /** Selects a line and brings it into sight. */
    public void select(int line) {
        showing = true;
        getSelectionModel().clearAndSelect(line);
        showing = false;
        Rows.reveal(this, line);
    }

    private final class LineCell extends ListCell<String> {
        private final Label number = new Label();
        private final CodeText code = new CodeText(false);
        private final HBox box = new HBox(number, code);

        LineCell() {
            number.getStyleClass().add("line-number");
            number.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable String line, boolean empty) {
            super.updateItem(line, empty);
            if (line == null || empty) {
                setGraphic(null);
                return;
            }
            number.setText(String.format("%" + digits + "d", getIndex() + 1));
            code.show(JsonLine.tokens(Escapes.text(line)), sought);
            setGraphic(box);
        }
    }
}
