package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Actions;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Fields of one kind, as many as there are values and one more; each says what is wrong with it.
 */
final class FormRows extends VBox {
    private final String name;
    private final String id;
    private final String prompt;
    private final Function<String, @Nullable String> rule;
    private final Runnable changed;
    private final VBox rows = new VBox(4);
    private final VBox hints = new VBox(2);

    /** A value, the button that takes it away, and what is wrong with it. */
    private record Row(VBox box, TextField field, Label verdict, Button gone) {}

    private final List<Row> all = new ArrayList<>();

    /**
     * One empty field.
     *
     * @param rule says what is wrong with a text; null where nothing is
     * @param changed told whenever something is edited
     */
    FormRows(
            String name,
            String id,
            String prompt,
            Function<String, @Nullable String> rule,
            Runnable changed) {
        super(4);
        this.name = name;
        this.id = id;
        this.prompt = prompt;
        this.rule = rule;
        this.changed = changed;
        Label label = new Label(name);
        label.getStyleClass().add("form-name");
        getChildren().setAll(label, rows, hints);
        hints.managedProperty().bind(hints.visibleProperty());
        hints.setVisible(false);
        append("");
    }

    /** Shows something below the fields. */
    void setHints(List<? extends Node> nodes) {
        hints.getChildren().setAll(nodes);
        hints.setVisible(!nodes.isEmpty());
    }

    /** Adds a value. */
    void add(String value) {
        all.getLast().field().setText(value);
    }

    private void append(String value) {
        TextField field = new TextField(value);
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        field.setId(id + (all.isEmpty() ? "" : "-" + (all.size() + 1)));
        HBox.setHgrow(field, Priority.ALWAYS);
        Label verdict = new Label();
        verdict.getStyleClass().addAll("deleted-text", "secondary");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        verdict.managedProperty().bind(verdict.textProperty().isNotEmpty());
        Button gone = Actions.icon(MaterialDesignC.CLOSE, "Take this away");
        gone.setVisible(false);
        gone.managedProperty().bind(gone.visibleProperty());
        gone.setFocusTraversable(false);
        Row row = new Row(new VBox(2, new HBox(4, field, gone), verdict), field, verdict, gone);
        gone.setOnAction(event -> remove(row));
        field.textProperty().addListener((property, before, now) -> edited(row));
        all.add(row);
        rows.getChildren().add(row.box());
    }

    private void edited(Row row) {
        String text = row.field().getText().strip();
        String trouble = text.isEmpty() ? null : rule.apply(text);
        row.verdict().setText(trouble == null ? "" : trouble);
        row.gone().setVisible(!text.isEmpty());
        if (row.equals(all.getLast()) && !text.isEmpty()) {
            append("");
        }
        changed.run();
    }

    private void remove(Row row) {
        if (all.size() > 1) {
            all.remove(row);
            rows.getChildren().remove(row.box());
            all.getLast().field().requestFocus();
            changed.run();
        }
    }

    /** What was typed, without what is empty. */
    List<String> values() {
        return all.stream()
                .map(row -> row.field().getText().strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** What is wrong with the first bad one; null where nothing is. */
    @Nullable String trouble() {
        for (String value : values()) {
            String trouble = rule.apply(value);
            if (trouble != null) {
                return trouble;
            }
        }
        return null;
    }
}
