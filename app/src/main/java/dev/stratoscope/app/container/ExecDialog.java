package dev.stratoscope.app.container;

import dev.stratoscope.app.view.ActDialog;
import dev.stratoscope.model.container.ExecSpec;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Asks what is to be run in a running container. */
final class ExecDialog extends ActDialog {
    private final TextField command = new TextField();
    private final TextField user = new TextField();
    private final TextField workdir = new TextField();
    private final Label verdict;

    ExecDialog(Node owner) {
        super(owner, "Run a program in the container", "Run in a terminal");
        field("Command", command, "/bin/sh -c 'ls -l'", "exec-command");
        field("User", user, "the container’s", "exec-user");
        field("Working folder", workdir, "the container’s", "exec-workdir");
        verdict = say("");
        command.textProperty().addListener((property, before, now) -> judge());
        workdir.textProperty().addListener((property, before, now) -> judge());
        judge();
        setOnShown(event -> command.requestFocus());
    }

    private void field(String name, TextField field, String prompt, String id) {
        Label label = new Label(name);
        label.setLabelFor(field);
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        field.setId(id);
        add(new VBox(4, label, field));
    }

    private void judge() {
        String trouble = FieldRules.command(command.getText());
        if (trouble == null) {
            trouble = FieldRules.path(workdir.getText().strip());
        }
        verdict.setText(trouble == null ? "" : trouble);
        verdict.getStyleClass().setAll("label", "deleted-text");
        actButton().setDisable(trouble != null || command.getText().isBlank());
    }

    /** What was asked for. */
    ExecSpec spec() {
        List<String> words = CommandText.words(command.getText());
        return new ExecSpec(words, List.of(), text(user), text(workdir), true);
    }

    private static @Nullable String text(TextField field) {
        String text = field.getText().strip();
        return text.isEmpty() ? null : text;
    }
}
