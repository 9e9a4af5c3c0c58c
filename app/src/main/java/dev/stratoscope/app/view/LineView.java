package dev.stratoscope.app.view;

import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of text with their numbers, virtualised; the selected lines are copied with Ctrl+C. */
public final class LineView extends ListView<String> {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private boolean numbered = true;
    private int gutter = 2;

    /** A view without lines. */
    public LineView() {
        getStyleClass().addAll("line-view", "mono");
        setFixedCellSize(18);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(view -> new LineCell());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /**
     * Shows lines.
     *
     * @param isNumbered whether numbers stand before them
     */
    public void show(List<String> lines, boolean isNumbered) {
        numbered = isNumbered;
        gutter = String.valueOf(lines.size()).length();
        setItems(FXCollections.observableList(lines));
        scrollTo(0);
    }

    private void onKey(KeyEvent event) {
        if (COPY.match(event)) {
            ClipboardContent content = new ClipboardContent();
            content.putString(
                    getSelectionModel().getSelectedItems().stream()
                            .collect(Collectors.joining("\n")));
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        }
    }

    private final class LineCell extends ListCell<String> {
        private final Label number = new Label();
        private final Label text = new Label();
        private final HBox box = new HBox(number, text);

        LineCell() {
            number.getStyleClass().add("line-number");
            text.getStyleClass().add("line-text");
            text.setMinWidth(USE_PREF_SIZE);
            number.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable String line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (line == null || empty) {
                setGraphic(null);
                return;
            }
            if (numbered) {
                number.setText(String.format("%" + gutter + "d", getIndex() + 1));
            }
            number.setVisible(numbered);
            number.setManaged(numbered);
            text.setText(line.replace("\t", "    "));
            setGraphic(box);
        }
    }
}
