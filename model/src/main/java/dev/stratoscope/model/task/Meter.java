package dev.stratoscope.model.task;

import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A {@link Progress} to look at: children add to the same total, and a reader samples {@link
 * #state()} whenever it likes. Children with a total widen it; a child without one makes the end
 * unknown.
 */
public final class Meter implements Progress {
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong total = new AtomicLong();
    private final AtomicBoolean endless = new AtomicBoolean();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicReference<String> what;

    /**
     * A meter that has not begun.
     *
     * @param what the whole task, for a person
     */
    public Meter(String what) {
        this.what = new AtomicReference<>(what);
    }

    /**
     * How far a task is.
     *
     * @param what the part begun last
     * @param done units so far
     * @param total units in all; negative when that is not known
     */
    public record State(String what, long done, long total) {
        /** The finished part from 0 to 1; negative when the end is not known. */
        public double fraction() {
            return total <= 0 ? -1 : Math.min(1, (double) done / total);
        }
    }

    /** How far it is now. */
    public State state() {
        return new State(what.get(), done.get(), endless.get() ? -1 : total.get());
    }

    /** Makes the next {@code advance} of every part stop the work. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Whether {@link #cancel()} was called. */
    public boolean isCancelled() {
        return cancelled.get();
    }

    @Override
    public Progress child(String part, long units) {
        what.set(part);
        if (units < 0) {
            endless.set(true);
        } else {
            total.addAndGet(units);
        }
        return this;
    }

    @Override
    public void advance(long units) throws InterruptedIOException {
        done.addAndGet(units);
        if (cancelled.get() || Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("cancelled");
        }
    }
}
