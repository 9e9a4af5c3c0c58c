package dev.stratoscope.app.container;

import dev.stratoscope.app.container.terminal.EscapedLine;
import dev.stratoscope.app.container.terminal.LookStyle;
import dev.stratoscope.app.container.terminal.Piece;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.model.runtime.LogLine;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lines of a log in the colours they were written in, virtualised. Control characters are escaped
 * and long lines cut on the screen; the selected lines are copied with Ctrl+C as text.
 */
final class LogView extends ListView<LogLine> {
    private static final double ROW = 18;

    /** The most characters of a line that are shown. */
    private static final int LONGEST = 4_000;

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final DateTimeFormatter times;
    private final Runnable scrolledUp;
    private String sought = "";
    private boolean timed;
    private boolean wrapped;

    /**
     * A view of lines.
     *
     * @param zone where times are told
     * @param scrolledUp told when a person goes up from the end
     */
    LogView(LogLines lines, ZoneId zone, Runnable scrolledUp) {
        super(lines);
        this.scrolledUp = scrolledUp;
        times = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
        getStyleClass().addAll("line-view", "log-view", "mono");
        setAccessibleText("Log");
        setFixedCellSize(ROW);
        setPlaceholder(new Label("Nothing was written yet."));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(view -> new LogCell());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        addEventFilter(
                ScrollEvent.SCROLL,
                event -> {
                    if (event.getDeltaY() > 0) {
                        scrolledUp.run();
                    }
                });
    }

    /** Marks every place where words stand, in lower case; empty for none. */
    void mark(String words) {
        sought = words;
        refresh();
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

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case UP, PAGE_UP, HOME -> scrolledUp.run();
            default -> {
                if (COPY.match(event)) {
                    Actions.copy(
                            getSelectionModel().getSelectedItems().stream()
                                    .map(line -> EscapedLine.plain(line.text()))
                                    .collect(Collectors.joining("\n")));
                    event.consume();
                }
            }
        }
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
            text.getChildren().clear();
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
            String whole = line.text();
            boolean cut = whole.length() > LONGEST;
            List<Piece> pieces = EscapedLine.pieces(cut ? whole.substring(0, LONGEST) : whole);
            pieces.forEach(this::add);
            if (cut) {
                Text rest =
                        new Text(
                                String.format(
                                        Locale.ROOT, " … %,d more", whole.length() - LONGEST));
                rest.getStyleClass().addAll("code", "code-comment");
                text.getChildren().add(rest);
            }
            setAccessibleText((line.error() ? "error: " : "") + EscapedLine.plain(whole));
            setGraphic(box);
        }

        private void add(Piece piece) {
            String words = piece.text();
            String lower = sought.isEmpty() ? "" : words.toLowerCase(Locale.ROOT);
            int from = 0;
            // Lower case may be longer; then there is no telling where the hit is.
            if (lower.length() == words.length()) {
                int at = lower.indexOf(sought);
                while (at >= 0 && !sought.isEmpty()) {
                    put(piece, words.substring(from, at), false);
                    from = at + sought.length();
                    put(piece, words.substring(at, from), true);
                    at = lower.indexOf(sought, from);
                }
            }
            put(piece, words.substring(from), false);
        }

        private void put(Piece piece, String words, boolean hit) {
            if (!words.isEmpty()) {
                text.getChildren().add(LookStyle.node(words, piece.look(), hit));
            }
        }

        private static void show(Node node, boolean visible) {
            node.setVisible(visible);
            node.setManaged(visible);
        }
    }
}
