package dev.stratoscope.app.build;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.build.PlannedStage;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A stage as a box: how far it is, and how it is. */
final class StageBox extends HBox {
    private static final double ROOMY = 150;
    private static final double ROOM_FOR_TIME = 124;

    private final FontIcon icon = Icons.of(MaterialDesignC.CIRCLE_OUTLINE);
    private final Label name = new Label();
    private final Label words = new Label();

    StageBox() {
        super(8);
        getStyleClass().add("stage-box");
        icon.getStyleClass().add("step-icon");
        name.getStyleClass().add("strong");
        name.setMinWidth(0);
        words.getStyleClass().addAll("muted", "secondary");
        words.setMinWidth(0);
        VBox lines = new VBox(name, words);
        lines.setMinWidth(0);
        lines.setAlignment(Pos.CENTER_LEFT);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(icon, lines);
    }

    /** Shows a stage as it is at a time. */
    void show(BuildShow show, PlannedStage stage, Instant now) {
        StepLook look = look(show, stage);
        icon.setIconCode(look.icon());
        icon.getStyleClass().setAll("ikonli-font-icon", "step-icon", look.style());
        name.setText(Escapes.text(StepsRow.name(stage)));
        Duration took = took(steps(show, stage), now);
        words.setText(
                progress(show, stage)
                        + (getWidth() < ROOMY ? "" : " steps")
                        + (took.isZero() || getWidth() < ROOM_FOR_TIME
                                ? ""
                                : ", " + Spans.of(took)));
        getStyleClass().setAll("stage-box", look.style());
        setAccessibleText("Stage " + name.getText() + ", " + look.words() + ", " + words.getText());
    }

    private static List<StepNow> steps(BuildShow show, PlannedStage stage) {
        return stage.steps().stream().map(show.steps()::get).toList();
    }

    /** {@code 5 of 6}. */
    static String progress(BuildShow show, PlannedStage stage) {
        long done = steps(show, stage).stream().filter(step -> step.look().isDone()).count();
        return done + " of " + stage.steps().size();
    }

    private static Duration took(List<StepNow> steps, Instant now) {
        Duration all = Duration.ZERO;
        for (StepNow step : steps) {
            if (step.look() != StepLook.CACHED) {
                all = all.plus(step.took(now));
            }
        }
        return all;
    }

    private static StepLook look(BuildShow show, PlannedStage stage) {
        List<StepLook> looks = steps(show, stage).stream().map(StepNow::look).toList();
        for (StepLook first :
                List.of(
                        StepLook.FAILED,
                        StepLook.RUNNING,
                        StepLook.NOT_REACHED,
                        StepLook.WAITING,
                        StepLook.WOULD_RUN,
                        StepLook.PLANNED,
                        StepLook.BUILT)) {
            if (looks.contains(first)) {
                return first;
            }
        }
        return looks.isEmpty() ? StepLook.PLANNED : looks.getFirst();
    }
}
