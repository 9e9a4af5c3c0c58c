package dev.stratoscope.app.view;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.function.Consumer;

/**
 * Shows a notice for eight seconds; they stand still while the pointer or the focus is on it. On
 * the JavaFX thread.
 */
public final class NoticeBar extends HBox {
    private static final int SECONDS = 8;

    private final Notice notice;
    private final Consumer<NoticeBar> gone;
    private final Label left = new Label();
    private final Button act = new Button();
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
    private int seconds = SECONDS;

    /**
     * A bar whose time runs.
     *
     * @param gone told when it is over, however that came
     */
    public NoticeBar(Notice notice, Consumer<NoticeBar> gone) {
        this.notice = notice;
        this.gone = gone;
        getStyleClass().add("notice");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(notice.words());
        Label words = new Label(notice.words());
        left.getStyleClass().add("mono");
        left.setMinWidth(USE_PREF_SIZE);
        left.setText(seconds + " s");
        act.getStyleClass().add("flat");
        act.setMinWidth(USE_PREF_SIZE);
        act.setVisible(notice.action() != null);
        act.setManaged(notice.action() != null);
        act.setText(notice.action());
        act.setId(notice.undoes() ? "undo" : "notice-action");
        act.setOnAction(
                event -> {
                    end();
                    notice.run().run();
                });
        Button close = Actions.icon(MaterialDesignC.CLOSE, "Close this message");
        close.setOnAction(event -> end());
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        getChildren().setAll(Icons.of(MaterialDesignC.CHECK), words, spacer, left, act, close);
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    /** What it shows. */
    public Notice notice() {
        return notice;
    }

    /** Does what its button does. */
    public void act() {
        act.fire();
    }

    /** Ends before its time. */
    public void end() {
        clock.stop();
        gone.accept(this);
    }

    private void tick() {
        if (isHover() || isFocusWithin()) {
            return;
        }
        seconds--;
        left.setText(seconds + " s");
        if (seconds <= 0) {
            end();
        }
    }
}
