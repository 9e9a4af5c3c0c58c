package dev.stratoscope.model.container;

/**
 * What a container may use at most; 0 is no limit.
 *
 * @param memory bytes
 * @param cpus processors, parts too: 1.5
 * @param pids processes and threads
 */
public record ResourceLimits(long memory, double cpus, long pids) {
    /** No limits. */
    public static final ResourceLimits NONE = new ResourceLimits(0, 0, 0);
}
