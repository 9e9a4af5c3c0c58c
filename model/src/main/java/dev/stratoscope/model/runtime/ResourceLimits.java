package dev.stratoscope.model.runtime;

/**
 * What a container may use at most; 0 is no limit.
 *
 * @param memory bytes, swap included
 * @param cpus processors, parts too: 1.5
 * @param pids processes and threads
 */
public record ResourceLimits(long memory, double cpus, long pids) {
    /** No limits. */
    public static final ResourceLimits NONE = new ResourceLimits(0, 0, 0);

    /** Whether nothing is limited. */
    public boolean isNone() {
        return equals(NONE);
    }
}
