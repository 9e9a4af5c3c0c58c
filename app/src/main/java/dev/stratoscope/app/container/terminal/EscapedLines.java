package dev.stratoscope.app.container.terminal;

import dev.stratoscope.app.view.Actions;

import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lines that programs wrote, in the colours they were written in, virtualised. Control characters
 * are escaped and long lines cut on the screen; the selected lines are copied with Ctrl+C as text.
 * On the JavaFX thread.
 *
 * @param <T> a line
 */
public abstract class EscapedLines<T> extends ListView<T> {
    /** The height of a line that is not broken. */
    protected static final double ROW = 18;

    /** The most characters of a line that are shown. */
    private static final int LONGEST = 4_000;

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Function<T, String> text;
    private final Runnable scrolledUp;
    private String sought = "";

    /**
     * A view of lines.
     *
     * @param text what was written, escapes included
     * @param scrolledUp told when a person goes up from the end
     */
    protected EscapedLines(ObservableList<T> lines, Function<T, String> text, Runnable scrolledUp) {
        super(lines);
        this.text = text;
        this.scrolledUp = scrolledUp;
        getStyleClass().addAll("line-view", "mono");
        setAccessibleText("Log");
        setFixedCellSize(ROW);
        setPlaceholder(new Label("Nothing was written yet."));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
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
    public final void mark(String words) {
        sought = words;
        refresh();
    }

    /** Lines as text, one below the other. */
    public final String text(List<T> lines) {
        return lines.stream()
                .map(line -> EscapedLine.plain(text.apply(line)))
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

    /**
     * Fills a cell with a line.
     *
     * @param styles the classes that its letters have beside their own look
     */
    protected final void fill(TextFlow cell, T line, String... styles) {
        String whole = text.apply(line);
        boolean cut = whole.length() > LONGEST;
        cell.getChildren().clear();
        for (Piece piece : EscapedLine.pieces(cut ? whole.substring(0, LONGEST) : whole)) {
            add(cell, piece, styles);
        }
        if (cut) {
            String more = String.format(Locale.ROOT, " … %,d more", whole.length() - LONGEST);
            Text rest = new Text(more);
            rest.getStyleClass().addAll("code", "code-comment");
            cell.getChildren().add(rest);
        }
    }

    private void add(TextFlow cell, Piece piece, String... styles) {
        String words = piece.text();
        String lower = sought.isEmpty() ? "" : words.toLowerCase(Locale.ROOT);
        int from = 0;
        // Lower case may be longer; then there is no telling where the hit is.
        if (!sought.isEmpty() && lower.length() == words.length()) {
            int at = lower.indexOf(sought);
            while (at >= 0) {
                put(cell, piece, words.substring(from, at), false, styles);
                from = at + sought.length();
                put(cell, piece, words.substring(at, from), true, styles);
                at = lower.indexOf(sought, from);
            }
        }
        put(cell, piece, words.substring(from), false, styles);
    }

    private static void put(
            TextFlow cell, Piece piece, String words, boolean hit, String... styles) {
        if (!words.isEmpty()) {
            var node = LookStyle.node(words, piece.look(), hit);
            node.getStyleClass().addAll(styles);
            cell.getChildren().add(node);
        }
    }
}
