package dev.stratoscope.model.parcel;

import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One member of an archive.
 *
 * @param number its place in the archive, from 0
 * @param name its name as written; comes from strangers and may be anything
 * @param kind what it is
 * @param size its length in bytes; -1 where the archive does not say
 * @param modified when it was last modified; null where the archive does not say
 * @param mode permission bits, 0 to 07777; -1 where the archive does not say
 * @param sum the CRC-32 of its bytes, not negative; -1 where it is not known
 */
public record Member(
        int number,
        ByteString name,
        Kind kind,
        long size,
        @Nullable Instant modified,
        int mode,
        long sum) {
    /** What a member is. */
    public enum Kind {
        /** A regular file, whose bytes can be read. */
        FILE,
        /** A folder. */
        FOLDER,
        /** A link, a device or another thing without bytes of its own. */
        OTHER
    }
}
