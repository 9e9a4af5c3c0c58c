package dev.stratoscope.app.build;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.build.StepResult;
import dev.stratoscope.model.dockerfile.Instruction;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Progress;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * The files of the step whose line is pointed at, else of the selected one: how many, and the
 * biggest. As high whatever it shows, so that nothing moves under the pointer. On the JavaFX
 * thread.
 */
final class FilesCard extends VBox {
    private static final double ROW = 20;

    private final Engine engine;
    private final JobScope jobs;
    private final Label title = new Label();
    private final Label words = new Label();
    private final VBox rows = new VBox();
    private final Map<Digest, StepFiles> known = new HashMap<>();
    private @Nullable Digest shown;
    private @Nullable Job reading;

    FilesCard(Engine engine, JobScope jobs) {
        this.engine = engine;
        this.jobs = jobs;
        getStyleClass().add("files-card");
        setId("step-files");
        title.getStyleClass().add("strong");
        title.setMinWidth(USE_PREF_SIZE);
        title.setGraphic(Icons.of(MaterialDesignL.LAYERS_OUTLINE));
        words.getStyleClass().addAll("muted", "secondary");
        words.setMinWidth(0);
        HBox head = new HBox(8, title, words);
        head.setAlignment(Pos.CENTER_LEFT);
        rows.setMinHeight(ROW * StepFiles.MOST);
        rows.setPrefHeight(ROW * StepFiles.MOST);
        getChildren().setAll(head, rows);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Tells of the step that is pointed at or selected. */
    void show(BuildShow show) {
        StepNow step = told(show);
        StepResult result = step == null || !step.look().isDone() ? null : step.result();
        Digest layer = result == null ? null : result.diffId();
        if (step == null || result == null || layer == null) {
            shown = null;
            say(step, nothing(step));
            return;
        }
        if (layer.equals(shown)) {
            return;
        }
        shown = layer;
        StepFiles files = known.get(layer);
        if (files == null) {
            words.setText("");
            read(step, result, layer);
        } else {
            fill(step, files);
        }
    }

    private static @Nullable StepNow told(BuildShow show) {
        int at = show.hovered() >= 0 ? show.hovered() : show.selected();
        return at >= 0 && at < show.steps().size() ? show.steps().get(at) : null;
    }

    private static String nothing(@Nullable StepNow step) {
        if (step == null) {
            return "point at a line or a step";
        }
        if (!step.look().isDone()) {
            return "nothing yet";
        }
        return step.step().instruction() instanceof Instruction.From
                ? "those of the base image"
                : "none: it changes the image's config only";
    }

    private void say(@Nullable StepNow step, String text) {
        title.setText(step == null ? "Files" : "Files of line " + step.line());
        words.setText(text);
        rows.getChildren().clear();
        setAccessibleText(title.getText() + ": " + text);
    }

    private void read(StepNow step, StepResult result, Digest layer) {
        Job before = reading;
        if (before != null) {
            before.cancel();
        }
        reading =
                jobs.follow(
                        "Reading the files of a step",
                        progress -> read(result, progress),
                        files -> {
                            known.put(layer, files);
                            if (layer.equals(shown)) {
                                fill(step, files);
                            }
                        },
                        failure -> {
                            if (layer.equals(shown)
                                    && !(failure instanceof CancellationException)) {
                                say(step, Problems.of("", failure).reason());
                            }
                        });
    }

    private StepFiles read(StepResult result, Progress progress) throws IOException {
        try (OpenImage image = engine.builds().image(result.image())) {
            return StepFiles.of(image.layer(image.layerCount() - 1, progress).index());
        }
    }

    private void fill(StepNow step, StepFiles files) {
        say(step, files.words());
        for (StepFiles.One one : files.biggest()) {
            Label path = new Label(one.path());
            path.getStyleClass().add("mono");
            path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            path.setMinWidth(0);
            path.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(path, Priority.ALWAYS);
            Label size = new Label(HumanSize.spaced(one.size()));
            size.getStyleClass().add("step-size");
            HBox row = new HBox(8, path, size);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMinHeight(ROW);
            row.setPrefHeight(ROW);
            rows.getChildren().add(row);
        }
    }
}
