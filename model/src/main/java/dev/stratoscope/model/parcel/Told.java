package dev.stratoscope.model.parcel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A library's stream, which fails with nothing but an {@link IOException}. */
final class Told extends FilterInputStream {
    Told(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
        try {
            return in.read(to, at, length);
        } catch (RuntimeException e) { // decompressors throw these at damaged bytes
            throw new IOException(Parcel.reason(e), e);
        }
    }

    @Override
    public long skip(long wanted) throws IOException {
        byte[] buffer = new byte[Math.clamp(wanted, 1, 1 << 16)];
        return Math.max(0, read(buffer, 0, (int) Math.min(wanted, buffer.length)));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
