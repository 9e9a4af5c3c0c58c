package dev.stratoscope.app.fx;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Looks at something again and again in the background while somebody wants to know. There is
 * always a pause between an answer and the next look, so that slow answers do not pile up. On the
 * JavaFX thread.
 *
 * @param <T> what is seen
 */
public final class Poll<T> {
    private final JobScope jobs;
    private final String title;
    private final Jobs.Work<T> work;
    private final Consumer<T> seen;
    private final Consumer<Throwable> failed;
    private final PauseTransition pause;
    private boolean wanted;
    private boolean looking;
    private boolean again;

    /**
     * A poll at rest.
     *
     * @param millis the pause
     * @param work takes a look; called in the background
     * @param seen told each answer
     * @param failed told why there is none; the next look is taken all the same
     */
    public Poll(
            JobScope jobs,
            String title,
            long millis,
            Jobs.Work<T> work,
            Consumer<T> seen,
            Consumer<Throwable> failed) {
        this.jobs = jobs;
        this.title = title;
        this.work = work;
        this.seen = seen;
        this.failed = failed;
        pause = new PauseTransition(Duration.millis((double) millis));
        pause.setOnFinished(event -> look());
    }

    /** Looks at once, and again after each pause, until it is stopped. */
    public void start() {
        wanted = true;
        look();
    }

    /** Looks no more; an answer that is on its way is still told. */
    public void stop() {
        wanted = false;
        pause.stop();
    }

    /** Whether it looks again and again. */
    public boolean isRunning() {
        return wanted;
    }

    /** Looks at once, running or not; while a look is under way, once more after it. */
    public void look() {
        if (looking) {
            again = true;
            return;
        }
        looking = true;
        pause.stop();
        jobs.follow(
                title,
                work,
                answer -> {
                    seen.accept(answer);
                    answered();
                },
                failure -> {
                    if (failure instanceof CancellationException) {
                        wanted = false;
                    } else {
                        failed.accept(failure);
                    }
                    answered();
                });
    }

    private void answered() {
        looking = false;
        if (again) {
            again = false;
            look();
        } else if (wanted) {
            pause.playFromStart();
        }
    }
}
