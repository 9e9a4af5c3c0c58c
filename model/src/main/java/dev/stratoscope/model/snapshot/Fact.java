package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.Stat;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.Entry;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is known of one name in an upper folder. Immutable.
 *
 * @param stat when it was looked at
 * @param attributes what a layer says of it; null for a whiteout
 * @param opaque whether it is a folder that hides what lies below it
 * @param digest of a regular file's bytes, as an index has it; null of all others
 * @param sparse the pieces of a hollow file; null of all others
 * @param settled whether it was so long unchanged when it was looked at that any later change gives
 *     it another time
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and never changed
record Fact(
        Stat stat,
        @Nullable Attributes attributes,
        boolean opaque,
        byte @Nullable [] digest,
        @Nullable List<Entry.Extent> sparse,
        boolean settled) {
    /** Whether a file of which the system says this now is as it was. */
    boolean holds(Stat now) {
        return settled
                && now.type() == stat.type()
                && now.inode() == stat.inode()
                && now.size() == stat.size()
                && now.mtimeSeconds() == stat.mtimeSeconds()
                && now.mtimeNanos() == stat.mtimeNanos()
                && now.ctimeSeconds() == stat.ctimeSeconds()
                && now.ctimeNanos() == stat.ctimeNanos();
    }
}
