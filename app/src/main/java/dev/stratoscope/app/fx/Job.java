package dev.stratoscope.app.fx;

import dev.stratoscope.model.task.Meter;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * One task running in the background. Its progress is sampled, never pushed; {@link #cancel()} may
 * be called from any thread and takes effect at the task's next step.
 */
public final class Job {
    private final Brief brief;
    private final Meter meter;
    private final long started = System.nanoTime();
    private volatile boolean finished;
    private @Nullable Thread worker;

    Job(Brief brief) {
        this.brief = brief;
        this.meter = new Meter(brief.title());
    }

    /** What is done, for a person. */
    public String title() {
        return brief.title();
    }

    /** What it is about. */
    public Brief brief() {
        return brief;
    }

    /** How far it is. */
    public Meter.State state() {
        return meter.state();
    }

    /** How long it has been running. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Stops it soon; who started it hears that it was cancelled. */
    public synchronized void cancel() {
        meter.cancel();
        Thread working = worker;
        if (working != null) {
            working.interrupt();
        }
    }

    /** Whether it was cancelled. */
    public boolean isCancelled() {
        return meter.isCancelled();
    }

    /** Whether it is over, however it ended. */
    public boolean isFinished() {
        return finished;
    }

    Meter meter() {
        return meter;
    }

    synchronized void begin() {
        worker = Thread.currentThread();
        if (meter.isCancelled()) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work is done, so that a late cancel interrupts nothing else. */
    synchronized void end() {
        worker = null;
    }

    void finish() {
        finished = true;
    }
}
