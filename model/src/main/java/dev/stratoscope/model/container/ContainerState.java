package dev.stratoscope.model.container;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What a container does at one moment. Immutable.
 *
 * @param exitCode of the last run; -1 when there was none, or nobody saw it end
 * @param startedAt when its first process was last started; null when never
 * @param finishedAt when that process ended; null while it runs, or when nobody saw it end
 * @param pid the number of its first process on this machine; 0 when it does not run
 * @param problem what is wrong with its record, in a line; null when nothing is
 */
public record ContainerState(
        Status status,
        int exitCode,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long pid,
        @Nullable String problem) {

    /** The states of the runtime-spec, as far as they last. */
    public enum Status {
        /** It was never started. */
        CREATED,
        /** Its first process runs. */
        RUNNING,
        /** Its processes are held. */
        PAUSED,
        /** Its first process ended. */
        EXITED
    }

    /** Whether it has processes. */
    public boolean isLive() {
        return status == Status.RUNNING || status == Status.PAUSED;
    }
}
