package dev.stratoscope.model.runtime;

/**
 * What a cgroup may use at most; 0 is no limit.
 *
 * @param memory bytes, swap included
 * @param cpus processors, parts too
 * @param pids processes and threads
 */
public record Ceiling(long memory, double cpus, long pids) {
    /** No limits. */
    public static final Ceiling NONE = new Ceiling(0, 0, 0);

    /** Whether nothing is limited. */
    public boolean isNone() {
        return equals(NONE);
    }
}
