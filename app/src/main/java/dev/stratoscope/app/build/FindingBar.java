package dev.stratoscope.app.build;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.dockerfile.DockerfileException;
import dev.stratoscope.model.dockerfile.Finding;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

import java.util.function.Consumer;

/** Says what could be better on a line, or why the text is no Dockerfile, and mends it. */
final class FindingBar extends HBox {
    private final FontIcon icon = Icons.of(MaterialDesignA.ALERT_OUTLINE);
    private final Label title = new Label();
    private final Label rule = new Label();
    private final Label reason = new Label();
    private final Button fix = new Button();
    private final Consumer<Finding.Fix> onFix;

    FindingBar(Consumer<Finding.Fix> onFix) {
        this.onFix = onFix;
        getStyleClass().add("finding-bar");
        setId("finding-bar");
        title.getStyleClass().add("strong");
        title.setMinWidth(0);
        rule.getStyleClass().addAll("mono", "muted");
        rule.setMinWidth(0);
        reason.getStyleClass().addAll("muted", "secondary");
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        fix.setId("fix-finding");
        fix.setMinWidth(USE_PREF_SIZE);
        fix.managedProperty().bind(fix.visibleProperty());
        managedProperty().bind(visibleProperty());
        HBox line = new HBox(8, title, rule);
        VBox words = new VBox(2, line, reason);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(icon, words, fix);
        setVisible(false);
    }

    /** Shows an error, else a finding, else nothing. */
    void show(@Nullable DockerfileException error, @Nullable Finding finding) {
        setVisible(error != null || finding != null);
        getStyleClass().removeAll("wrong");
        fix.setVisible(false);
        if (error != null) {
            getStyleClass().add("wrong");
            icon.setIconCode(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
            title.setText("Line " + error.range().startLine() + " cannot be read");
            rule.setText("column " + error.range().startColumn());
            reason.setText(Escapes.text(error.reason()));
        } else if (finding != null) {
            icon.setIconCode(MaterialDesignA.ALERT_OUTLINE);
            title.setText(
                    "Line " + finding.range().startLine() + ": " + Escapes.text(finding.message()));
            rule.setText(finding.rule());
            reason.setText(Escapes.text(finding.reason()));
            Finding.Fix mend = finding.fix();
            if (mend != null) {
                fix.setText(mend.what());
                fix.setVisible(true);
                fix.setOnAction(event -> onFix.accept(mend));
            }
        }
        setAccessibleText(title.getText() + ". " + reason.getText());
    }

    /** Mends what it tells of, where it can. */
    void fix() {
        if (isVisible() && fix.isVisible()) {
            fix.fire();
        }
    }
}
