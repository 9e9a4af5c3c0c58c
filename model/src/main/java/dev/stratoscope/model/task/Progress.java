package dev.stratoscope.model.task;

import java.io.InterruptedIOException;

/**
 * Where a long call tells how far it is, and learns that nobody wants the result any more. Safe for
 * use by many threads.
 */
public interface Progress {
    /** Tells nobody, and stops only when the thread is interrupted. */
    Progress NONE =
            new Progress() {
                @Override
                public Progress child(String what, long total) {
                    return this;
                }

                @Override
                public void advance(long units) throws InterruptedIOException {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new InterruptedIOException("interrupted");
                    }
                }
            };

    /**
     * A part of the work with a name and units of its own.
     *
     * @param what what is done, for a person: {@code Indexing L1}
     * @param total how many units it has; negative when that is not known
     */
    Progress child(String what, long total);

    /**
     * Says that some units are done; the cancellation point of every long loop.
     *
     * @param units how many more, not negative
     * @throws InterruptedIOException when the work was cancelled or the thread interrupted
     */
    void advance(long units) throws InterruptedIOException;
}
