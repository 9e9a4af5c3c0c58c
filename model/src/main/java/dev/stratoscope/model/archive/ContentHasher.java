package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Entry;

import java.io.IOException;
import java.util.List;

/** Hashes the files of a tar as they are read. Not for several threads. */
final class ContentHasher {
    private static final int BUFFER = 1 << 16;

    private final TarReader tar;
    private final GuardedStream guard;
    private final String item;
    private final ContentDigest hasher;
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
        this.item = item;
        this.hasher =
                new ContentDigest(
                        zeros -> {
                            guard.add(zeros);
                            progress.advance(0);
                        });
    }

    /** Reads the entry the tar is at; the 32 bytes of its digest as {@link ContentDigest} says. */
    byte[] digest(TarEntry entry) throws IOException {
        List<Entry.Extent> sparse = entry.sparse();
        long size = entry.attributes().size();
        if (Entry.isHollow(size, sparse)) {
            guard.addHoles(size - entry.stored());
        }
        hasher.begin(size, sparse);
        for (long left = entry.stored(); left > 0; ) {
            int got = tar.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (got < 0) {
                throw new ImageFormatException(item, "cut short inside an entry");
            }
            hasher.update(buffer, 0, got);
            left -= got;
        }
        return hasher.end();
    }
}
