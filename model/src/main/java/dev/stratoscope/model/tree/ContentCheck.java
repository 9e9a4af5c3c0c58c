package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.image.Printable;

import org.jspecify.annotations.Nullable;

import java.security.MessageDigest;

/**
 * Checks that the bytes read of a file are those that its layer was found to have; the image may
 * have been changed meanwhile. A file without a digest passes. Not for several threads.
 */
public final class ContentCheck {
    private static final byte[] ZEROS = new byte[1 << 13];

    private final Entry entry;
    private final @Nullable MessageDigest hasher;

    /** A check of a file that is going to be read from its beginning. */
    public ContentCheck(Entry entry) {
        this.entry = entry;
        Digest digest = entry.digest();
        this.hasher = digest == null ? null : digest.newHasher();
    }

    /** Takes the next bytes of the file. */
    public void add(byte[] bytes, int from, int length) {
        if (hasher != null) {
            hasher.update(bytes, from, length);
        }
    }

    /** Takes the next {@code count} bytes of the file, which are zeros. */
    public void addHole(long count) {
        if (hasher == null) {
            return;
        }
        for (long left = count; left > 0; left -= ZEROS.length) {
            hasher.update(ZEROS, 0, (int) Math.min(left, ZEROS.length));
        }
    }

    /**
     * Ends the check when all of the file was taken.
     *
     * @throws DigestMismatchException when they are other bytes; it names the file's path
     */
    public void finish() throws DigestMismatchException {
        Digest expected = entry.digest();
        if (hasher == null || expected == null) {
            return;
        }
        Digest actual = expected.withHash(hasher.digest());
        if (!actual.equals(expected)) {
            String path = Printable.of(entry.path().toString());
            throw new DigestMismatchException(path, "digest", expected, actual);
        }
    }
}
