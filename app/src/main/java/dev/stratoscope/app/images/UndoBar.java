package dev.stratoscope.app.images;

import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Icons;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * Says what was done and takes it back, for eight seconds; they stand still while the pointer or
 * the focus is on it.
 */
final class UndoBar extends HBox {
    private static final int SECONDS = 8;

    private final Label words = new Label();
    private final Label left = new Label();
    private final Button undo = new Button("Undo");
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
    private int seconds;

    UndoBar() {
        getStyleClass().add("undo-bar");
        left.getStyleClass().add("mono");
        undo.getStyleClass().addAll("flat", "undo");
        undo.setId("undo");
        Button close = Actions.icon(MaterialDesignC.CLOSE, "Close this message");
        close.setOnAction(event -> hide());
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        getChildren().setAll(Icons.of(MaterialDesignC.CHECK), words, spacer, left, undo, close);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setVisible(false);
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /** Says what was done. */
    void show(String done, Runnable back) {
        words.setText(done);
        setAccessibleText(done);
        undo.setOnAction(
                event -> {
                    hide();
                    back.run();
                });
        seconds = SECONDS;
        left.setText(seconds + " s");
        setVisible(true);
        clock.playFromStart();
    }

    /** Takes back what was done, if that is still offered. */
    boolean undo() {
        boolean offered = isVisible();
        if (offered) {
            undo.fire();
        }
        return offered;
    }

    void hide() {
        setVisible(false);
        clock.stop();
    }

    private void tick() {
        if (isHover() || isFocusWithin()) {
            return;
        }
        seconds--;
        left.setText(seconds + " s");
        if (seconds <= 0) {
            hide();
        }
    }
}
