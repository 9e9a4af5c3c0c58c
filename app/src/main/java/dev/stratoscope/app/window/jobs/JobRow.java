package dev.stratoscope.app.window.jobs;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.Pace;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.task.Meter;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One job: what, how far, rate, time left, and its cancel. */
final class JobRow extends HBox {
    private final Job job;
    private final FontIcon icon = Icons.of(MaterialDesignP.PROGRESS_CLOCK);
    private final Label amount = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label detail = new Label();
    private final Button cancel = new Button("Cancel");

    JobRow(Job job) {
        this.job = job;
        getStyleClass().add("job-row");
        Label title = new Label(job.title());
        amount.getStyleClass().add("mono");
        amount.setMinWidth(USE_PREF_SIZE);
        detail.getStyleClass().addAll("secondary", "muted");
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox head = new HBox(8, title, spacer, amount);
        head.setAlignment(Pos.CENTER_LEFT);
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox words = new VBox(4, head, bar, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        cancel.getStyleClass().add("small");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setAccessibleText("Cancel " + job.title());
        cancel.setOnAction(
                event -> {
                    cancel.setDisable(true);
                    job.cancel();
                });
        getChildren().setAll(icon, words, cancel);
    }

    Job job() {
        return job;
    }

    void show(Pace pace) {
        Meter.State state = job.state();
        boolean endless = state.total() <= 0;
        icon.setIconCode(endless ? MaterialDesignT.TIMER_SAND : MaterialDesignP.PROGRESS_CLOCK);
        bar.setProgress(state.fraction());
        String far = JobWords.amount(job.brief().unit(), state);
        amount.setText(endless ? "no end known" : far);
        detail.setText(
                job.isCancelled()
                        ? "stopping…"
                        : Stream.of(
                                        state.what().equals(job.title()) ? "" : state.what(),
                                        endless ? far : "",
                                        JobWords.rate(job.brief().unit(), pace),
                                        JobWords.left(pace.secondsLeft(state.total())))
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(", ")));
    }
}
