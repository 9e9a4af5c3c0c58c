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
        return Compression.of(source().head(Compression.HEAD)) != Compression.NONE;
    }

    @Override
    public InputStream open(long offset) throws IOException {
        ByteSource stored = source();
        return Compression.of(stored.head(Compression.HEAD)).open(stored, offset);
    }

    @Override
    public ScannedLayer scan(Limits limits, Progress progress) throws IOException {
        checkedSource();
        ScannedLayer scanned = read(limits, progress);
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

    @Override
    public ScannedLayer read(Limits limits, Progress progress) throws IOException {
        ByteSource stored = source();
        if (claimed != null && claimed.mediaType().value().endsWith("+encrypted")) {
            throw new ImageFormatException(location(), "is encrypted, so its files cannot be read");
        }
        ScannedLayer scanned = scanned();
        if (scanned == null) {
            Progress reading = progress.child("Indexing " + location(), stored.size());
            try (InputStream in = stored.open(0)) {
                scanned = LayerScan.scan(location(), in, limits, reading);
            }
        }
        return scanned;
    }

    private static boolean isSha256(Digest digest) {
        return digest.algorithm().equals("sha256");
    }
}
