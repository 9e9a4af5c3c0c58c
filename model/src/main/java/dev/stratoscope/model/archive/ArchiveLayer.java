package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Layer;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** A layer inside an outer container. */
public final class ArchiveLayer implements Layer {
    private final Members members;
    private final String member;
    private final @Nullable Descriptor claimed;
    private final Digest diffId;
    private final @Nullable ByteSource source;

    /**
     * A layer.
     *
     * @param member the member that holds it
     * @param claimed what a manifest says of the stored bytes; null where none says anything
     * @param diffId what the config says of the tar
     */
    ArchiveLayer(Members members, String member, @Nullable Descriptor claimed, Digest diffId)
            throws IOException {
        this.members = members;
        this.member = member;
        this.claimed = claimed;
        this.diffId = diffId;
        this.source = members.find(member);
    }

    @Override
    public @Nullable Descriptor descriptor() {
        return claimed;
    }

    @Override
    public Digest diffId() {
        return diffId;
    }

    @Override
    public String location() {
        return member;
    }

    @Override
    public long storedSize() {
        return source != null ? source.size() : claimed != null ? claimed.size() : 0;
    }

    @Override
    public boolean isMissing() {
        return source == null;
    }

    @Override
    public InputStream blob() throws IOException {
        return source().open(0);
    }

    @Override
    public InputStream open() throws IOException {
        return open(0);
    }

    /** Whether reading from the middle takes reading all before it. */
    boolean isCompressed() throws IOException {
        return Compression.of(source().head(Compression.HEAD)) != Compression.NONE;
    }

    /** The bytes of the tar from {@code offset} on. */
    InputStream open(long offset) throws IOException {
        ByteSource stored = source();
        Compression compression = Compression.of(stored.head(Compression.HEAD));
        if (compression == Compression.NONE) {
            return stored.open(offset);
        }
        InputStream in = stored.open(0);
        try {
            InputStream plain = compression.plain(in);
            Skipping.skip(plain, offset);
            return plain;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Reads the layer once and checks every claim: size, digest, diffID.
     *
     * @param progress advanced by stored bytes
     * @throws DigestMismatchException when a digest is not what it should be
     * @throws ImageFormatException when the layer is missing, has another size, or is no layer
     */
    public ScannedLayer scan(Limits limits, Progress progress) throws IOException {
        ByteSource stored = source();
        if (claimed != null && claimed.size() != stored.size()) {
            throw new ImageFormatException(
                    member, stored.size() + " bytes long, not " + claimed.size());
        }
        if (claimed != null && claimed.mediaType().value().endsWith("+encrypted")) {
            throw new ImageFormatException(member, "is encrypted, so its files cannot be read");
        }
        ScannedLayer scanned = members.scanned(member);
        if (scanned == null) {
            Progress reading = progress.child("Indexing " + member, stored.size());
            try (InputStream in = stored.open(0)) {
                scanned = LayerScan.scan(member, in, limits, reading);
            }
        }
        if (claimed != null) {
            Digest wanted = claimed.digest();
            check(
                    "digest",
                    wanted,
                    isSha256(wanted) ? scanned.blob().digest() : hash(wanted, blob(), progress));
        }
        check(
                "diffID",
                diffId,
                isSha256(diffId) ? scanned.diffId() : hash(diffId, open(), progress));
        return scanned;
    }

    private void check(String what, Digest expected, Digest actual) throws DigestMismatchException {
        if (!expected.equals(actual)) {
            throw new DigestMismatchException(member, what, expected, actual);
        }
    }

    private static boolean isSha256(Digest digest) {
        return digest.algorithm().equals("sha256");
    }

    /** Reads once more, for what claims a digest of another kind than the pass itself makes. */
    private static Digest hash(Digest wanted, InputStream bytes, Progress progress)
            throws IOException {
        MessageDigest hasher = wanted.newHasher();
        try (InputStream in = bytes) {
            byte[] buffer = new byte[1 << 16];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                progress.advance(0);
                hasher.update(buffer, 0, got);
            }
        }
        return wanted.withHash(hasher.digest());
    }

    private ByteSource source() throws ImageFormatException {
        if (source == null) {
            throw new ImageFormatException(member, "is missing from " + members.container());
        }
        return source;
    }
}
