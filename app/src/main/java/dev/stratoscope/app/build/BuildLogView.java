package dev.stratoscope.app.build;

import dev.stratoscope.app.container.terminal.EscapedLine;
import dev.stratoscope.app.container.terminal.EscapedLines;

import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** Lines of a build's log: heads of steps, what they wrote, and what became of them. */
final class BuildLogView extends EscapedLines<LogRow> {
    /**
     * A view of rows.
     *
     * @param scrolledUp told when a person goes up from the end
     */
    BuildLogView(ObservableList<LogRow> rows, Runnable scrolledUp) {
        super(rows, LogRow::text, scrolledUp);
        getStyleClass().add("build-log");
        setId("build-log");
        Label nothing = new Label("What the steps write comes here.");
        nothing.getStyleClass().add("reason");
        setPlaceholder(nothing);
        setCellFactory(view -> new LogCell());
    }

    private final class LogCell extends ListCell<LogRow> {
        private final TextFlow text = new TextFlow();

        LogCell() {
            text.getStyleClass().add("line-text");
            text.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable LogRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (row == null || empty) {
                setGraphic(null);
                return;
            }
            fill(text, row, "line-" + row.kind().name().toLowerCase(Locale.ROOT));
            setAccessibleText(EscapedLine.plain(row.text()));
            setGraphic(text);
        }
    }
}
