package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.task.ReadAhead;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.LayerIndexBuilder;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/** Reads a layer once, from stored bytes to index. */
final class LayerScan {
    private static final int BUFFER = 1 << 16;

    private final String item;
    private final Limits limits;
    private final Progress progress;

    private LayerScan(String item, Limits limits, Progress progress) {
        this.progress = progress;
        this.item = item;
        this.limits = limits;
    }

    /**
     * Reads a layer to its end.
     *
     * @param item which layer, for messages
     * @param stored its bytes as stored, from the beginning; closed
     * @param progress advanced by stored bytes
     * @throws IOException when the bytes cannot be read or are no layer
     */
    static ScannedLayer scan(String item, InputStream stored, Limits limits, Progress progress)
            throws IOException {
        return new LayerScan(item, limits, progress).scan(stored);
    }

    /**
     * Where there is something to decompress, one thread reads and hashes the stored bytes,
     * decompresses and takes down checkpoints; this one hashes the tar and its files and makes the
     * index.
     */
    private ScannedLayer scan(InputStream stored) throws IOException {
        DigestingStream blob = new DigestingStream(new AdvancingStream(stored, progress));
        BufferedInputStream sniffed = new BufferedInputStream(blob, BUFFER);
        Compression compression = Compression.NONE;
        try (sniffed) {
            sniffed.mark(Compression.HEAD);
            compression = Compression.of(sniffed.readNBytes(Compression.HEAD));
            sniffed.reset();
            CheckpointRecorder recorder = compression.canEnter() ? new CheckpointRecorder() : null;
            boolean isPlain = compression == Compression.NONE;
            try (InputStream plain =
                    isPlain ? sniffed : new ReadAhead(compression.plain(sniffed, recorder))) {
                DigestingStream tar = isPlain ? null : new DigestingStream(plain);
                GuardedStream guard =
                        new GuardedStream(tar == null ? plain : tar, blob::count, limits, item);
                InputStream content = isPlain ? guard : new BufferedInputStream(guard, BUFFER);
                TarReader reader = new TarReader(content, limits, item);
                LayerIndex index = index(reader, guard);
                sniffed.transferTo(OutputStream.nullOutputStream());
                Digest blobDigest = blob.digest();
                return new ScannedLayer(
                        new Descriptor(mediaType(compression), blobDigest, blob.count()),
                        tar == null ? blobDigest : tar.digest(),
                        index,
                        recorder == null ? null : recorder.checkpoints());
            }
        } catch (ImageFormatException | LimitException | InterruptedIOException e) {
            throw e;
        } catch (EOFException e) {
            throw new ImageFormatException(
                    item, "the " + compression.word() + " stream is cut short", e);
        } catch (IOException e) {
            throw compression == Compression.NONE
                    ? e
                    : new ImageFormatException(
                            item,
                            "damaged " + compression.word() + " stream: " + e.getMessage(),
                            e);
        }
    }

    private LayerIndex index(TarReader tar, GuardedStream guard) throws IOException {
        LayerIndexBuilder builder = new LayerIndexBuilder(limits);
        ContentHasher hasher = new ContentHasher(tar, guard, progress, item);
        for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
            byte[] digest = null;
            if (entry.attributes().type() == EntryType.FILE && entry.attributes().size() > 0) {
                digest = hasher.digest(entry);
            }
            try {
                builder.add(
                        entry.path(), entry.attributes(), entry.offset(), digest, entry.sparse());
            } catch (ImageFormatException e) {
                throw new ImageFormatException(item, e.getMessage() + "", e);
            } catch (LimitException e) {
                throw e.in(item);
            }
        }
        tar.drain();
        try {
            return builder.build(tar.position());
        } catch (ImageFormatException e) {
            throw new ImageFormatException(item, e.getMessage() + "", e);
        }
    }

    private static MediaType mediaType(Compression compression) {
        return switch (compression) {
            case NONE -> MediaType.OCI_LAYER;
            case GZIP -> MediaType.OCI_LAYER_GZIP;
            case ZSTD, BZIP2, XZ -> new MediaType(MediaType.OCI_LAYER + "+" + compression.word());
        };
    }
}
