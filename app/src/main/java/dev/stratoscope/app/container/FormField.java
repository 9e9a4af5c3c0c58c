package dev.stratoscope.app.container;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;
import java.util.function.Function;

/** A field of a form with its name above, and below what is wrong with what is in it. */
final class FormField extends VBox {
    private final TextField field = new TextField();
    private final Label verdict = new Label();
    private final Function<String, @Nullable String> rule;

    /**
     * An empty field.
     *
     * @param rule says what is wrong with a text; null where nothing is
     * @param changed told whenever it is edited
     */
    FormField(String name, String id, Function<String, @Nullable String> rule, Runnable changed) {
        super(4);
        this.rule = rule;
        Label label = new Label(name);
        label.getStyleClass().add("form-name");
        label.setLabelFor(field);
        field.setId(id);
        field.setAccessibleText(name);
        verdict.getStyleClass().addAll("deleted-text", "secondary");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        verdict.managedProperty().bind(verdict.textProperty().isNotEmpty());
        field.textProperty()
                .addListener(
                        (property, before, now) -> {
                            judge();
                            changed.run();
                        });
        getChildren().setAll(label, field, verdict);
    }

    /** A field that takes every text. */
    FormField(String name, String id, Runnable changed) {
        this(name, id, text -> null, changed);
    }

    private void judge() {
        String trouble = trouble();
        verdict.setText(trouble == null ? "" : trouble);
    }

    /** What is wrong; null where nothing is. */
    @Nullable String trouble() {
        return rule.apply(text());
    }

    /** What was typed, without blanks around it. */
    String text() {
        return field.getText().strip();
    }

    /** The same; null for nothing. */
    @Nullable String orNull() {
        String text = text();
        return text.isEmpty() ? null : text;
    }

    void setText(String text) {
        field.setText(text);
    }

    /** Says what counts while nothing is typed. */
    void setPrompt(String text) {
        field.setPromptText(text);
    }

    Node input() {
        return field;
    }

    /** A rule made of what reads a text and throws the words for a bad one. */
    static Function<String, @Nullable String> reading(Consumer<String> reader) {
        return text -> {
            try {
                reader.accept(text);
                return null;
            } catch (IllegalArgumentException e) {
                return e.getMessage();
            }
        };
    }
}
