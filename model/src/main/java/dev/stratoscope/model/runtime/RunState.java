package dev.stratoscope.model.runtime;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What a run does at one moment.
 *
 * @param exitCode 0 to 255; -1 while it runs, and when nobody saw it end
 * @param startedAt null when it was never started
 * @param finishedAt null while it runs, and when nobody saw it end
 * @param pid the number of its first process on this machine; 0 when it does not run
 */
public record RunState(
        Status status,
        int exitCode,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long pid) {

    /** The states of the runtime-spec, as far as they last. */
    public enum Status {
        /** There was no run. */
        NONE,
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
