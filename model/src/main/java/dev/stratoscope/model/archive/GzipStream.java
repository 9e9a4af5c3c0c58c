package dev.stratoscope.model.archive;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;

/**
 * Inflates gzip (RFC 1952): members one after another are joined, every checksum is verified, zeros
 * that pad the end are passed over, and anything else after the last member is refused. Not for
 * several threads.
 */
final class GzipStream extends InputStream {
    private static final int BUFFER = 1 << 16;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int HEADER_CRC = 2;

    private final InputStream in;
    private final RawInflater inflater;
    private final @Nullable BlockInflater blocks;
    private final @Nullable CheckpointRecorder recorder;
    private final CRC32 crc = new CRC32();
    private final CRC32 headerCrc = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long filled;
    private long plain;
    private long memberSize;

    /** Whether the current member was read from its beginning, so that its checksum is known. */
    private boolean whole = true;

    private boolean ended;

    /** A stream at the beginning of a gzip file. */
    GzipStream(InputStream in) throws IOException {
        this(in, RawInflater.create(), null);
    }

    /**
     * A stream at the beginning of a gzip file.
     *
     * @param inflater closed with this
     * @param recorder takes down where the file can be entered, if the inflater knows; null for
     *     nothing to be taken down
     */
    GzipStream(InputStream in, RawInflater inflater, @Nullable CheckpointRecorder recorder)
            throws IOException {
        this.in = in;
        this.inflater = inflater;
        this.blocks = recorder == null ? null : inflater.blocks();
        this.recorder = recorder;
        try {
            if (!header()) {
                throw new IOException("not gzip");
            }
        } catch (IOException | RuntimeException e) {
            inflater.close();
            throw e;
        }
    }

    private GzipStream(InputStream in, BlockInflater inflater, Checkpoint checkpoint)
            throws IOException {
        this.in = in;
        this.inflater = inflater;
        this.blocks = null;
        this.recorder = null;
        this.whole = false;
        try {
            int bits = checkpoint.bits();
            int value = bits == 0 ? 0 : must() >> (Byte.SIZE - bits);
            inflater.enter(bits, value, checkpoint.window());
            inflater.feed(buffer, at, end - at);
        } catch (IOException | RuntimeException e) {
            inflater.close();
            throw e;
        }
    }

    /**
     * A stream in the midst of a gzip file. The checksum of the member it begins in cannot be
     * verified, that of others is.
     *
     * @param in the file's bytes from {@link Checkpoint#start}
     * @param inflater closed with this
     */
    static GzipStream enter(InputStream in, BlockInflater inflater, Checkpoint checkpoint)
            throws IOException {
        return new GzipStream(in, inflater, checkpoint);
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
        try {
            while (!ended) {
                if (inflater.left() == 0) {
                    if (at == end && !fill()) {
                        throw new EOFException("the gzip stream is cut short");
                    }
                    inflater.feed(buffer, at, end - at);
                }
                int got = inflate(to, from, length);
                if (inflater.finished()) {
                    trailer();
                }
                if (got > 0) {
                    return got;
                }
            }
            return -1;
        } catch (DataFormatException e) {
            throw new IOException(e.getMessage() == null ? "invalid data" : e.getMessage(), e);
        }
    }

    private int inflate(byte[] to, int from, int length) throws DataFormatException {
        BlockInflater stopping = blocks;
        CheckpointRecorder places = recorder;
        if (stopping == null || places == null || !places.wants(taken(), plain)) {
            return passed(to, from, inflater.inflate(to, from, length));
        }
        int got = passed(to, from, stopping.inflateToBlockEnd(to, from, length));
        if (stopping.atBlockEnd()) {
            places.add(taken(), stopping.bits(), plain, stopping.window());
        }
        return got;
    }

    /** Counts what came out, and what was taken for it. */
    private int passed(byte[] to, int from, int got) {
        at = end - inflater.left();
        if (got > 0 && whole) {
            crc.update(to, from, got);
        }
        memberSize += got;
        plain += got;
        return got;
    }

    /** How many stored bytes were taken so far. */
    private long taken() {
        return filled - end + at;
    }

    @Override
    public void close() throws IOException {
        inflater.close();
        in.close();
    }

    private void trailer() throws IOException {
        if (number(4) != crc.getValue() && whole) {
            throw new IOException("the checksum is wrong");
        }
        if (number(4) != (memberSize & 0xffffffffL) && whole) {
            throw new IOException("the length is wrong");
        }
        inflater.restart();
        crc.reset();
        memberSize = 0;
        whole = true;
        ended = !header();
        if (!ended && blocks != null && recorder != null && recorder.wants(taken(), plain)) {
            recorder.add(taken(), 0, plain, new byte[0]);
        }
    }

    /** Reads a member's header; false where there is no more than padding. */
    private boolean header() throws IOException {
        headerCrc.reset();
        int first = next();
        if (first < 0) {
            return false;
        }
        if (first == 0) {
            padding();
            return false;
        }
        if (first != 0x1f || next() != 0x8b) {
            throw new IOException("junk after the end");
        }
        if (next() != 8) {
            throw new IOException("the compression is not deflate");
        }
        int flags = must();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip((int) number(2));
        }
        for (int text : new int[] {NAME, COMMENT}) {
            while ((flags & text) != 0 && must() != 0) {
                // what a member is called is nobody's business here
            }
        }
        if ((flags & HEADER_CRC) != 0) {
            long expected = headerCrc.getValue() & 0xffff;
            if (number(2) != expected) {
                throw new IOException("the header's checksum is wrong");
            }
        }
        return true;
    }

    private void padding() throws IOException {
        for (int b = next(); b >= 0; b = next()) {
            if (b != 0) {
                throw new IOException("junk after the end");
            }
        }
    }

    private long number(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) must() << (8 * i);
        }
        return value;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            must();
        }
    }

    private int must() throws IOException {
        int b = next();
        if (b < 0) {
            throw new EOFException("the gzip stream is cut short");
        }
        return b;
    }

    private int next() throws IOException {
        if (at == end && !fill()) {
            return -1;
        }
        headerCrc.update(buffer[at]);
        return buffer[at++] & 0xff;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        filled += end;
        return end > 0;
    }
}
