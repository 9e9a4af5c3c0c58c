package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.time.Instant;
import java.util.Map;

/** Attributes with one thing changed, and new ones. */
final class Revised {
    private Revised() {}

    /** Of something new, owned by root. */
    static Attributes fresh(EntryType type, int mode, ByteString link, Instant now) {
        return new Attributes(
                type,
                mode,
                0,
                0,
                ByteString.EMPTY,
                ByteString.EMPTY,
                0,
                now.getEpochSecond(),
                now.getNano(),
                link,
                0,
                0,
                Map.of());
    }

    static Attributes mode(Attributes from, int mode) {
        return of(from, mode & 07777, from.uid(), from.gid(), from.xattrs());
    }

    static Attributes xattrs(Attributes from, Map<ByteString, ByteString> xattrs) {
        return of(from, from.mode(), from.uid(), from.gid(), xattrs);
    }

    /** Another owner or group; their names are forgotten. */
    static Attributes owner(Attributes from, long uid, long gid) {
        return of(from, from.mode(), uid, gid, from.xattrs());
    }

    private static Attributes of(
            Attributes from, int mode, long uid, long gid, Map<ByteString, ByteString> xattrs) {
        return new Attributes(
                from.type(),
                mode,
                uid,
                gid,
                uid == from.uid() ? from.user() : ByteString.EMPTY,
                gid == from.gid() ? from.group() : ByteString.EMPTY,
                from.size(),
                from.mtimeSeconds(),
                from.mtimeNanos(),
                from.link(),
                from.deviceMajor(),
                from.deviceMinor(),
                xattrs);
    }

    static Attributes time(Attributes from, Instant time) {
        return sizeAndTime(from, from.size(), time.getEpochSecond(), time.getNano());
    }

    static Attributes size(Attributes from, long size) {
        return sizeAndTime(from, size, from.mtimeSeconds(), from.mtimeNanos());
    }

    private static Attributes sizeAndTime(Attributes from, long size, long seconds, int nanos) {
        return new Attributes(
                from.type(),
                from.mode(),
                from.uid(),
                from.gid(),
                from.user(),
                from.group(),
                size,
                seconds,
                nanos,
                from.link(),
                from.deviceMajor(),
                from.deviceMinor(),
                from.xattrs());
    }
}
