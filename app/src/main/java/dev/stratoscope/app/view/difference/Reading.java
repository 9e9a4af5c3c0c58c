package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Work for what is shown; what takes long enough to be noticed is announced. */
final class Reading {
    private static final Duration PATIENCE = Duration.millis(150);

    private final JobScope jobs;
    private final Consumer<String> say;
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final List<Job> running = new ArrayList<>();

    /** Work among {@code jobs}; {@code say} shows words in the place of the result. */
    Reading(JobScope jobs, Consumer<String> say) {
        this.jobs = jobs;
        this.say = say;
        patience.setOnFinished(event -> say.accept("Reading…"));
    }

    /** Starts work whose result is shown in the place of what is shown now. */
    <T> void run(String title, Jobs.Work<T> work, Consumer<T> done) {
        patience.playFromStart();
        quietly(
                title,
                work,
                result -> {
                    patience.stop();
                    done.accept(result);
                },
                failure -> {
                    patience.stop();
                    say.accept(DifferencePane.words(failure));
                });
    }

    /** Starts work that leaves what is shown where it is. */
    <T> void quietly(
            String title, Jobs.Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        running.removeIf(Job::isFinished);
        running.add(
                jobs.start(
                        title,
                        work,
                        done,
                        failure -> {
                            if (!(failure instanceof CancellationException)) {
                                failed.accept(failure);
                            }
                        }));
    }

    /** Ends all work. */
    void stop() {
        patience.stop();
        running.forEach(Job::cancel);
        running.clear();
    }
}
