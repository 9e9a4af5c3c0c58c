package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** A layer that is a member of an outer container. */
abstract sealed class MemberLayer implements StoredLayer permits ArchiveLayer, BlobLayer {
    private final Members members;
    private final String member;
    private final @Nullable Descriptor claimed;
    private final @Nullable ByteSource source;

    /**
     * A layer.
     *
     * @param member the member that holds it
     * @param claimed what a manifest says of the stored bytes; null where none says anything
     */
    MemberLayer(Members members, String member, @Nullable Descriptor claimed) throws IOException {
        this.members = members;
        this.member = member;
        this.claimed = claimed;
        this.source = members.find(member);
    }

    @Override
    public final @Nullable Descriptor descriptor() {
        return claimed;
    }

    @Override
    public final String location() {
        return member;
    }

    @Override
    public final long storedSize() {
        return source != null ? source.size() : claimed != null ? claimed.size() : 0;
    }

    @Override
    public final boolean isMissing() {
        return source == null;
    }

    @Override
    public final InputStream blob() throws IOException {
        return source().open(0);
    }

    /** The stored bytes, which are as many as the manifest says. */
    final ByteSource checkedSource() throws ImageFormatException {
        ByteSource stored = source();
        if (claimed != null && claimed.size() != stored.size()) {
            throw new ImageFormatException(
                    member, stored.size() + " bytes long, not " + claimed.size());
        }
        return stored;
    }

    final ByteSource source() throws ImageFormatException {
        if (source == null) {
            throw new ImageFormatException(member, "is missing from " + members.container());
        }
        return source;
    }

    /** What an earlier pass found; null when there was none. */
    final @Nullable ScannedLayer scanned() throws IOException {
        return members.scanned(member);
    }

    @Override
    public void release() {
        members.release();
    }

    /** What earlier passes over layers found. */
    final LayerRecords records() {
        return members.records();
    }

    final void check(String what, Digest expected, Digest actual) throws DigestMismatchException {
        if (!expected.equals(actual)) {
            throw new DigestMismatchException(member, what, expected, actual);
        }
    }

    /** The digest of {@code bytes} of the same kind as {@code wanted}. */
    static Digest hash(Digest wanted, InputStream bytes, Progress progress) throws IOException {
        MessageDigest hasher = wanted.newHasher();
        try (InputStream in = new AdvancingStream(bytes, progress)) {
            byte[] buffer = new byte[1 << 16];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                hasher.update(buffer, 0, got);
            }
        }
        return wanted.withHash(hasher.digest());
    }
}
