package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Entry;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;

/** Hashes the files of a tar as they are read. Not for several threads. */
final class ContentHasher {
    private static final int BUFFER = 1 << 16;

    private final TarReader tar;
    private final GuardedStream guard;
    private final Progress progress;
    private final String item;
    private final MessageDigest hasher = Digest.newSha256();
    private final byte[] buffer = new byte[BUFFER];

    /**
     * A hasher of a tar's files.
     *
     * @param guard counts the holes that are hashed as if they were stored
     * @param item which tar, for messages
     */
    ContentHasher(TarReader tar, GuardedStream guard, Progress progress, String item) {
        this.tar = tar;
        this.guard = guard;
        this.progress = progress;
        this.item = item;
    }

    /**
     * Reads the entry the tar is at. The 32 bytes of the sha256 of the whole file with zeros for
     * holes; of a hollow file ({@link Entry#isHollow}) that of its size, the places of its pieces
     * and what is stored, which tells hollow files apart as well.
     */
    byte[] digest(TarEntry entry) throws IOException {
        List<Entry.Extent> sparse = entry.sparse();
        long size = entry.attributes().size();
        if (sparse == null) {
            hash(entry.stored());
        } else if (Entry.isHollow(size, sparse)) {
            guard.addHoles(size - entry.stored());
            hasher.update(Entry.places(size, sparse));
            hash(entry.stored());
        } else {
            long at = 0;
            for (Entry.Extent piece : sparse) {
                hashZeros(piece.offset() - at);
                hash(piece.length());
                at = piece.offset() + piece.length();
            }
            hashZeros(size - at);
        }
        return hasher.digest();
    }

    private void hash(long length) throws IOException {
        for (long left = length; left > 0; ) {
            int got = tar.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (got < 0) {
                throw new ImageFormatException(item, "cut short inside an entry");
            }
            hasher.update(buffer, 0, got);
            left -= got;
        }
    }

    private void hashZeros(long count) throws IOException {
        byte[] zeros = new byte[(int) Math.min(count, BUFFER)];
        for (long left = count; left > 0; left -= zeros.length) {
            int some = (int) Math.min(left, zeros.length);
            guard.add(some);
            progress.advance(0);
            hasher.update(zeros, 0, some);
        }
    }
}
