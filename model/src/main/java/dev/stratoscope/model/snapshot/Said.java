package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.Stat;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.util.Map;
import java.util.Objects;

/** What the system says of a file, as a layer says it. */
final class Said {
    private Said() {}

    /**
     * As a layer says it.
     *
     * @param stat of something that a layer can hold
     * @param link the target of a symbolic link, empty for all others
     */
    static Attributes attributes(Stat stat, ByteString link, Map<ByteString, ByteString> xattrs) {
        EntryType type = Objects.requireNonNull(stat.type());
        return new Attributes(
                type,
                stat.mode(),
                stat.uid(),
                stat.gid(),
                ByteString.EMPTY,
                ByteString.EMPTY,
                type == EntryType.FILE ? stat.size() : 0,
                stat.mtimeSeconds(),
                stat.mtimeNanos(),
                link,
                stat.deviceMajor(),
                stat.deviceMinor(),
                xattrs);
    }

    /** The same of a file with that many bytes. */
    static Attributes sized(Attributes said, long size) {
        return new Attributes(
                said.type(),
                said.mode(),
                said.uid(),
                said.gid(),
                said.user(),
                said.group(),
                size,
                said.mtimeSeconds(),
                said.mtimeNanos(),
                said.link(),
                said.deviceMajor(),
                said.deviceMinor(),
                said.xattrs());
    }
}
