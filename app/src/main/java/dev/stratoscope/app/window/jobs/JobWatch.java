package dev.stratoscope.app.window.jobs;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.fx.Pace;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.util.Duration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at the running jobs ten times a second while there are any, and says which are worth
 * telling of. On the JavaFX thread.
 */
final class JobWatch {
    /** Shorter work than this is over before a person could read of it. */
    private static final long WORTH_SHOWING_MS = 150;

    /** Nobody wonders about work nobody asked for before this. */
    private static final long QUIET_MS = 2000;

    private final Jobs jobs;
    private final Runnable looked;
    private final Map<Job, Pace> paces = new HashMap<>();
    private final Timeline sampling;

    /**
     * A watch over jobs.
     *
     * @param looked told after each look
     */
    JobWatch(Jobs jobs, Runnable looked) {
        this.jobs = jobs;
        this.looked = looked;
        sampling = new Timeline(new KeyFrame(Duration.millis(100), event -> look()));
        sampling.setCycleCount(Animation.INDEFINITE);
        jobs.running().addListener((ListChangeListener<Job>) change -> changed());
    }

    /** The jobs worth telling of, the oldest first. */
    List<Job> worthTelling() {
        return jobs.running().stream()
                .filter(job -> job.elapsed().toMillis() >= patience(job))
                .toList();
    }

    /** How fast a job is. */
    Pace pace(Job job) {
        return paces.computeIfAbsent(job, fresh -> new Pace());
    }

    private static long patience(Job job) {
        return job.brief().quiet() ? QUIET_MS : WORTH_SHOWING_MS;
    }

    private void changed() {
        paces.keySet().removeIf(Job::isFinished);
        if (jobs.running().isEmpty()) {
            sampling.stop();
            look();
        } else {
            sampling.play();
        }
    }

    private void look() {
        long now = System.nanoTime();
        for (Job job : jobs.running()) {
            pace(job).look(now, job.state().done());
        }
        looked.run();
    }
}
