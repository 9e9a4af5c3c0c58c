package dev.stratoscope.app.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The jobs of one tab, to be cancelled together. On the JavaFX thread. */
public final class JobScope {
    private final Jobs jobs;
    private final List<Job> started = new ArrayList<>();
    private final List<JobScope> parts = new ArrayList<>();

    /** A scope without jobs; they run among {@code jobs}. */
    public JobScope(Jobs jobs) {
        this.jobs = jobs;
    }

    /** A scope for a part of the tab: it is cancelled by itself, and with this one. */
    public JobScope part() {
        JobScope part = new JobScope(jobs);
        parts.add(part);
        return part;
    }

    /** As {@link Jobs#start(String, Jobs.Work, Consumer, Consumer)}. */
    public <T> Job start(
            String title, Jobs.Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        return start(Brief.of(title), work, done, failed);
    }

    /** As {@link Jobs#start(Brief, Jobs.Work, Consumer, Consumer)}. */
    public <T> Job start(
            Brief brief, Jobs.Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        started.removeIf(Job::isFinished);
        Job job = jobs.start(brief, work, done, failed);
        started.add(job);
        return job;
    }

    /** As {@link Jobs#follow}. */
    public <T> Job follow(
            String title, Jobs.Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        started.removeIf(Job::isFinished);
        Job job = jobs.follow(title, work, done, failed);
        started.add(job);
        return job;
    }

    /** As {@link Jobs#show}. */
    public void show(Runnable action) {
        jobs.show(action);
    }

    /** Cancels every job of this scope that is not over. */
    public void cancelAll() {
        List.copyOf(started).forEach(Job::cancel);
        parts.forEach(JobScope::cancelAll);
    }
}
