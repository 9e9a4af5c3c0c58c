package dev.stratoscope.app.build;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.build.StepFailure;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** Stands on the log: which line failed and why, and the ways on from there. */
final class FailureCallout extends HBox {
    private final Label title = new Label();
    private final Label code = new Label();
    private final Label reason = new Label();
    private final Button shell =
            new Button("Shell in failed state", Icons.of(MaterialDesignC.CONSOLE));
    private final Button files =
            new Button("Open files so far", Icons.of(MaterialDesignL.LAYERS_OUTLINE));

    /**
     * Nothing failed yet.
     *
     * @param onShell opens a shell where the step failed
     * @param onFiles shows the files of that moment
     */
    FailureCallout(Runnable onShell, Runnable onFiles) {
        getStyleClass().addAll("banner", "danger");
        setId("failure-callout");
        title.getStyleClass().add("title");
        title.setWrapText(true);
        title.setMinWidth(0);
        title.setMinHeight(USE_PREF_SIZE);
        code.getStyleClass().addAll("mono", "muted");
        code.setMinWidth(USE_PREF_SIZE);
        reason.getStyleClass().add("reason");
        reason.setMinHeight(USE_PREF_SIZE);
        reason.managedProperty().bind(reason.textProperty().isNotEmpty());
        shell.setId("failure-shell");
        files.setId("failure-files");
        for (Button button : new Button[] {shell, files}) {
            button.getStyleClass().add("small");
            button.setMinWidth(USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
        }
        shell.setOnAction(event -> onShell.run());
        files.setOnAction(event -> onFiles.run());
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox head = new HBox(8, title, spacer, code);
        VBox words = new VBox(8, head, reason, new HBox(8, shell, files));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(Icons.of(MaterialDesignC.CLOSE_CIRCLE), words);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /**
     * Tells of a failed step; null for none.
     *
     * @param others how many other stages still finish a step
     * @param before whether a step before it made files
     * @param said what the step wrote last; empty for nothing
     */
    void show(@Nullable StepNow step, int others, boolean before, String said) {
        StepFailure failure = step == null ? null : step.failure();
        setVisible(failure != null);
        if (step == null || failure == null) {
            return;
        }
        boolean told = failure.exitCode() >= 0 && !said.isBlank();
        title.setText(
                "Line "
                        + step.line()
                        + " failed: "
                        + (told ? said.strip() : Escapes.text(failure.reason())));
        code.setText(failure.exitCode() < 0 ? "" : "exit " + failure.exitCode());
        reason.setText(
                others == 0
                        ? ""
                        : others == 1
                                ? "Another stage finishes its current step, so that layer is kept."
                                : others + " stages finish their steps, so those are kept.");
        shell.setVisible(failure.state() != null);
        files.setVisible(failure.state() != null || before);
        setAccessibleText(title.getText() + " " + code.getText());
    }
}
