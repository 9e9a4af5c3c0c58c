package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.view.ActDialog;
import dev.stratoscope.app.view.Banner;
import dev.stratoscope.app.view.Banners;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.RunSpec;
import dev.stratoscope.model.task.Progress;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Asks how an image is to be run and runs it; it goes away once the container runs. */
public final class RunDialog extends ActDialog {
    private static final double MOST_HEIGHT = 430;
    private static final double BEAT_MS = 100;

    private final Engine engine;
    private final JobScope jobs;
    private final Doors doors;
    private final Banners banners = new Banners();
    private final RunForm form;
    private final LinePreview line = new LinePreview();
    private final HBox progress = new HBox(12);
    private final Label doing = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Timeline progressing =
            new Timeline(new KeyFrame(Duration.millis(BEAT_MS), event -> showProgress()));
    private @Nullable Job looking;
    private @Nullable Job running;

    /**
     * A form.
     *
     * @param owner a node of the window that asks
     * @param images the names of those there are
     * @param image which of them is chosen; empty for none
     */
    public RunDialog(
            Node owner, Engine engine, Jobs jobs, Doors doors, List<String> images, String image) {
        super(owner, "Run an image", "Run");
        this.engine = engine;
        this.jobs = new JobScope(jobs);
        this.doors = doors;
        getDialogPane().getStyleClass().add("run-dialog");
        setResizable(true);
        form = new RunForm(images, this::look, this::changed);
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("run-scroll");
        scroll.setPrefHeight(MOST_HEIGHT);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button cancel = new Button("Cancel the start");
        cancel.getStyleClass().add("small");
        cancel.setId("run-cancel");
        cancel.setOnAction(event -> cancelStart());
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.setMaxWidth(Double.MAX_VALUE);
        progress.setAlignment(Pos.CENTER_LEFT);
        progress.getChildren().setAll(doing, bar, cancel);
        progress.setVisible(false);
        progress.managedProperty().bind(progress.visibleProperty());
        banners.getStyleClass().add("run-banners");
        String obstacle = engine.containers().obstacle();
        if (obstacle != null) {
            actButton().setText("Create");
            say("It is made but not started, which " + obstacle + ".");
        }
        add(banners);
        add(scroll);
        add(line);
        add(progress);
        actButton().setId("run-start");
        actButton()
                .addEventFilter(
                        ActionEvent.ACTION,
                        event -> {
                            event.consume();
                            start();
                        });
        form.choose(image);
        changed();
        setOnShown(event -> form.first().requestFocus());
        setOnHidden(
                event -> {
                    progressing.stop();
                    this.jobs.cancelAll();
                });
    }

    private void changed() {
        RunSpec spec = form.spec();
        actButton().setDisable(spec == null || isRunning());
        line.show(spec);
    }

    private boolean isRunning() {
        Job job = running;
        return job != null && !job.isFinished();
    }

    private void look(String image) {
        Job before = looking;
        if (before != null) {
            before.cancel();
        }
        if (image.isEmpty()) {
            form.show(null, false);
            return;
        }
        looking =
                jobs.follow(
                        "Looking at " + image,
                        work -> ImageDefaults.of(engine, image, work),
                        defaults -> {
                            form.show(defaults, false);
                            changed();
                        },
                        failure -> {
                            if (!(failure instanceof CancellationException)) {
                                form.show(null, true);
                                changed();
                            }
                        });
    }

    private void start() {
        RunSpec spec = form.spec();
        if (spec == null || isRunning()) {
            return;
        }
        banners.clear();
        doing.setText("Starting…");
        bar.setProgress(ProgressIndicator.INDETERMINATE_PROGRESS);
        progress.setVisible(true);
        progressing.setCycleCount(Animation.INDEFINITE);
        progressing.play();
        running =
                jobs.start(
                        Brief.of("Running " + spec.image()),
                        work -> started(engine, spec, work),
                        outcome -> {
                            over();
                            done(outcome);
                        },
                        failure -> {
                            over();
                            doors.containersChanged();
                            if (!(failure instanceof CancellationException)) {
                                Banner told =
                                        banners.add(RunProblems.of(spec, failure), null, () -> {});
                                told.requestFocus();
                            }
                        });
        changed();
    }

    private void cancelStart() {
        Job job = running;
        if (job != null) {
            job.cancel();
        }
    }

    private void showProgress() {
        Job job = running;
        if (job != null) {
            bar.setProgress(job.state().fraction());
        }
    }

    private void over() {
        progressing.stop();
        progress.setVisible(false);
        changed();
        actButton().setDisable(form.spec() == null);
    }

    /** What was started. */
    private record Outcome(Container container, String name) {}

    /** One that cannot be started is of no use to anybody and goes again. */
    private static Outcome started(Engine engine, RunSpec spec, Progress progress)
            throws IOException {
        Container made = engine.containers().create(spec, progress);
        try {
            if (made.obstacle() == null) {
                made.start(progress);
            }
            return new Outcome(made, made.name());
        } catch (IOException | RuntimeException e) {
            try {
                made.remove(true);
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private void done(Outcome outcome) {
        doors.containersChanged();
        close();
        doors.openContainer(outcome.container().id(), outcome.name());
    }
}
