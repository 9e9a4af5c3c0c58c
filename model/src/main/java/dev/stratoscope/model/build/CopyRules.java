package dev.stratoscope.model.build;

import dev.stratoscope.model.dockerfile.IgnoreFile;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * How it is copied. Immutable.
 *
 * @param owner of all that is copied and of the folders made; null leaves owners as they are, and
 *     the folders are root's
 * @param mode null leaves modes as they are
 * @param excluded what of folders is not copied
 * @param now the time of folders that are made
 * @param latest what is copied from elsewhere is no later, and all of the context is of this time;
 *     null leaves times as they are
 */
record CopyRules(
        @Nullable Owner owner,
        @Nullable ModeChange mode,
        IgnoreFile excluded,
        Instant now,
        @Nullable Instant latest) {
    /** What is said of a copy. */
    Attributes of(Attributes said) {
        Instant mtime = said.mtime();
        return of(said, latest != null && mtime.isAfter(latest) ? latest : mtime);
    }

    /**
     * What is said of a copy from the context: where times are to be the same everywhere, its own
     * does not count, since a checkout elsewhere has another one.
     */
    Attributes ofContext(Attributes said) {
        return of(said, latest == null ? said.mtime() : latest);
    }

    private Attributes of(Attributes said, Instant mtime) {
        EntryType type = said.type();
        return new Attributes(
                type,
                mode == null || type == EntryType.SYMLINK
                        ? said.mode()
                        : mode.of(said.mode(), type == EntryType.DIRECTORY),
                owner == null ? said.uid() : owner.uid(),
                owner == null ? said.gid() : owner.gid(),
                ByteString.EMPTY,
                ByteString.EMPTY,
                said.size(),
                mtime.getEpochSecond(),
                mtime.getNano(),
                said.link(),
                said.deviceMajor(),
                said.deviceMinor(),
                said.xattrs());
    }

    /** What is said of something made here. */
    Attributes made(EntryType type, int bits, long size) {
        Attributes said =
                new Attributes(
                        type,
                        bits,
                        0,
                        0,
                        ByteString.EMPTY,
                        ByteString.EMPTY,
                        size,
                        now.getEpochSecond(),
                        now.getNano(),
                        ByteString.EMPTY,
                        0,
                        0,
                        Map.of());
        return type == EntryType.DIRECTORY
                ? new CopyRules(owner, null, excluded, now, latest).of(said)
                : of(said);
    }

    /** The same for what keeps owner and mode. */
    CopyRules unchanged() {
        return new CopyRules(null, null, IgnoreFile.NOTHING, now, latest);
    }

    Attributes folder() {
        return made(EntryType.DIRECTORY, 0755, 0);
    }
}
