package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerEntry;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.LayerIndexBuilder;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.List;

/**
 * Writes a layer, compressed, and takes down on the way all that a pass over it would find: its
 * tar's digest, its index, and where it can be entered. The same entries always give the same
 * bytes, on any number of processors. Not for several threads.
 */
public final class LayerBlob implements Closeable {
    private static final String ITEM = "the layer";

    private final @Nullable CheckpointRecorder recorder =
            Compression.GZIP.canEnter() ? new CheckpointRecorder() : null;
    private final GzipBlocks blob;
    private final MessageDigest hasher = Digest.newSha256();
    private final LayerIndexBuilder builder;
    private final Limits limits;
    private long filled;
    private long holes;
    private @Nullable LayerIndex index;

    /**
     * A layer to be written.
     *
     * @param out for the compressed bytes; left open
     */
    public LayerBlob(OutputStream out, Limits limits) throws IOException {
        this.blob = new GzipBlocks(out, recorder);
        this.limits = limits;
        this.builder = new LayerIndexBuilder(limits);
    }

    /**
     * Writes the whole layer; to be called once.
     *
     * @param entries in the order of the tar
     * @param contents where the files' bytes are
     * @param progress advanced by one an entry
     * @throws IOException when contents cannot be read, are not what the entries say, or the
     *     entries make no layer within the limits
     */
    public void write(List<LayerEntry> entries, Contents contents, Progress progress)
            throws IOException {
        Tar tar = new Tar();
        ContentDigest content =
                new ContentDigest(
                        zeros -> {
                            filled += zeros;
                            progress.advance(0);
                        });
        long length = LayerWriter.write(entries, contents, tar, content, this::add, progress);
        blob.end();
        // Else it would be written here and refused elsewhere.
        GuardedStream.check(ITEM, length + filled, holes, blob::stored, limits);
        try {
            index = builder.build(length);
        } catch (ImageFormatException e) {
            throw new ImageFormatException(ITEM, String.valueOf(e.getMessage()), e);
        }
    }

    private void add(LayerEntry entry, long at, byte[] sha256) throws IOException {
        boolean file = entry.attributes().type() == EntryType.FILE;
        long size = entry.attributes().size();
        List<Entry.Extent> sparse = entry.file() == null ? null : entry.file().sparse();
        if (sparse != null && Entry.isHollow(size, sparse)) {
            holes += size - new SparseMap(size, sparse).stored();
        }
        try {
            builder.add(
                    entry.path(), entry.attributes(), at, file && size > 0 ? sha256 : null, sparse);
        } catch (ImageFormatException e) {
            throw new ImageFormatException(ITEM, String.valueOf(e.getMessage()), e);
        } catch (LimitException e) {
            throw e.in(ITEM);
        }
    }

    /**
     * What a pass over the written layer would find; to be called once.
     *
     * @param stored what the compressed bytes are
     */
    public ScannedLayer scanned(Descriptor stored) {
        LayerIndex written = index;
        if (written == null) {
            throw new IllegalStateException("the layer is not written");
        }
        return new ScannedLayer(
                stored,
                Digest.ofSha256(hasher.digest()),
                written,
                recorder == null ? null : recorder.checkpoints());
    }

    /** Lets go of what compresses. */
    @Override
    public void close() {
        blob.close();
    }

    /** Takes the tar. */
    private final class Tar extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            hasher.update(bytes, from, length);
            blob.write(bytes, from, length);
        }
    }
}
