package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.DigestMismatchException;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Bytes that end with an error when they were not those of a digest. */
final class VerifiedStream extends FilterInputStream {
    private final MessageDigest hasher;
    private final Digest expected;
    private final String item;
    private final String what;

    /**
     * Verifies what is read to its end.
     *
     * @param item where the bytes lie
     * @param what which digest it is, as {@link DigestMismatchException#what} has it
     */
    VerifiedStream(InputStream in, Digest expected, String item, String what) {
        super(in);
        this.hasher = expected.newHasher();
        this.expected = expected;
        this.item = item;
        this.what = what;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int at, int length) throws IOException {
        int got = in.read(to, at, length);
        if (got >= 0) {
            hasher.update(to, at, got);
            return got;
        }
        Digest actual = expected.withHash(hasher.digest());
        if (!actual.equals(expected)) {
            throw new DigestMismatchException(item, what, expected, actual);
        }
        return -1;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
