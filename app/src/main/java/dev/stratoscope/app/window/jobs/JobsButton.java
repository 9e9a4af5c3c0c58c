package dev.stratoscope.app.window.jobs;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.task.Meter;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.util.List;

/**
 * The running work in the status bar: the oldest job with its rate, time left and cancel, or how
 * many there are; a press on it lists them all.
 */
public final class JobsButton extends HBox {
    private static final double BAR = 120;

    private final JobWatch watch;
    private final JobList list = new JobList();
    private final Button words = new Button();
    private final Label what = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label rate = new Label();
    private final Button cancel =
            Actions.icon(MaterialDesignC.CLOSE_CIRCLE_OUTLINE, "Cancel this work");
    private List<Job> shown = List.of();

    /**
     * A view of jobs.
     *
     * @param open shows or hides the list of all of them
     */
    public JobsButton(Jobs jobs, Runnable open) {
        watch = new JobWatch(jobs, this::sample);
        getStyleClass().add("jobs-button");
        setAlignment(Pos.CENTER_RIGHT);
        setVisible(false);
        bar.setPrefWidth(BAR);
        bar.setMinWidth(BAR / 2);
        what.setMinWidth(0);
        HBox content = new HBox(8, Icons.of(MaterialDesignP.PROGRESS_CLOCK), what, bar, rate);
        content.setAlignment(Pos.CENTER_RIGHT);
        words.setGraphic(content);
        words.getStyleClass().add("flat");
        words.setId("show-jobs");
        words.setTooltip(new Tooltip("Show all running work (F8)"));
        words.setOnAction(event -> open.run());
        cancel.setId("cancel-job");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(event -> cancelShown());
        getChildren().setAll(words, cancel);
    }

    /** The list of all running jobs. */
    public Region list() {
        return list;
    }

    /** Where there is little room only the bar is shown, and words in the list. */
    public void setNarrow(boolean narrow) {
        rate.setVisible(!narrow);
        rate.setManaged(!narrow);
    }

    private void cancelShown() {
        if (shown.size() == 1) {
            shown.getFirst().cancel();
        } else {
            words.fire();
        }
    }

    private void sample() {
        shown = watch.worthTelling();
        list.show(shown, watch);
        setVisible(!shown.isEmpty());
        if (shown.isEmpty()) {
            return;
        }
        Job oldest = shown.getFirst();
        if (shown.size() == 1) {
            Meter.State state = oldest.state();
            what.setText(oldest.title());
            bar.setProgress(state.fraction());
            rate.setText(JobWords.all(oldest.brief().unit(), state, watch.pace(oldest)));
        } else {
            several(oldest);
        }
        boolean one = shown.size() == 1;
        String tip = one ? "Cancel " + oldest.title() : "Show all to cancel some";
        cancel.setAccessibleText(tip);
        cancel.getTooltip().setText(tip);
        words.setAccessibleText((what.getText() + ". " + rate.getText()).strip());
    }

    private void several(Job oldest) {
        what.setText(shown.size() + " jobs");
        double longest = -1;
        for (Job job : shown) {
            longest = Math.max(longest, watch.pace(job).secondsLeft(job.state().total()));
        }
        bar.setProgress(oldest.state().fraction());
        String left = JobWords.left(longest);
        String more = shown.size() - 1 + " more";
        rate.setText(more + (left.isEmpty() ? "" : ", longest " + left));
    }
}
