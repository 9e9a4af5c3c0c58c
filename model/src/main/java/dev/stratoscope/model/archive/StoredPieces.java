package dev.stratoscope.model.archive;

import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/**
 * What is stored of a sparse file, piece after piece without its holes. Short holes are read over;
 * for a long one the file is opened again behind it.
 */
final class StoredPieces extends InputStream {
    private static final long SHORT_HOLE = 1 << 20;

    private final Entry file;
    private final Contents contents;
    private final Iterator<Entry.Extent> pieces;
    private InputStream in = InputStream.nullInputStream();
    private long at = Long.MIN_VALUE;
    private long left;

    StoredPieces(Entry file, List<Entry.Extent> pieces, Contents contents) {
        this.file = file;
        this.contents = contents;
        this.pieces = pieces.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (left == 0) {
            if (!pieces.hasNext()) {
                return -1;
            }
            Entry.Extent piece = pieces.next();
            left = piece.length();
            if (left > 0) {
                moveTo(piece.offset());
            }
        }
        int got = in.read(to, from, (int) Math.min(length, left));
        if (got < 0) {
            throw new EOFException("a sparse file is cut short");
        }
        left -= got;
        at += got;
        return got;
    }

    private void moveTo(long offset) throws IOException {
        if (at >= 0 && offset - at <= SHORT_HOLE) {
            in.skipNBytes(offset - at);
        } else {
            in.close();
            in = contents.open(file, offset);
        }
        at = offset;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
