package dev.stratoscope.model.task;

import java.time.Duration;

/**
 * Calls something at a steady pace while other threads work, as for showing a {@link Meter}. It has
 * a platform thread of its own, since busy virtual threads would leave it no processor, and it
 * never keeps the program alive.
 */
public final class Ticker implements AutoCloseable {
    private final Thread thread;

    private Ticker(Thread thread) {
        this.thread = thread;
    }

    /**
     * Starts ticking; the first tick comes after one pause.
     *
     * @param pause the time between ticks
     * @param tick called on the ticker's thread, one call at a time; a failure ends the ticking
     */
    public static Ticker start(Duration pause, Runnable tick) {
        return new Ticker(
                Thread.ofPlatform().daemon().name("ticker").start(() -> run(pause, tick)));
    }

    /**
     * Stops; no tick runs or begins after this returns, unless this thread is interrupted while it
     * waits for one to end.
     */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Duration pause, Runnable tick) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(pause);
                tick.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
