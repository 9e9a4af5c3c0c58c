package dev.stratoscope.model.store;

import dev.stratoscope.model.archive.ScannedLayer;
import dev.stratoscope.model.archive.StoredLayer;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.Turn;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Brings one layer into the store: its claims are checked, its bytes stay as they are. */
final class LayerArrival {
    private final StoredLayer layer;
    private final BlobFolder blobs;
    private final StoreLock lock;
    private final Lease lease;
    private final Limits limits;

    LayerArrival(StoredLayer layer, BlobFolder blobs, StoreLock lock, Lease lease, Limits limits) {
        this.layer = layer;
        this.blobs = blobs;
        this.lock = lock;
        this.lease = lease;
        this.limits = limits;
    }

    /**
     * A layer that is in the store.
     *
     * @param blob the bytes as stored, of the type they really are
     */
    record Result(Descriptor blob, LayerSizes sizes) {}

    /** The digest of the bytes as far as it is told; null where nothing tells it. */
    static @Nullable Digest expected(StoredLayer layer) throws IOException {
        Descriptor claimed = layer.descriptor();
        if (claimed != null) {
            return claimed.digest();
        }
        return layer.isMissing() || layer.isCompressed() ? null : layer.diffId();
    }

    /** Copies the bytes unless they are there, and checks all that is said of them. */
    Result run(Progress progress) throws IOException {
        Descriptor claimed = layer.descriptor();
        if (claimed != null && !layer.isMissing() && claimed.size() != layer.storedSize()) {
            throw new ImageFormatException(
                    layer.location(), layer.storedSize() + " bytes long, not " + claimed.size());
        }
        Digest expected = expected(layer);
        if (expected != null && blobs.isWhole(expected, layer.storedSize(), progress)) {
            return checked(expected, layer.scan(limits, progress));
        }
        try (Ingest ingest = blobs.ingest(lease)) {
            Digest actual = copy(ingest, expected, progress);
            ScannedLayer scanned = layer.scan(limits, progress);
            Digest other = scanned.blob().digest();
            if (other.algorithm().equals(actual.algorithm()) && !other.equals(actual)) {
                throw new ImageFormatException(layer.location(), "changed while it was read");
            }
            if (expected == null) {
                try (Turn _ = lock.take()) {
                    lease.needs(List.of(actual));
                }
            }
            if (expected != null || !blobs.isWhole(actual, ingest.size(), progress)) {
                ingest.commit(actual);
            }
            return checked(actual, scanned);
        }
    }

    /** Checks all that is said of the bytes, which are there in another form. */
    Result check(Progress progress) throws IOException {
        ScannedLayer scanned = layer.scan(limits, progress);
        return checked(scanned.blob().digest(), scanned);
    }

    private Digest copy(Ingest ingest, @Nullable Digest expected, Progress progress)
            throws IOException {
        Digest wanted = expected == null ? Digest.sha256(new byte[0]) : expected;
        Progress copying = progress.child("Copying " + layer.location(), layer.storedSize());
        Digest actual;
        try (InputStream in = layer.blob()) {
            actual = ingest.write(in, wanted, copying);
        }
        if (expected != null && !expected.equals(actual)) {
            String what = layer.descriptor() == null ? "diffID" : "digest";
            throw new DigestMismatchException(layer.location(), what, expected, actual);
        }
        return actual;
    }

    private static Result checked(Digest digest, ScannedLayer scanned) {
        Descriptor real = scanned.blob();
        return new Result(
                new Descriptor(real.mediaType(), digest, real.size()),
                new LayerSizes(scanned.index().contentSize(), scanned.index().tarSize()));
    }
}
