package dev.stratoscope.app.container;

import dev.stratoscope.app.view.ActDialog;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Asks for another name of a container, and says at once what is wrong with it. */
final class RenameDialog extends ActDialog {
    private final String before;
    private final TextField field = new TextField();
    private final Label verdict;

    RenameDialog(Node owner, String before) {
        super(owner, "Rename " + before, "Rename");
        this.before = before;
        field.setId("container-name");
        field.setAccessibleText("New name");
        field.setText(before);
        add(field);
        verdict = say("");
        field.textProperty().addListener((property, was, now) -> judge());
        judge();
        setOnShown(
                event -> {
                    field.requestFocus();
                    field.selectAll();
                });
    }

    /** What was typed. */
    String name() {
        return field.getText().strip();
    }

    private void judge() {
        String trouble = FieldRules.name(name());
        verdict.setText(trouble == null ? "" : trouble);
        verdict.getStyleClass().setAll("label", "deleted-text");
        actButton().setDisable(trouble != null || name().isEmpty() || name().equals(before));
    }
}
