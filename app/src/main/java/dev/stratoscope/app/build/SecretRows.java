package dev.stratoscope.app.build;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Icons;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The files of the secrets, or sockets of the agents, that RUNs ask for. */
final class SecretRows extends VBox {
    private final String prompt;
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final VBox rows = new VBox(4);
    private Set<String> shown = Set.of();

    /**
     * Without rows, and so not seen.
     *
     * @param title what they are
     * @param prompt what is to be typed
     */
    SecretRows(String title, String prompt) {
        super(4);
        this.prompt = prompt;
        Label label = new Label(title);
        label.getStyleClass().add("form-name");
        getChildren().setAll(label, rows);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Shows what the file asks for; what was typed stays. */
    void declare(Set<String> ids) {
        if (ids.equals(shown)) {
            return;
        }
        shown = new LinkedHashSet<>(ids);
        Map<String, TextField> before = new LinkedHashMap<>(fields);
        fields.clear();
        rows.getChildren().clear();
        for (String id : ids) {
            TextField old = before.get(id);
            TextField field = new TextField(old == null ? "" : old.getText());
            field.setPromptText(prompt);
            field.setAccessibleText(prompt + " of " + id);
            field.setId("secret-" + id);
            field.getStyleClass().add("mono");
            field.setMinWidth(0);
            HBox.setHgrow(field, Priority.ALWAYS);
            Label name = new Label(Escapes.text(id), Icons.of(MaterialDesignK.KEY_OUTLINE));
            name.getStyleClass().addAll("mono", "muted", "argument-name");
            Button choose = Actions.icon(MaterialDesignF.FILE_OUTLINE, "Choose a file");
            choose.setOnAction(event -> choose(field));
            HBox line = new HBox(6, name, field, choose);
            line.setAlignment(Pos.CENTER_LEFT);
            fields.put(id, field);
            rows.getChildren().add(line);
        }
        setVisible(!ids.isEmpty());
    }

    private void choose(TextField field) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(prompt);
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            field.setText(chosen.toString());
        }
    }

    /** The files that were given, by id. */
    Map<String, Path> values() {
        Map<String, Path> values = new LinkedHashMap<>();
        fields.forEach(
                (id, field) -> {
                    String text = field.getText().strip();
                    if (!text.isEmpty()) {
                        try {
                            values.put(id, Path.of(text));
                        } catch (InvalidPathException e) {
                            throw new IllegalArgumentException(text + " is not a path", e);
                        }
                    }
                });
        return values;
    }
}
