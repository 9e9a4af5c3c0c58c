package dev.stratoscope.app.build;

import dev.stratoscope.app.container.terminal.EscapedLine;
import dev.stratoscope.app.view.Actions;

import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lines of a build's log, virtualised; control characters are left out or escaped. The selected
 * lines are copied with Ctrl+C.
 */
final class BuildLogView extends ListView<LogRow> {
    private static final double ROW = 18;
    private static final int LONGEST = 4_000;
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Runnable scrolledUp;
    private String sought = "";

    /**
     * A view of rows.
     *
     * @param scrolledUp told when a person goes up from the end
     */
    BuildLogView(ObservableList<LogRow> rows, Runnable scrolledUp) {
        super(rows);
        this.scrolledUp = scrolledUp;
        getStyleClass().addAll("line-view", "build-log", "mono");
        setId("build-log");
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

    /** The rows as text, one a line. */
    static String text(List<LogRow> rows) {
        return rows.stream()
                .map(row -> EscapedLine.plain(row.text()))
                .collect(Collectors.joining("\n"));
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case UP, PAGE_UP, HOME -> scrolledUp.run();
            default -> {
                if (COPY.match(event)) {
                    Actions.copy(text(getSelectionModel().getSelectedItems()));
                    event.consume();
                }
            }
        }
    }

    private final class LogCell extends ListCell<LogRow> {
        private final TextFlow flow = new TextFlow();

        LogCell() {
            flow.getStyleClass().add("line-text");
            flow.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable LogRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            flow.getChildren().clear();
            if (row == null || empty) {
                setGraphic(null);
                return;
            }
            String whole = EscapedLine.plain(row.text());
            add(row.kind(), whole.substring(0, Math.min(LONGEST, whole.length())));
            setAccessibleText(whole);
            setGraphic(flow);
        }

        private void add(LogRow.Kind kind, String words) {
            String lower = sought.isEmpty() ? "" : words.toLowerCase(Locale.ROOT);
            int from = 0;
            // Lower case may be longer; then there is no telling where the hit is.
            if (!sought.isEmpty() && lower.length() == words.length()) {
                int at = lower.indexOf(sought);
                while (at >= 0) {
                    put(kind, words.substring(from, at), false);
                    from = at + sought.length();
                    put(kind, words.substring(at, from), true);
                    at = lower.indexOf(sought, from);
                }
            }
            put(kind, words.substring(from), false);
        }

        private void put(LogRow.Kind kind, String words, boolean hit) {
            if (words.isEmpty()) {
                return;
            }
            Text text = new Text(words);
            text.getStyleClass().addAll("code", "log-" + kind.name().toLowerCase(Locale.ROOT));
            if (hit) {
                text.getStyleClass().add("code-found");
            }
            flow.getChildren().add(text);
        }
    }
}
