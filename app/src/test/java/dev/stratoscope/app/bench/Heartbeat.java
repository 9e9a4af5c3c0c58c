package dev.stratoscope.app.bench;

import javafx.application.Platform;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks the JavaFX thread for a sign of life again and again, and knows the most it worked in
 * between: processor time, so that what else runs on the machine does not count.
 */
final class Heartbeat {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private long last;
    private long longest;

    void start() {
        Thread thread = new Thread(this::ask, "heartbeat");
        thread.setDaemon(true);
        thread.start();
    }

    private void ask() {
        try {
            while (true) {
                Thread.sleep(1);
                if (waiting.compareAndSet(false, true)) {
                    Platform.runLater(
                            () -> {
                                beat();
                                waiting.set(false);
                            });
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        long now = threads.getCurrentThreadCpuTime();
        longest = Math.max(longest, now - last);
        last = now;
    }

    /** Counts from now on. On the JavaFX thread, as all that follows. */
    void reset() {
        longest = 0;
        last = threads.getCurrentThreadCpuTime();
    }

    /** The most work in one piece since the last reset, in milliseconds. */
    double longest() {
        beat();
        return longest / 1e6;
    }

    /** All work so far, in milliseconds. */
    double work() {
        return threads.getCurrentThreadCpuTime() / 1e6;
    }
}
