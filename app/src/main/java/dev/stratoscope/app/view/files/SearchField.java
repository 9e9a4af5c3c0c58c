package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.Icons;

import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** Where names are searched for as one types, with a switch for regular expressions. */
final class SearchField extends HBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private static final String PROMPT = "Name, glob or regex";
    private static final String BRIEF = "Name, glob";
    private static final double ROOM_FOR_PROMPT = 190;
    private static final double ROOM_FOR_BRIEF = 150;

    private final TextField field = new TextField();
    private final ToggleButton regex = new ToggleButton(null, Icons.of(MaterialDesignR.REGEX));
    private Runnable onDown = () -> {};
    private Runnable onNext = () -> {};
    private Runnable onPrevious = () -> {};

    /**
     * An empty field.
     *
     * @param changed told when something else is searched for
     */
    SearchField(Runnable changed) {
        field.setPromptText(PROMPT);
        field.setAccessibleText("Search names");
        field.setTooltip(
                new Tooltip(
                        "Part of a name; a glob such as *.conf or etc/**/*.conf; with .* a regular"
                            + " expression.\n"
                            + "Enter and Shift+Enter go to the next and the previous match, Down to"
                            + " the table, Esc clears."));
        field.textProperty().addListener((property, before, now) -> changed.run());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        regex.setTooltip(
                new Tooltip(
                        "Regular expression, found in the whole path, such as ^/etc/.*\\.conf$"));
        regex.setAccessibleText("Regular expression");
        regex.setId("regex");
        regex.setFocusTraversable(true);
        regex.setOnAction(
                event -> {
                    changed.run();
                    field.requestFocus();
                    field.end();
                });
        getChildren().setAll(Icons.of(MaterialDesignM.MAGNIFY), field, regex);
        getStyleClass().add("search-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        setPrefWidth(250);
        widthProperty()
                .addListener(
                        (property, before, now) -> field.setPromptText(prompt(now.doubleValue())));
        setMinWidth(96);
    }

    private static String prompt(double width) {
        if (width < ROOM_FOR_BRIEF) {
            return "Filter";
        }
        return width < ROOM_FOR_PROMPT ? BRIEF : PROMPT;
    }

    /** Sets what goes to the next match and to the previous one, and what to the table. */
    void onKeys(Runnable next, Runnable previous, Runnable down) {
        onNext = next;
        onPrevious = previous;
        onDown = down;
    }

    /** What is searched for. Blanks count in a regular expression only. */
    String text() {
        return regex.isSelected() ? field.getText() : field.getText().strip();
    }

    FileFilter.Way way() {
        return regex.isSelected() ? FileFilter.Way.REGEX : FileFilter.Way.NAME;
    }

    void clear() {
        field.clear();
    }

    void focus() {
        field.requestFocus();
        field.selectAll();
    }

    /** Marks what is in the field as nothing that can be searched for. */
    void setInvalid(boolean invalid) {
        pseudoClassStateChanged(INVALID, invalid);
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> {
                if (field.getText().isEmpty()) {
                    return;
                }
                field.clear();
            }
            case ENTER -> (event.isShiftDown() ? onPrevious : onNext).run();
            case DOWN -> onDown.run();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
