package dev.stratoscope.app.container;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.ActDialog;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** Asks what a copy of a container is to be called. */
final class ForkDialog extends ActDialog {
    private final TextField field = new TextField();
    private final Label verdict;

    ForkDialog(Node owner, Seen seen, @Nullable Written written) {
        super(owner, "Fork " + seen.name(), "Fork");
        getDialogPane().setId("fork-dialog");
        say(
                "A new container of "
                        + Escapes.text(seen.container().imageName())
                        + ", not started, on a copy of what "
                        + seen.name()
                        + " wrote"
                        + (written == null
                                ? "."
                                : ": "
                                        + HumanSize.spaced(written.changes().bytes())
                                        + " in "
                                        + HumanSize.grouped(written.paths())
                                        + (written.paths() == 1 ? " path." : " paths.")));
        field.setId("fork-name");
        field.setAccessibleText("Name of the new container");
        field.setText(seen.name() + "-fork");
        Label head = new Label("Name of the new container");
        head.getStyleClass().add("field-head");
        add(new VBox(4, head, field));
        verdict = say("");
        verdict.getStyleClass().setAll("label", "deleted-text");
        verdict.visibleProperty().bind(verdict.textProperty().isNotEmpty());
        verdict.managedProperty().bind(verdict.visibleProperty());
        field.textProperty().addListener((property, before, now) -> judge());
        setOnShown(
                event -> {
                    field.requestFocus();
                    field.selectAll();
                });
    }

    /** What was typed; null for nothing. */
    @Nullable String name() {
        String typed = field.getText().strip();
        return typed.isEmpty() ? null : typed;
    }

    private void judge() {
        String typed = name();
        String trouble = typed == null ? null : FieldRules.name(typed);
        verdict.setText(trouble == null ? "" : trouble);
        actButton().setDisable(trouble != null);
    }
}
