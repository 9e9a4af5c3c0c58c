package dev.stratoscope.app.view;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * A field to find words with: which hit of how many is shown, and the way to the next one by
 * button, Enter, Shift+Enter and F3.
 */
public final class FindField extends HBox {
    private static final Duration TYPING = Duration.millis(60);

    private final TextField field = new TextField();
    private final Label count = new Label();
    private final IntConsumer onStep;

    /**
     * An empty field.
     *
     * @param prompt what can be found
     * @param onText told what is sought once typing pauses
     * @param onStep told 1 for the next hit, -1 for the one before
     */
    public FindField(String prompt, Consumer<String> onText, IntConsumer onStep) {
        this.onStep = onStep;
        getStyleClass().addAll("search-field", "find-field");
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        HBox.setHgrow(field, Priority.ALWAYS);
        count.getStyleClass().addAll("muted", "secondary");
        count.setMinWidth(USE_PREF_SIZE);
        PauseTransition pause = new PauseTransition(TYPING);
        pause.setOnFinished(event -> onText.accept(field.getText()));
        field.textProperty().addListener((property, before, now) -> pause.playFromStart());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        getChildren()
                .setAll(
                        Icons.of(MaterialDesignM.MAGNIFY),
                        field,
                        count,
                        step(MaterialDesignC.CHEVRON_UP, "Hit before (Shift+F3)", -1),
                        step(MaterialDesignC.CHEVRON_DOWN, "Next hit (F3)", 1));
        show(-1, 0);
    }

    /** Puts the cursor into the field and selects what is there. */
    public void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    /**
     * Shows how much was found.
     *
     * @param at the hit that is shown, from 0
     */
    public void show(int at, int hits) {
        boolean blank = field.getText().isEmpty();
        count.setText(
                blank ? "" : hits == 0 ? "no hits" : String.format("%,d of %,d", at + 1, hits));
        for (var child : getChildren()) {
            if (child instanceof Button) {
                child.setDisable(hits == 0);
            }
        }
    }

    private Button step(Ikon icon, String words, int by) {
        Button button = Actions.icon(icon, words);
        button.setFocusTraversable(false);
        button.setOnAction(event -> onStep.accept(by));
        return button;
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            onStep.accept(event.isShiftDown() ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            event.consume();
        }
    }
}
