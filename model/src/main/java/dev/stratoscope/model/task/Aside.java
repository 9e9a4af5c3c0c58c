package dev.stratoscope.model.task;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;

/**
 * Work on a thread of its own beside its caller's, such as reading one of a program's streams. The
 * thread never keeps the program alive.
 */
public final class Aside implements AutoCloseable {
    /** Something to do. */
    public interface Work {
        /** Does it; an interrupted thread stops soon. */
        void run() throws IOException;
    }

    private final Thread thread;
    private volatile @Nullable Throwable failure;

    private Aside(Thread.Builder builder, Work work) {
        this.thread = builder.unstarted(() -> run(work));
    }

    /** Starts work that waits in Java only, however much of it there is. */
    public static Aside start(String name, Work work) {
        return started(new Aside(Thread.ofVirtual().name(name), work));
    }

    /** Starts work that waits in calls of the system, during which a thread does nothing else. */
    public static Aside startBlocking(String name, Work work) {
        return started(new Aside(Thread.ofPlatform().daemon().name(name), work));
    }

    private static Aside started(Aside aside) {
        aside.thread.start();
        return aside;
    }

    private void run(Work work) {
        try {
            work.run();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }

    /**
     * Waits for its end.
     *
     * @throws IOException what the work failed with
     * @throws InterruptedIOException when this thread is interrupted
     */
    public void join() throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
        switch (failure) {
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> {}
        }
    }

    /** Interrupts the work, without waiting for its end. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
