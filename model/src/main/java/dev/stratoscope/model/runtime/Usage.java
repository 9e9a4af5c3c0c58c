package dev.stratoscope.model.runtime;

import java.time.Instant;

/**
 * What the processes of a container use at one moment.
 *
 * @param at when that was
 * @param cpuNanos the processors' time used since the start; -1 when not known
 * @param memory bytes in memory, less what could be dropped at once; -1 when not known
 * @param memoryLimit the most it may have, or the machine's memory; -1 when not known
 * @param pids processes and threads; -1 when not known
 */
public record Usage(Instant at, long cpuNanos, long memory, long memoryLimit, long pids) {}
