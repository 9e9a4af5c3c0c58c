package dev.stratoscope.app.view;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.code.CodeLines;
import dev.stratoscope.app.view.code.Language;
import dev.stratoscope.app.view.code.Token;

import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lines of text with their numbers, coloured and virtualised. What is unsafe to show is escaped and
 * long lines are cut on the screen; the selected lines are copied with Ctrl+C as they are.
 */
public final class LineView extends ListView<String> {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /** The most characters of a line that are shown. */
    private static final int LONGEST = 2_000;

    private static final int TAB = 4;

    private boolean numbered = true;
    private int gutter = 2;
    private CodeLines code = CodeLines.of(Language.PLAIN, List.of());
    private String found = "";

    /** A view without lines. */
    public LineView() {
        getStyleClass().addAll("line-view", "mono");
        setFixedCellSize(18);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(view -> new LineCell());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /**
     * Shows lines in the colours of their language.
     *
     * @param isNumbered whether numbers stand before them
     */
    public void show(CodeLines lines, boolean isNumbered) {
        code = lines;
        numbered = isNumbered;
        gutter = String.valueOf(lines.lines().size()).length();
        found = "";
        setItems(FXCollections.observableList(lines.lines()));
        scrollTo(0);
    }

    /** Marks every place where words stand, in any case; empty for none. */
    public void mark(String words) {
        found = words.toLowerCase(Locale.ROOT);
        refresh();
    }

    private void onKey(KeyEvent event) {
        if (COPY.match(event)) {
            Actions.copy(
                    getSelectionModel().getSelectedItems().stream()
                            .collect(Collectors.joining("\n")));
            event.consume();
        }
    }

    private final class LineCell extends ListCell<String> {
        private final Label number = new Label();
        private final TextFlow text = new TextFlow();
        private final HBox box = new HBox(number, text);
        private int column;

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
            text.getChildren().clear();
            if (line == null || empty || getIndex() >= code.lines().size()) {
                setGraphic(null);
                return;
            }
            if (numbered) {
                number.setText(String.format("%" + gutter + "d", getIndex() + 1));
            }
            number.setVisible(numbered);
            number.setManaged(numbered);
            column = 0;
            for (Token token : code.tokens(getIndex(), LONGEST)) {
                addMarked(line, token);
            }
            if (line.length() > LONGEST) {
                long more = line.length() - (long) LONGEST;
                add(" … " + String.format(Locale.ROOT, "%,d", more) + " more", "code-comment");
            }
            setAccessibleText(Escapes.text(line.substring(0, Math.min(200, line.length()))));
            setGraphic(box);
        }

        private void addMarked(String line, Token token) {
            String part = line.substring(token.from(), token.to());
            String style = style(token.style());
            int from = 0;
            if (!found.isEmpty()) {
                String lower = part.toLowerCase(Locale.ROOT);
                int at = lower.length() == part.length() ? lower.indexOf(found) : -1;
                while (at >= 0) {
                    addPart(part.substring(from, at), style);
                    from = at + found.length();
                    addPart(part.substring(at, from), "code-found");
                    at = lower.indexOf(found, from);
                }
            }
            addPart(part.substring(from), style);
        }

        /** Tabs reach to the next stop, whatever comes before them. */
        private void addPart(String part, String style) {
            StringBuilder shown = new StringBuilder(part.length());
            int from = 0;
            for (int tab = part.indexOf('\t'); tab >= 0; tab = part.indexOf('\t', from)) {
                String before = Escapes.text(part.substring(from, tab));
                int blanks = TAB - (column + shown.length() + before.length()) % TAB;
                shown.append(before).repeat(' ', blanks);
                from = tab + 1;
            }
            shown.append(Escapes.text(part.substring(from)));
            column += shown.length();
            add(shown.toString(), style);
        }

        private void add(String words, String style) {
            if (!words.isEmpty()) {
                Text piece = new Text(words);
                piece.getStyleClass().addAll("code", style);
                text.getChildren().add(piece);
            }
        }

        private static String style(Token.Style style) {
            return switch (style) {
                case PLAIN -> "code-plain";
                case KEY -> "code-key";
                case NAME -> "code-name";
                case STRING -> "code-string";
                case COMMENT -> "code-comment";
            };
        }
    }
}
