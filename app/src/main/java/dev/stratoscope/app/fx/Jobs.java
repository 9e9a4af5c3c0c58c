package dev.stratoscope.app.fx;

import dev.stratoscope.model.task.Progress;

import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * Runs work in the background and brings results back to the JavaFX thread, where all its methods
 * are called.
 */
public final class Jobs {
    private final Executor background;
    private final Executor screen;
    private final ObservableList<Job> running = FXCollections.observableArrayList();
    private final ObservableList<Job> readOnly = FXCollections.unmodifiableObservableList(running);

    /**
     * Jobs over two executors.
     *
     * @param background runs the work
     * @param screen runs what touches the screen, in order
     */
    public Jobs(Executor background, Executor screen) {
        this.background = background;
        this.screen = screen;
    }

    /** Jobs on virtual threads that report to the JavaFX thread. */
    public static Jobs onThreads() {
        ThreadFactory factory = Thread.ofVirtual().name("job-", 0).factory();
        return new Jobs(Executors.newThreadPerTaskExecutor(factory), Platform::runLater);
    }

    /** Work that may take long. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it; every long loop advances the progress. */
        T run(Progress progress) throws Exception;
    }

    /** The jobs that end and are not over, oldest first; changes on the JavaFX thread. */
    public ObservableList<Job> running() {
        return readOnly;
    }

    /** As the other, for work that a person asked for and that counts bytes. */
    public <T> Job start(String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        return start(Brief.of(title), work, done, failed);
    }

    /**
     * Starts a job.
     *
     * @param done gets the result, unless the job was cancelled
     * @param failed gets what went wrong; of a cancelled job a {@link CancellationException}
     */
    public <T> Job start(Brief brief, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Job job = new Job(brief);
        running.add(job);
        background.execute(() -> run(job, work, done, failed));
        return job;
    }

    /**
     * As {@link #start}, for work without an end of its own, such as following a log, or with one
     * that nobody waits for: it is not among the running jobs.
     */
    public <T> Job follow(
            String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Job job = new Job(Brief.quiet(title));
        background.execute(() -> run(job, work, done, failed));
        return job;
    }

    /**
     * Runs {@code action} on the JavaFX thread, after what was asked for before. Callable from any
     * thread.
     */
    public void show(Runnable action) {
        screen.execute(action);
    }

    private <T> void run(Job job, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Runnable report;
        job.begin();
        try {
            T result = work.run(job.meter());
            report = () -> done.accept(result);
        } catch (
                Throwable e) { // whatever it was, the job is over and its starter has to hear of it
            report = () -> failed.accept(e);
        } finally {
            job.end();
        }
        Runnable last = report;
        screen.execute(
                () -> {
                    job.finish();
                    running.remove(job);
                    if (job.isCancelled()) {
                        failed.accept(new CancellationException());
                    } else {
                        last.run();
                    }
                });
    }
}
