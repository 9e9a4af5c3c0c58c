package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.host.Stat;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out what a name in an upper folder is. Not for several threads. */
final class FactReader {
    /** More than the steps of any system's clock for files. */
    private static final long GRAIN_MILLIS = 100;

    private final Progress progress;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 17);
    private final MessageDigest hasher = Digest.newSha256();

    /** By inode, what was read of files with several names. */
    private final Map<Long, Fact> linked = new HashMap<>();

    FactReader(Progress progress) {
        this.progress = progress;
    }

    /** Of an open folder. */
    Fact folder(LiveDirectory folder) throws IOException {
        Stat stat = folder.stat();
        Map<ByteString, ByteString> xattrs = folder.xattrs();
        Attributes said = Said.attributes(stat, ByteString.EMPTY, Marks.strip(xattrs));
        return new Fact(stat, said, Marks.isOpaque(xattrs), null, null, isSettled(stat));
    }

    /**
     * Of a name in a folder.
     *
     * @param before what was known of it; null for nothing
     * @return null when there is nothing, or something that no layer holds
     * @throws java.nio.file.NoSuchFileException when it goes away meanwhile
     */
    @Nullable Fact read(LiveDirectory folder, ByteString name, @Nullable Fact before)
            throws IOException {
        Stat stat = folder.stat(name);
        EntryType type = stat == null ? null : stat.type();
        if (stat == null || type == null) {
            return null;
        }
        if (before != null && before.holds(stat)) {
            return before;
        }
        if (stat.isWhiteout()) {
            return new Fact(stat, null, false, null, null, isSettled(stat));
        }
        Fact same = linked.get(stat.inode());
        if (same != null && same.holds(stat)) {
            return same;
        }
        boolean settled = isSettled(stat);
        Map<ByteString, ByteString> xattrs = folder.xattrs(name);
        ByteString link = type == EntryType.SYMLINK ? folder.readLink(name) : ByteString.EMPTY;
        Attributes said = Said.attributes(stat, link, Marks.strip(xattrs));
        if (type != EntryType.FILE) {
            return new Fact(stat, said, Marks.isOpaque(xattrs), null, null, settled);
        }
        Fact fact = file(folder, name, stat, said, settled);
        if (stat.names() > 1) {
            linked.put(stat.inode(), fact);
        }
        return fact;
    }

    private static boolean isSettled(Stat stat) {
        long changed = stat.ctimeSeconds() * 1000 + stat.ctimeNanos() / 1_000_000;
        return changed < System.currentTimeMillis() - GRAIN_MILLIS;
    }

    private Fact file(
            LiveDirectory folder, ByteString name, Stat stat, Attributes said, boolean settled)
            throws IOException {
        List<Entry.Extent> pieces =
                stat.size() - stat.stored() > Entry.MOST_HOLES ? folder.pieces(name) : null;
        boolean hollow = Entry.isHollow(stat.size(), pieces);
        hasher.reset();
        long read = 0;
        try (FileChannel bytes = folder.file(name, false)) {
            if (hollow && pieces != null) {
                hasher.update(Entry.places(stat.size(), pieces));
                for (Entry.Extent piece : pieces) {
                    hash(bytes, piece.offset(), piece.length());
                }
                read = stat.size();
            } else {
                read = hash(bytes, 0, stat.size());
            }
        }
        return new Fact(
                stat,
                Said.sized(said, read),
                false,
                read == 0 ? null : hasher.digest(),
                hollow ? pieces : null,
                settled);
    }

    /** Returns how many bytes there were: fewer when the file was cut short meanwhile. */
    private long hash(FileChannel bytes, long from, long length) throws IOException {
        long at = from;
        while (at < from + length) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), from + length - at));
            int got = bytes.read(buffer, at);
            if (got < 0) {
                break;
            }
            hasher.update(buffer.flip());
            at += got;
            progress.advance(got);
        }
        return at - from;
    }
}
