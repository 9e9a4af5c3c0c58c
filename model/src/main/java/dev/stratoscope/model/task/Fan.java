package dev.stratoscope.model.task;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Runs independent parts of one task side by side. */
public final class Fan {
    private Fan() {}

    /**
     * Runs every part on a virtual thread, at most one per processor at a time, in the order given.
     *
     * @return the results, in the order of the parts
     * @throws IOException the first failure in the order of the parts; the others are stopped
     * @throws InterruptedIOException when this thread is interrupted; the parts are stopped
     */
    public static <T> List<T> out(List<? extends Callable<T>> parts) throws IOException {
        Semaphore width = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> part : parts) {
                running.add(
                        threads.submit(
                                () -> {
                                    width.acquire();
                                    try {
                                        return part.call();
                                    } finally {
                                        width.release();
                                    }
                                }));
            }
            List<T> results = new ArrayList<>();
            try {
                for (Future<T> future : running) {
                    results.add(future.get());
                }
                return results;
            } catch (InterruptedException e) {
                throw (IOException)
                        new InterruptedIOException("interrupted").initCause(e);
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            } finally {
                running.forEach(future -> future.cancel(true));
            }
        }
    }

    private static IOException failure(@Nullable Throwable cause) {
        return switch (cause) {
            case IOException e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> new IOException(cause);
        };
    }
}
