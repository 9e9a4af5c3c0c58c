package dev.stratoscope.model.archive;

import dev.stratoscope.model.tree.Entry;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/** A sparse file as it reads: its stored pieces with zeros between. */
public final class SparseStream extends FilterInputStream {
    private final List<Entry.Extent> pieces;
    private final long size;
    private int piece;
    private long at;

    /**
     * The file from an offset on.
     *
     * @param stored the stored bytes from {@link #storedBefore} on
     * @param size the file's length
     * @param offset where to begin, 0 to {@code size}
     */
    public SparseStream(InputStream stored, List<Entry.Extent> pieces, long size, long offset) {
        super(stored);
        this.pieces = pieces;
        this.size = size;
        this.at = offset;
    }

    /** How many of the stored bytes belong before an offset of the file. */
    static long storedBefore(List<Entry.Extent> pieces, long offset) {
        long stored = 0;
        for (Entry.Extent piece : pieces) {
            stored += Math.clamp(offset - piece.offset(), 0, piece.length());
        }
        return stored;
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
        while (piece < pieces.size() && at >= end(pieces.get(piece))) {
            piece++;
        }
        if (at >= size) {
            return -1;
        }
        long next = piece < pieces.size() ? pieces.get(piece).offset() : size;
        int got;
        if (at < next) {
            got = (int) Math.min(length, next - at);
            Arrays.fill(to, from, from + got, (byte) 0);
        } else {
            got = in.read(to, from, (int) Math.min(length, end(pieces.get(piece)) - at));
            if (got < 0) {
                throw new EOFException("a sparse file is cut short");
            }
        }
        at += got;
        return got;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] buffer = new byte[Math.clamp(count, 1, 1 << 16)];
        return Math.max(0, read(buffer, 0, (int) Math.min(count, buffer.length)));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static long end(Entry.Extent piece) {
        return piece.offset() + piece.length();
    }
}
