package dev.stratoscope.model.task;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Parts of one task that are done side by side, a few at a time, while what comes of them is taken
 * in the order they were given in, on the thread that gives them. To be closed, which stops what is
 * not done. Not for several threads.
 *
 * @param <T> what comes of a part
 */
public final class InOrder<T> implements Closeable {
    /** Takes what comes of one part after another. */
    public interface Taker<T> {
        /** Takes the next. */
        void take(T result) throws IOException;
    }

    /** So that no processor waits while the results of slow parts are taken. */
    private static final int PER_PROCESSOR = 2;

    private final Taker<T> taker;
    private final int most = PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Future<T>> given = new ArrayDeque<>();

    /** Nothing is to be done yet. */
    public InOrder(Taker<T> taker) {
        this.taker = taker;
    }

    /**
     * Begins a part; what is done by then is taken, and where there are many parts already, the
     * first of them is waited for.
     *
     * @throws IOException when an earlier part failed, or what came of it could not be taken
     * @throws InterruptedIOException when this thread is interrupted
     */
    public void give(Callable<T> part) throws IOException {
        while (given.size() >= most || (!given.isEmpty() && given.getFirst().isDone())) {
            takeFirst();
        }
        given.addLast(threads.submit(part));
    }

    /** Waits for all parts; throws as {@link #give}. */
    public void finish() throws IOException {
        while (!given.isEmpty()) {
            takeFirst();
        }
    }

    private void takeFirst() throws IOException {
        T result;
        try {
            result = given.getFirst().get();
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            throw Fan.failure(Objects.requireNonNull(e.getCause()));
        }
        given.removeFirst();
        taker.take(result);
    }

    @Override
    public void close() {
        given.forEach(part -> part.cancel(true));
        threads.close();
    }
}
