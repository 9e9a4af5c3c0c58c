package dev.stratoscope.model.build;

import dev.stratoscope.model.host.Stat;

import java.time.Instant;

/**
 * What tells whether a file may have changed since it was read. Immutable.
 *
 * @param size in bytes
 * @param disk the disk it is on
 * @param inode its number there
 * @param mtimeSeconds when it was last modified, in seconds since 1970
 * @param mtimeNanos the nanoseconds after that
 * @param ctimeSeconds when anything of it was last changed, in seconds since 1970
 * @param ctimeNanos the nanoseconds after that
 */
record FileStamp(
        long size,
        long disk,
        long inode,
        long mtimeSeconds,
        int mtimeNanos,
        long ctimeSeconds,
        int ctimeNanos) {
    /** As coarse as clocks of disks are. */
    private static final long GRAIN_SECONDS = 2;

    static FileStamp of(Stat stat) {
        return new FileStamp(
                stat.size(),
                stat.disk(),
                stat.inode(),
                stat.mtimeSeconds(),
                stat.mtimeNanos(),
                stat.ctimeSeconds(),
                stat.ctimeNanos());
    }

    /**
     * Whether a change after this was taken would show: the last one is longer ago than the clock's
     * grain.
     *
     * @param when before the file was read
     */
    boolean isSettled(Instant when) {
        long last = Math.max(mtimeSeconds, ctimeSeconds);
        return last + GRAIN_SECONDS < when.getEpochSecond();
    }
}
