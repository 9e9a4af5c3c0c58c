package dev.stratoscope.app.build;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Actions;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The build arguments: those that the file declares, and others. On the JavaFX thread. */
final class ArgumentRows extends VBox {
    private final Runnable changed;
    private final VBox rows = new VBox(4);
    private final Map<String, TextField> declared = new LinkedHashMap<>();
    private final List<Extra> extras = new ArrayList<>();
    private Map<String, String> shown = Map.of();

    /** An argument that the file does not declare. */
    private record Extra(TextField name, TextField value, HBox line) {}

    /**
     * Without arguments.
     *
     * @param changed told whenever one is edited
     */
    ArgumentRows(Runnable changed) {
        super(4);
        this.changed = changed;
        setId("build-arguments");
        Label title = new Label("Build arguments");
        title.getStyleClass().add("form-name");
        Hyperlink add = new Hyperlink("Add argument");
        add.setId("add-argument");
        add.setOnAction(event -> add("", "").requestFocus());
        getChildren().setAll(title, rows, add);
    }

    /**
     * Shows what the file declares; what was typed stays.
     *
     * @param defaults names and defaults; empty where there is none
     */
    void declare(Map<String, String> defaults) {
        if (defaults.equals(shown)) {
            return;
        }
        shown = new LinkedHashMap<>(defaults);
        Map<String, String> typed = new LinkedHashMap<>();
        declared.forEach((name, field) -> typed.put(name, field.getText()));
        declared.clear();
        rows.getChildren().clear();
        defaults.forEach(
                (name, value) -> {
                    TextField field = new TextField(typed.getOrDefault(name, ""));
                    field.setPromptText(value.isEmpty() ? "not set" : Escapes.text(value));
                    field.setAccessibleText("Argument " + name);
                    field.setId("argument-" + name);
                    field.getStyleClass().add("mono");
                    field.textProperty().addListener((property, before, now) -> changed.run());
                    field.setMinWidth(0);
                    HBox.setHgrow(field, Priority.ALWAYS);
                    Label label = new Label(Escapes.text(name));
                    label.getStyleClass().addAll("mono", "argument-name");
                    label.setLabelFor(field);
                    declared.put(name, field);
                    rows.getChildren().add(new HBox(6, label, field));
                });
        typed.forEach(
                (name, value) -> {
                    if (!defaults.containsKey(name) && !value.isEmpty()) {
                        add(name, value);
                    }
                });
        extras.forEach(extra -> rows.getChildren().add(extra.line()));
    }

    private TextField add(String name, String value) {
        TextField left = new TextField(name);
        left.setPromptText("NAME");
        left.setAccessibleText("Name of an argument");
        left.getStyleClass().addAll("mono", "argument-name");
        TextField right = new TextField(value);
        right.setPromptText("value");
        right.setAccessibleText("Value of the argument");
        right.getStyleClass().add("mono");
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        Button gone = Actions.icon(MaterialDesignC.CLOSE, "Take this argument away");
        HBox line = new HBox(6, left, right, gone);
        Extra extra = new Extra(left, right, line);
        gone.setOnAction(
                event -> {
                    extras.remove(extra);
                    rows.getChildren().remove(line);
                    changed.run();
                });
        left.textProperty().addListener((property, before, now) -> changed.run());
        right.textProperty().addListener((property, before, now) -> changed.run());
        extras.add(extra);
        if (!rows.getChildren().contains(line)) {
            rows.getChildren().add(line);
        }
        return left;
    }

    /** What was typed, by name; one that was left empty counts as not given. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        declared.forEach(
                (name, field) -> {
                    if (!field.getText().isEmpty()) {
                        values.put(name, field.getText());
                    }
                });
        for (Extra extra : extras) {
            String name = extra.name().getText().strip();
            if (!name.isEmpty()) {
                values.put(name, extra.value().getText());
            }
        }
        return values;
    }
}
