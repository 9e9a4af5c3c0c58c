package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Digest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Hashes and counts what is read through it. */
final class DigestingStream extends FilterInputStream {
    private final MessageDigest hasher = Digest.newSha256();
    private long count;

    DigestingStream(InputStream in) {
        super(in);
    }

    /** The number of bytes read. */
    long count() {
        return count;
    }

    /** The digest of the bytes read; ends the hashing. */
    Digest digest() {
        return Digest.ofSha256(hasher.digest());
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            hasher.update((byte) b);
            count++;
        }
        return b;
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
        int got = in.read(to, at, length);
        if (got > 0) {
            hasher.update(to, at, got);
            count += got;
        }
        return got;
    }

    @Override
    public long skip(long wanted) throws IOException {
        byte[] buffer = new byte[Math.clamp(wanted, 1, 1 << 16)];
        int got = read(buffer, 0, (int) Math.min(wanted, buffer.length));
        return Math.max(0, got);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
