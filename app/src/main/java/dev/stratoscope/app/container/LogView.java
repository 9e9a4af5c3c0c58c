package dev.stratoscope.app.container;

import dev.stratoscope.app.container.terminal.EscapedLine;
import dev.stratoscope.app.container.terminal.EscapedLines;
import dev.stratoscope.model.runtime.LogLine;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Lines of a container's log, with the times they were written at if that is wanted. */
final class LogView extends EscapedLines<LogLine> {
    private final DateTimeFormatter times;
    private boolean timed;
    private boolean wrapped;

    /**
     * A view of lines.
     *
     * @param zone where times are told
     * @param scrolledUp told when a person goes up from the end
     */
    LogView(LogLines lines, ZoneId zone, Runnable scrolledUp) {
        super(lines, LogLine::text, scrolledUp);
        times = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
        getStyleClass().add("log-view");
        setCellFactory(view -> new LogCell());
    }

    /** Shows when each line was written. */
    void setTimed(boolean on) {
        timed = on;
        refresh();
    }

    /** Breaks long lines. */
    void setWrapped(boolean on) {
        wrapped = on;
        setFixedCellSize(on ? USE_COMPUTED_SIZE : ROW);
        refresh();
    }

    private final class LogCell extends ListCell<LogLine> {
        private final Label time = new Label();
        private final Label mark = new Label("err");
        private final TextFlow text = new TextFlow();
        private final HBox box = new HBox(8, time, mark, text);

        LogCell() {
            time.getStyleClass().add("log-time");
            time.setMinWidth(USE_PREF_SIZE);
            mark.getStyleClass().add("log-error");
            mark.setMinWidth(USE_PREF_SIZE);
            text.getStyleClass().add("line-text");
            box.setAlignment(Pos.TOP_LEFT);
            HBox.setHgrow(text, Priority.ALWAYS);
        }

        @Override
        protected void updateItem(@Nullable LogLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (line == null || empty) {
                setGraphic(null);
                return;
            }
            Instant at = line.time();
            time.setText(at == null ? "" : times.format(at));
            show(time, timed && at != null);
            mark.setVisible(line.error());
            text.setMinWidth(wrapped ? 0 : USE_PREF_SIZE);
            box.setMaxWidth(wrapped ? LogView.this.getWidth() - 32 : Double.MAX_VALUE);
            box.setPrefWidth(wrapped ? LogView.this.getWidth() - 32 : USE_COMPUTED_SIZE);
            fill(text, line);
            setAccessibleText((line.error() ? "error: " : "") + EscapedLine.plain(line.text()));
            setGraphic(box);
        }

        private static void show(Node node, boolean visible) {
            node.setVisible(visible);
            node.setManaged(visible);
        }
    }
}
