package dev.stratoscope.app.window;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.task.Meter;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/**
 * The bottom line: what the window is about, and the oldest running job with its rate, time left
 * and a cancel.
 */
final class StatusBar extends HBox {
    /** Shorter work than this is over before a person could read of it. */
    private static final long WORTH_SHOWING_MS = 150;

    private final Jobs jobs;
    private final Label words = new Label();
    private final Label what = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label rate = new Label();
    private final Button cancel =
            Actions.icon(MaterialDesignC.CLOSE_CIRCLE_OUTLINE, "Cancel this work");
    private final HBox job;
    private final Timeline sampling;

    StatusBar(Jobs jobs) {
        this.jobs = jobs;
        getStyleClass().add("status-bar");
        bar.setPrefWidth(120);
        rate.getStyleClass().add("mono");
        job = new HBox(8, Icons.of(MaterialDesignP.PROGRESS_CLOCK), what, bar, rate, cancel);
        job.setAlignment(Pos.CENTER_RIGHT);
        job.setVisible(false);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        getChildren().setAll(words, spacer, job);
        cancel.setId("cancel-job");
        cancel.setOnAction(
                event -> {
                    if (!jobs.running().isEmpty()) {
                        jobs.running().getFirst().cancel();
                    }
                });
        sampling = new Timeline(new KeyFrame(Duration.millis(100), event -> sample()));
        sampling.setCycleCount(Animation.INDEFINITE);
        jobs.running()
                .addListener(
                        (ListChangeListener<Job>)
                                change -> {
                                    if (jobs.running().isEmpty()) {
                                        sampling.stop();
                                        sample();
                                    } else {
                                        sampling.play();
                                    }
                                });
    }

    /** Shows words at the left. */
    void say(String text) {
        words.setText(text);
    }

    private void sample() {
        Job oldest = jobs.running().isEmpty() ? null : jobs.running().getFirst();
        boolean worth = oldest != null && oldest.elapsed().toMillis() >= WORTH_SHOWING_MS;
        job.setVisible(worth);
        if (oldest == null || !worth) {
            return;
        }
        Meter.State state = oldest.state();
        int more = jobs.running().size() - 1;
        what.setText(oldest.title() + (more > 0 ? " and " + more + " more" : ""));
        bar.setProgress(state.fraction());
        rate.setText(rate(state, oldest.elapsed().toMillis()));
    }

    private static String rate(Meter.State state, long millis) {
        if (state.done() == 0) {
            return "";
        }
        double perSecond = state.done() * 1000.0 / Math.max(1, millis);
        String speed = HumanSize.spaced((long) perSecond) + "/s";
        if (state.total() <= 0) {
            return HumanSize.spaced(state.done()) + ", " + speed;
        }
        long left = Math.round((state.total() - state.done()) / Math.max(1, perSecond));
        return HumanSize.spaced(state.done())
                + " of "
                + HumanSize.spaced(state.total())
                + ", "
                + speed
                + ", "
                + left
                + " s left";
    }
}
