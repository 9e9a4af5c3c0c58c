package dev.stratoscope.model.runtime;

import java.time.Instant;

/**
 * What a container uses at one moment.
 *
 * @param at when that was
 * @param cpuNanos the time of processors that it used since it was started; -1 when not known
 * @param memory bytes in memory, less what could be dropped at once; -1 when not known
 * @param memoryLimit the most it may have, or the machine's memory; -1 when not known
 * @param pids how many processes and threads it has; -1 when not known
 */
public record Stats(Instant at, long cpuNanos, long memory, long memoryLimit, long pids) {}
