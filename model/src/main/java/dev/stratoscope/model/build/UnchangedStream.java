package dev.stratoscope.model.build;

import dev.stratoscope.model.image.Digest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.function.Supplier;

/** Bytes that have to be the same as before, which is looked at when they end. */
final class UnchangedStream extends FilterInputStream {
    private final MessageDigest hasher = Digest.newSha256();
    private final Digest expected;
    private final Supplier<IOException> changed;
    private long left;

    /**
     * Checks bytes.
     *
     * @param size how many there were
     * @param changed what is thrown when they are others
     */
    UnchangedStream(InputStream in, long size, Digest expected, Supplier<IOException> changed) {
        super(in);
        this.left = size;
        this.expected = expected;
        this.changed = changed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int got = in.read(to, from, length);
        if (got >= 0) {
            left -= got;
            if (left < 0) {
                throw changed.get();
            }
            hasher.update(to, from, got);
            return got;
        }
        if (left > 0 || (left == 0 && !Digest.ofSha256(hasher.digest()).equals(expected))) {
            throw changed.get();
        }
        left = -1;
        return -1;
    }
}
