package dev.stratoscope.model.build;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** What the stages of a build came to, for those that wait. Safe for use by many threads. */
final class StageResults {
    private final List<CompletableFuture<StageState>> stages;
    private final Map<Integer, Arguments> arguments = new ConcurrentHashMap<>();
    private volatile boolean failed;

    StageResults(int count) {
        this.stages =
                Stream.generate(() -> new CompletableFuture<StageState>()).limit(count).toList();
    }

    /** A stage that this one needs did not come to its end. */
    static final class NotReachedException extends IOException {
        private static final long serialVersionUID = 1;
    }

    void done(int stage, StageState state) {
        stages.get(stage).complete(state);
    }

    /** Keeps what a stage declared, for stages on top of it; before {@link #done}. */
    void declared(int stage, Arguments args) {
        arguments.put(stage, args);
    }

    /** What a stage that is done declared; null when it was not run to its end. */
    @Nullable Arguments declared(int stage) {
        return arguments.get(stage);
    }

    /** Whether a stage came to its end. */
    boolean isDone(int stage) {
        return stages.get(stage).isDone();
    }

    /** Nothing more begins; who waits is told. */
    void failed() {
        failed = true;
        stages.forEach(one -> one.completeExceptionally(new NotReachedException()));
    }

    /** Whether a step failed somewhere. */
    boolean hasFailed() {
        return failed;
    }

    /**
     * Waits for the end of a stage.
     *
     * @throws NotReachedException when it has none
     */
    StageState await(int stage) throws IOException {
        try {
            return stages.get(stage).get();
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            throw new NotReachedException();
        }
    }
}
