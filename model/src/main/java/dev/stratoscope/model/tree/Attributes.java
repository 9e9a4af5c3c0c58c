package dev.stratoscope.model.tree;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a layer says of one path.
 *
 * @param type the kind of file
 * @param mode permission bits with set-uid, set-gid and sticky: 0 to 07777; what a tar has beyond
 *     them repeats the type
 * @param uid the owner's number
 * @param gid the group's number
 * @param user the owner's name as the tar has it; empty where it has none
 * @param group the group's name as the tar has it; empty where it has none
 * @param size the length in bytes of a regular file, 0 for all others
 * @param mtimeSeconds when it was last modified, in seconds since 1970; may be negative
 * @param mtimeNanos the nanoseconds after that, 0 to 999,999,999
 * @param link a link's target as written; empty for all others
 * @param deviceMajor a device's major number, 0 for all others
 * @param deviceMinor a device's minor number, 0 for all others
 * @param xattrs extended attributes by name
 */
public record Attributes(
        EntryType type,
        int mode,
        long uid,
        long gid,
        ByteString user,
        ByteString group,
        long size,
        long mtimeSeconds,
        int mtimeNanos,
        ByteString link,
        long deviceMajor,
        long deviceMinor,
        Map<ByteString, ByteString> xattrs) {

    /** A directory that no entry names, as docker makes it. */
    public static final Attributes IMPLIED_DIRECTORY =
            new Attributes(
                    EntryType.DIRECTORY,
                    0755,
                    0,
                    0,
                    "",
                    "",
                    0,
                    0,
                    0,
                    ByteString.EMPTY,
                    0,
                    0,
                    Map.of());

    /** What is said of a file that comes from nowhere but its bytes. */
    public static Attributes file(long size) {
        return new Attributes(
                EntryType.FILE, 0644, 0, 0, "", "", size, 0, 0, ByteString.EMPTY, 0, 0, Map.of());
    }

    /** Copies the extended attributes. */
    public Attributes {
        xattrs = Map.copyOf(xattrs);
    }

    /** Names as text, which is written in UTF-8. */
    public Attributes(
            EntryType type,
            int mode,
            long uid,
            long gid,
            String user,
            String group,
            long size,
            long mtimeSeconds,
            int mtimeNanos,
            ByteString link,
            long deviceMajor,
            long deviceMinor,
            Map<String, ByteString> xattrs) {
        this(
                type,
                mode,
                uid,
                gid,
                ByteString.of(user),
                ByteString.of(group),
                size,
                mtimeSeconds,
                mtimeNanos,
                link,
                deviceMajor,
                deviceMinor,
                bytes(xattrs));
    }

    private static Map<ByteString, ByteString> bytes(Map<String, ByteString> xattrs) {
        Map<ByteString, ByteString> named = new HashMap<>();
        xattrs.forEach((name, value) -> named.put(ByteString.of(name), value));
        return named;
    }

    /** What is said here of mode, owner, time and extended attributes, for what another one is. */
    public Attributes asNameOf(Attributes file) {
        return as(file.type, file.size, file.link, file.deviceMajor, file.deviceMinor);
    }

    /** The same as a hard link to {@code target}. */
    public Attributes asLinkTo(ByteString target) {
        return as(EntryType.HARDLINK, 0, target, 0, 0);
    }

    /** The same with another time. */
    public Attributes at(long seconds, int nanos) {
        return new Attributes(
                type,
                mode,
                uid,
                gid,
                user,
                group,
                size,
                seconds,
                nanos,
                link,
                deviceMajor,
                deviceMinor,
                xattrs);
    }

    /** The same with another size. */
    Attributes withSize(long other) {
        return as(type, other, link, deviceMajor, deviceMinor);
    }

    private Attributes as(
            EntryType otherType, long otherSize, ByteString otherLink, long major, long minor) {
        return new Attributes(
                otherType,
                mode,
                uid,
                gid,
                user,
                group,
                otherSize,
                mtimeSeconds,
                mtimeNanos,
                otherLink,
                major,
                minor,
                xattrs);
    }

    /** When it was last modified; times beyond what an Instant holds are cut to its ends. */
    public Instant mtime() {
        long seconds =
                Math.clamp(
                        mtimeSeconds, Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond());
        return Instant.ofEpochSecond(seconds, mtimeNanos);
    }

    /**
     * Whether mode, owner, time and extended attributes are the same; types and contents are not
     * looked at.
     */
    public boolean sameMetadata(Attributes other) {
        return mode == other.mode
                && sameOwner(other)
                && sameMtime(other)
                && xattrs.equals(other.xattrs);
    }

    /** Whether both numbers of the owner are the same. */
    public boolean sameOwner(Attributes other) {
        return uid == other.uid && gid == other.gid;
    }

    /** Whether the modification time is the same to the nanosecond. */
    public boolean sameMtime(Attributes other) {
        return mtimeSeconds == other.mtimeSeconds && mtimeNanos == other.mtimeNanos;
    }
}
