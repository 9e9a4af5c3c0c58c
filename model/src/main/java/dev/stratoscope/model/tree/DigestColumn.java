package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;

import java.nio.ByteBuffer;

/** The sha256 of every file that is not empty. Immutable. */
final class DigestColumn {
    private static final byte[] EMPTY_SHA256 = Digest.newSha256().digest(new byte[0]);

    private final Ranks ranks;
    private final ByteBuffer digests;

    private DigestColumn(Ranks ranks, ByteBuffer digests) {
        this.ranks = ranks;
        this.digests = digests;
    }

    static DigestColumn of(IndexReader from) throws ImageFormatException {
        return new DigestColumn(
                from.ranks(IndexForm.DIGEST_RANKS), from.section(IndexForm.DIGESTS));
    }

    /** That of a node; of no bytes where it has none. */
    Digest get(int node) {
        int rank = ranks.rank(node);
        if (rank < 0) {
            return Digest.ofSha256(EMPTY_SHA256);
        }
        byte[] hash = new byte[IndexForm.DIGEST];
        digests.get(rank * IndexForm.DIGEST, hash);
        return Digest.ofSha256(hash);
    }

    boolean isSame(int node, DigestColumn other, int otherNode) {
        int rank = ranks.rank(node);
        int otherRank = other.ranks.rank(otherNode);
        if (rank < 0 || otherRank < 0) {
            return rank == otherRank;
        }
        int at = rank * IndexForm.DIGEST;
        int otherAt = otherRank * IndexForm.DIGEST;
        for (int i = 0; i < IndexForm.DIGEST; i += Long.BYTES) {
            if (digests.getLong(at + i) != other.digests.getLong(otherAt + i)) {
                return false;
            }
        }
        return true;
    }

    /** The first eight bytes of a node's; 0 where it has none. */
    long key(int node) {
        int rank = ranks.rank(node);
        return rank < 0 ? 0 : digests.getLong(rank * IndexForm.DIGEST);
    }
}
