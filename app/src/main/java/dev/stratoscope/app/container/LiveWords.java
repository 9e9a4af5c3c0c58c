package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.container.ContainerState;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.time.Clock;
import java.time.Instant;

/** Says whether what a container writes is shown as it comes, and when it last wrote. */
final class LiveWords extends HBox {
    private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");

    private final Clock time;
    private final Label does = new Label();
    private final Label last = new Label();
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
    private @Nullable Seen seen;
    private @Nullable Instant written;

    LiveWords(Clock time) {
        super(6);
        this.time = time;
        setAlignment(Pos.CENTER_RIGHT);
        getStyleClass().add("live-words");
        does.getStyleClass().add("strong");
        last.getStyleClass().add("muted");
        does.setGraphic(Icons.of(MaterialDesignC.CIRCLE_MEDIUM));
        does.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(does, last);
        clock.setCycleCount(Animation.INDEFINITE);
        sceneProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now == null) {
                                clock.stop();
                            } else {
                                clock.play();
                            }
                        });
    }

    void show(@Nullable Seen now, @Nullable Instant lastWrite) {
        seen = now;
        written = lastWrite;
        tick();
    }

    private void tick() {
        Seen now = seen;
        if (now == null) {
            return;
        }
        boolean live = now.state().status() == ContainerState.Status.RUNNING;
        pseudoClassStateChanged(LIVE, live);
        does.setText(live ? "Live" : StateWords.brief(now.state()));
        Instant at = written;
        last.setText(at == null ? "nothing written" : WritableWords.lastWrite(at, time.instant()));
    }
}
