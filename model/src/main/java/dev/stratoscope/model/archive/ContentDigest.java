package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.Entry;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.List;

/**
 * The digest of a regular file out of its stored bytes: the sha256 of the whole file with zeros for
 * holes; of a hollow file ({@link Entry#isHollow}) that of its size, the places of its pieces and
 * what is stored, which tells hollow files apart as well. One after another; not for several
 * threads.
 */
final class ContentDigest {
    private static final byte[] ZEROS = new byte[1 << 16];

    private final MessageDigest hasher = Digest.newSha256();
    private final Holes holes;
    private List<Entry.Extent> pieces = List.of();
    private boolean filling;
    private int piece;
    private long at;
    private long size;

    /** Hears of holes that are hashed as if they were stored. */
    interface Holes {
        void pass(int zeros) throws IOException;
    }

    /** A hasher of files. */
    ContentDigest(Holes holes) {
        this.holes = holes;
    }

    /**
     * Begins a file.
     *
     * @param length of it in bytes, holes included
     * @param sparse its stored pieces; null when it is stored whole
     */
    void begin(long length, @Nullable List<Entry.Extent> sparse) {
        hasher.reset();
        filling = false;
        if (sparse != null && Entry.isHollow(length, sparse)) {
            hasher.update(Entry.places(length, sparse));
        } else if (sparse != null) {
            filling = true;
            pieces = sparse;
            piece = 0;
            at = 0;
            size = length;
        }
    }

    /** Goes on with stored bytes. */
    void update(byte[] bytes, int from, int length) throws IOException {
        int first = from;
        int left = length;
        // More than was announced is an error, which others tell.
        while (filling && left > 0 && piece < pieces.size()) {
            Entry.Extent one = pieces.get(piece);
            fill(one.offset());
            int some = (int) Math.min(left, one.offset() + one.length() - at);
            hasher.update(bytes, first, some);
            first += some;
            left -= some;
            at += some;
            if (at == one.offset() + one.length()) {
                piece++;
            }
        }
        hasher.update(bytes, first, left);
    }

    /** The 32 bytes of the digest; all stored bytes have passed. */
    byte[] end() throws IOException {
        if (filling) {
            fill(size);
        }
        return hasher.digest();
    }

    /** Hashes zeros up to a place. */
    private void fill(long to) throws IOException {
        while (at < to) {
            int some = (int) Math.min(to - at, ZEROS.length);
            holes.pass(some);
            hasher.update(ZEROS, 0, some);
            at += some;
        }
    }
}
