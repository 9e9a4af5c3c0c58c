package dev.stratoscope.model.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

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
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final CRC32 headerCrc = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private boolean ended;

    /** A stream at the beginning of a gzip file. */
    GzipStream(InputStream in) throws IOException {
        this.in = in;
        if (!header()) {
            throw new IOException("not gzip");
        }
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
                if (inflater.needsInput()) {
                    if (at == end && !fill()) {
                        throw new EOFException("the gzip stream is cut short");
                    }
                    inflater.setInput(buffer, at, end - at);
                }
                int got = inflater.inflate(to, from, length);
                at = end - inflater.getRemaining();
                if (got > 0) {
                    crc.update(to, from, got);
                }
                if (inflater.finished()) {
                    trailer();
                } else if (inflater.needsDictionary()) {
                    throw new IOException("it asks for a dictionary");
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

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private void trailer() throws IOException {
        long size = inflater.getBytesWritten() & 0xffffffffL;
        if (number(4) != crc.getValue()) {
            throw new IOException("the checksum is wrong");
        }
        if (number(4) != size) {
            throw new IOException("the length is wrong");
        }
        inflater.reset();
        crc.reset();
        ended = !header();
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
        return end > 0;
    }
}
