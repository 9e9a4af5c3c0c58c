package dev.stratoscope.model.task;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Runs independent parts of one task side by side. */
public final class Fan {
    private Fan() {}

    /**
     * Runs every part on a virtual thread, at most one per processor at a time, in the order given.
     *
     * @return the results, in the order of the parts
     * @throws IOException when a part fails; the others are stopped, and of several failures the
     *     first in the order of the parts is thrown
     * @throws InterruptedIOException when this thread is interrupted; the parts are stopped
     */
    public static <T> List<T> out(List<? extends Callable<T>> parts) throws IOException {
        Semaphore width = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<T> done = new ExecutorCompletionService<>(threads);
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> part : parts) {
                running.add(
                        done.submit(
                                () -> {
                                    width.acquire();
                                    try {
                                        return part.call();
                                    } finally {
                                        width.release();
                                    }
                                }));
            }
            try {
                for (int i = 0; i < parts.size(); i++) {
                    if (done.take().state() == Future.State.FAILED) {
                        running.forEach(future -> future.cancel(true));
                        throw firstFailure(running);
                    }
                }
                return running.stream().map(Future::resultNow).toList();
            } catch (InterruptedException e) {
                throw (IOException) new InterruptedIOException("interrupted").initCause(e);
            } finally {
                running.forEach(future -> future.cancel(true));
            }
        }
    }

    private static <T> IOException firstFailure(List<Future<T>> parts) {
        for (Future<T> part : parts) {
            if (part.state() == Future.State.FAILED) {
                return failure(part.exceptionNow());
            }
        }
        throw new IllegalStateException("no part failed");
    }

    /** What a part failed with; what is no error of reading or writing is thrown. */
    static IOException failure(Throwable cause) {
        return switch (cause) {
            case IOException e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> new IOException(cause);
        };
    }
}
