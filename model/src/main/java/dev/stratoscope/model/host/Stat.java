package dev.stratoscope.model.host;

import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

/**
 * What the system says of a file at one moment. Immutable.
 *
 * @param type the kind of file, never a hard link; null for what no layer holds, such as a socket
 * @param mode permission bits with set-uid, set-gid and sticky
 * @param uid the owner's number
 * @param gid the group's number
 * @param size the length in bytes of a regular file, of a link's target, or what a folder takes
 * @param stored the bytes it takes on the disk
 * @param names how many names it has
 * @param disk the disk it is on
 * @param inode its number there
 * @param mtimeSeconds when it was last modified, in seconds since 1970
 * @param mtimeNanos the nanoseconds after that
 * @param ctimeSeconds when anything of it was last changed, which no program can set
 * @param ctimeNanos the nanoseconds after that
 * @param deviceMajor a device's major number, 0 for all others
 * @param deviceMinor a device's minor number, 0 for all others
 */
public record Stat(
        @Nullable EntryType type,
        int mode,
        long uid,
        long gid,
        long size,
        long stored,
        long names,
        long disk,
        long inode,
        long mtimeSeconds,
        int mtimeNanos,
        long ctimeSeconds,
        int ctimeNanos,
        long deviceMajor,
        long deviceMinor) {
    /** Whether it is a folder. */
    public boolean isDirectory() {
        return type == EntryType.DIRECTORY;
    }

    /** Whether it is overlayfs's mark that a name is gone: a character device 0:0. */
    public boolean isWhiteout() {
        return type == EntryType.CHARACTER_DEVICE && deviceMajor == 0 && deviceMinor == 0;
    }
}
