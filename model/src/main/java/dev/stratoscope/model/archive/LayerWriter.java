package dev.stratoscope.model.archive;

import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.LayerEntry;

import org.jspecify.annotations.Nullable;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Writes a layer's tar from entries whose bytes lie elsewhere. */
public final class LayerWriter {
    private static final byte[] NONE = new byte[0];

    private LayerWriter() {}

    /**
     * Writes a tar with its end. The same entries always give the same bytes; sparse files stay
     * sparse.
     *
     * @param entries in the order of the tar
     * @param contents where the files' bytes are
     * @param out left open
     * @param progress advanced by one an entry
     * @throws IOException when contents cannot be read, or are not what the entries say
     */
    public static void write(
            List<LayerEntry> entries, Contents contents, OutputStream out, Progress progress)
            throws IOException {
        write(entries, contents, out, null, (_, _, _) -> {}, progress);
    }

    /** Hears of what was written. */
    interface Written {
        /**
         * Hears of an entry.
         *
         * @param at where in the tar its stored bytes begin
         * @param sha256 the digest of a regular file; empty of others, and when nothing is hashed
         */
        void add(LayerEntry entry, long at, byte[] sha256) throws IOException;
    }

    /**
     * As the other, and tells of each entry.
     *
     * @param hasher of the files; null when nobody wants to know
     * @return the length of the tar
     */
    static long write(
            List<LayerEntry> entries,
            Contents contents,
            OutputStream out,
            @Nullable ContentDigest hasher,
            Written written,
            Progress progress)
            throws IOException {
        TarWriter tar = new TarWriter(out);
        try (Contents.Forward forward = contents.forward()) {
            for (LayerEntry entry : entries) {
                progress.advance(1);
                Entry file = entry.file();
                List<Entry.Extent> sparse = file == null ? null : file.sparse();
                ContentDigest hashing = file == null ? null : hasher;
                if (hashing != null) {
                    hashing.begin(entry.attributes().size(), sparse);
                }
                long at;
                try (InputStream content = open(file, forward)) {
                    InputStream hashed =
                            hashing == null ? content : new HashedStream(content, hashing);
                    at = tar.add(entry.path(), entry.attributes(), sparse, hashed);
                }
                written.add(entry, at, hashing == null ? NONE : hashing.end());
            }
        }
        tar.end();
        return tar.position();
    }

    /** Has hashed what was read of it. */
    private static final class HashedStream extends FilterInputStream {
        private final ContentDigest hasher;

        HashedStream(InputStream in, ContentDigest hasher) {
            super(in);
            this.hasher = hasher;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int got = in.read(to, from, length);
            if (got > 0) {
                hasher.update(to, from, got);
            }
            return got;
        }
    }

    private static InputStream open(@Nullable Entry file, Contents contents) throws IOException {
        if (file == null) {
            return InputStream.nullInputStream();
        }
        List<Entry.Extent> sparse = file.sparse();
        return sparse == null ? contents.open(file, 0) : new StoredPieces(file, sparse, contents);
    }
}
