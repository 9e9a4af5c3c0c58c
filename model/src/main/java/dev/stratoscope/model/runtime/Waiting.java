package dev.stratoscope.model.runtime;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/** Waits for what other processes do, by looking: often at first, seldom later. */
final class Waiting {
    private static final long SOON = 1;
    private static final long LATE = 20;

    private Waiting() {}

    /** Something to be looked at. */
    interface Condition {
        boolean holds() throws IOException;
    }

    /**
     * Waits until a condition holds, or the time is over.
     *
     * @return whether it holds
     * @throws InterruptedIOException when interrupted
     */
    static boolean until(Condition condition, Duration time) throws IOException {
        long start = System.nanoTime();
        while (!condition.holds()) {
            long waited = System.nanoTime() - start;
            if (waited > time.toNanos()) {
                return condition.holds();
            }
            sleep(Math.clamp(waited / 20_000_000, SOON, LATE));
        }
        return true;
    }

    /** Waits for a moment. */
    static void shortly() throws IOException {
        sleep(SOON);
    }

    private static void sleep(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }

    /**
     * Waits for the end of a process of this program's own and tells its exit code.
     *
     * @throws InterruptedIOException when interrupted
     */
    static int end(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }
}
