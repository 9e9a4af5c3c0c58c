package dev.stratoscope.model;

import dev.stratoscope.model.archive.ScannedLayer;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.Finding.Code;
import dev.stratoscope.model.image.Finding.Severity;
import dev.stratoscope.model.image.Layer;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.BrokenLinksException;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Holds one layer against everything that the image says of it. */
final class LayerCheck {
    private final OpenImage opened;
    private final int number;
    private final Layer layer;
    private final List<Finding> found = new ArrayList<>();

    private LayerCheck(OpenImage opened, int number) {
        this.opened = opened;
        this.number = number;
        this.layer = opened.image().layers().get(number);
    }

    /**
     * What came of it.
     *
     * @param findings what is odd, in the order it was met
     * @param index the entries, also of a layer that is not what it should be; null where it could
     *     not be read
     */
    record Result(List<Finding> findings, @Nullable LayerIndex index) {}

    /**
     * Reads a layer, once where its claims hold.
     *
     * @throws InterruptedIOException when cancelled
     */
    static Result of(OpenImage opened, int number, Progress progress)
            throws InterruptedIOException {
        return new LayerCheck(opened, number).result(progress);
    }

    private Result result(Progress progress) throws InterruptedIOException {
        LayerIndex index = null;
        try {
            LayerFacts facts = opened.layer(number, progress);
            index = facts.index();
            addOdd(facts.blob().mediaType(), index);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            index = damaged(e, progress);
        }
        return new Result(List.copyOf(found), index);
    }

    /** Reads the layer as it is, to tell all that does not hold and not only the first. */
    private @Nullable LayerIndex damaged(IOException first, Progress progress)
            throws InterruptedIOException {
        if (layer.isMissing()) {
            error(Code.MISSING_BLOB, String.valueOf(first.getMessage()));
            return null;
        }
        addSize();
        try {
            ScannedLayer scanned = opened.layerAsItIs(number, progress);
            addDigest(scanned.blob().digest());
            addDiffId(scanned.diffId());
            if (found.isEmpty()) {
                error(code(first), String.valueOf(first.getMessage()));
            }
            addOdd(scanned.blob().mediaType(), scanned.index());
            return scanned.index();
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            addStoredDigest(progress);
            error(Code.UNREADABLE_LAYER, String.valueOf(e.getMessage()));
            BrokenLinksException broken = BrokenLinksException.in(e);
            if (broken != null) {
                broken.findings().forEach(finding -> found.add(finding.inLayer(number)));
            }
            return null;
        }
    }

    /** Tells whether bytes that are no layer are at least the ones the manifest means. */
    private void addStoredDigest(Progress progress) throws InterruptedIOException {
        Descriptor claimed = layer.descriptor();
        if (claimed == null) {
            return;
        }
        MessageDigest hasher = claimed.digest().newHasher();
        try (InputStream in = layer.blob()) {
            byte[] buffer = new byte[1 << 16];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                progress.advance(0);
                hasher.update(buffer, 0, got);
            }
            addDigest(claimed.digest().withHash(hasher.digest()));
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            error(Code.UNREADABLE_LAYER, String.valueOf(e.getMessage()));
        }
    }

    /** Of what cannot be told from a sha256, only the error itself is left. */
    private static Code code(IOException e) {
        if (e instanceof DigestMismatchException mismatch) {
            return mismatch.what().equals("diffID") ? Code.DIFFID_MISMATCH : Code.DIGEST_MISMATCH;
        }
        return Code.UNREADABLE_LAYER;
    }

    private void addSize() {
        Descriptor claimed = layer.descriptor();
        if (claimed != null && claimed.size() != layer.storedSize()) {
            error(
                    Code.SIZE_MISMATCH,
                    layer.location()
                            + " is "
                            + layer.storedSize()
                            + " bytes long, not "
                            + claimed.size());
        }
    }

    private void addDigest(Digest actual) {
        Descriptor claimed = layer.descriptor();
        if (claimed != null && differ(claimed.digest(), actual)) {
            error(
                    Code.DIGEST_MISMATCH,
                    layer.location() + " has the digest " + actual + ", not " + claimed.digest());
        }
    }

    private void addDiffId(Digest actual) {
        if (!differ(layer.diffId(), actual)) {
            return;
        }
        int place = opened.image().config().diffIds().indexOf(actual);
        if (place >= 0) {
            error(
                    Code.LAYER_ORDER,
                    "its tar is the one the config lists as layer "
                            + place
                            + ": the layers are out of order");
        } else {
            error(Code.DIFFID_MISMATCH, "its diffID is " + actual + ", not " + layer.diffId());
        }
    }

    private static boolean differ(Digest claimed, Digest actual) {
        return claimed.algorithm().equals(actual.algorithm()) && !claimed.equals(actual);
    }

    private void addOdd(MediaType actual, LayerIndex index) {
        Descriptor claimed = layer.descriptor();
        if (claimed != null) {
            addTypes(claimed.mediaType(), actual);
        }
        index.findings().forEach(finding -> found.add(finding.inLayer(number)));
    }

    /** The layers of what is no image may be of any type. */
    private void addTypes(MediaType claimed, MediaType actual) {
        if (opened.image().kind() != ListedImage.Kind.IMAGE) {
            return;
        }
        String said = claimed.layerPacking();
        String is = actual.layerPacking();
        if (said == null) {
            add(Code.MEDIA_TYPE, Severity.INFO, "its type " + claimed + " is no known layer type");
        } else if (!said.equals(is)) {
            add(
                    Code.MEDIA_TYPE,
                    Severity.WARNING,
                    "its type " + claimed + " says " + said + ", its bytes are " + is);
        }
        if (claimed.isNonDistributable()) {
            add(
                    Code.NON_DISTRIBUTABLE,
                    Severity.INFO,
                    "its type " + claimed + " says that it should not be passed on");
        }
    }

    private void error(Code code, String message) {
        add(code, Severity.ERROR, message);
    }

    private void add(Code code, Severity severity, String message) {
        found.add(Finding.ofLayer(code, severity, number, message));
    }
}
