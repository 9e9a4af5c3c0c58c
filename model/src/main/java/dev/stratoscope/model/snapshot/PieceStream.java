package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.tree.Entry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;

/** Pieces of a file one after another. Not for several threads. */
final class PieceStream extends InputStream {
    private final FileChannel file;
    private final List<Entry.Extent> pieces;
    private int piece;
    private long at;

    /**
     * The bytes of some pieces.
     *
     * @param file belongs to this from now on
     * @param skip how many bytes of the pieces to leave out at the beginning
     */
    PieceStream(FileChannel file, List<Entry.Extent> pieces, long skip) {
        this.file = file;
        this.pieces = pieces;
        this.at = skip;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        while (piece < pieces.size() && at >= pieces.get(piece).length()) {
            at -= pieces.get(piece++).length();
        }
        if (length == 0 || piece == pieces.size()) {
            return length == 0 ? 0 : -1;
        }
        Entry.Extent in = pieces.get(piece);
        int wanted = (int) Math.min(length, in.length() - at);
        int got = file.read(ByteBuffer.wrap(to, from, wanted), in.offset() + at);
        at += Math.max(0, got);
        return got;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
