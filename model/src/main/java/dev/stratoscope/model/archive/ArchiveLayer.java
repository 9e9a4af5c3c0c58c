package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;

/** A layer's tar, under whatever compression. */
final class ArchiveLayer extends MemberLayer {
    private final Digest diffId;
    private final @Nullable Descriptor claimed;
    private volatile @Nullable CompressedSource plain;

    /**
     * A layer.
     *
     * @param member the member that holds it
     * @param claimed what a manifest says of the stored bytes; null where none says anything
     * @param diffId what the config says of the tar
     */
    ArchiveLayer(Members members, String member, @Nullable Descriptor claimed, Digest diffId)
            throws IOException {
        super(members, member, claimed);
        this.claimed = claimed;
        this.diffId = diffId;
    }

    @Override
    public Digest diffId() {
        return diffId;
    }

    @Override
    public boolean isCompressed() throws IOException {
        return plain().compression() != Compression.NONE;
    }

    @Override
    public long entrance(long offset) throws IOException {
        return plain().entrance(offset);
    }

    @Override
    public InputStream open(long offset) throws IOException {
        return plain().open(offset);
    }

    @Override
    public void release() {
        super.release();
        CompressedSource known = plain;
        if (known != null) {
            known.close();
        }
    }

    /** Which compression it is, is told by bytes that need not be read before they are needed. */
    private synchronized CompressedSource plain() throws IOException {
        CompressedSource known = plain;
        if (known == null) {
            ByteSource stored = source();
            Compression compression = Compression.of(stored.head(Compression.HEAD));
            known = new CompressedSource(stored, compression, records().cache().scratch());
            plain = known;
        }
        return known;
    }

    @Override
    public ScannedLayer scan(Limits limits, Progress progress) throws IOException {
        ByteSource stored = checkedSource();
        checkReadable();
        Stamp stamp = records().stamp(stored);
        ScannedLayer known = scanned();
        ScannedLayer found = known == null ? records().find(stamp, limits) : known;
        ScannedLayer scanned = found == null ? pass(limits, progress) : found;
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
        ScannedLayer kept =
                found == null ? records().keep(stamp, stored, scanned, limits) : scanned;
        learn(kept);
        return kept;
    }

    @Override
    public ScannedLayer read(Limits limits, Progress progress) throws IOException {
        checkReadable();
        ScannedLayer known = scanned();
        ScannedLayer scanned = known == null ? pass(limits, progress) : known;
        learn(scanned);
        return scanned;
    }

    /** Keeps what is known of it from elsewhere. */
    void keep(ScannedLayer known, Limits limits) throws IOException {
        ByteSource stored = checkedSource();
        learn(records().keep(records().stamp(stored), stored, known, limits));
    }

    private ScannedLayer pass(Limits limits, Progress progress) throws IOException {
        ByteSource stored = source();
        Progress reading = progress.child("Indexing " + location(), stored.size());
        try (InputStream in = stored.open(0)) {
            return LayerScan.scan(location(), in, limits, reading);
        }
    }

    private void checkReadable() throws ImageFormatException {
        if (claimed != null && claimed.mediaType().value().endsWith("+encrypted")) {
            throw new ImageFormatException(location(), "is encrypted, so its files cannot be read");
        }
    }

    private void learn(ScannedLayer scanned) throws IOException {
        if (scanned.checkpoints() != null) {
            plain().learn(scanned.checkpoints());
        }
    }

    private static boolean isSha256(Digest digest) {
        return digest.algorithm().equals("sha256");
    }
}
