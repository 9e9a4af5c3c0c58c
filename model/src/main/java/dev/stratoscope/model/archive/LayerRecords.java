package dev.stratoscope.model.archive;

import dev.stratoscope.model.archive.IndexCache.Kind;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What earlier passes over layers found, so that they need not be read again. A record that is
 * missing, not understood or made under other limits is as good as none. Safe for use by many
 * threads.
 *
 * @param cache where records are
 * @param clock tells what is too new to be relied on
 */
public record LayerRecords(IndexCache cache, InstantSource clock) {
    /** Knows nothing and keeps nothing. */
    public static final LayerRecords NONE =
            new LayerRecords(IndexCache.NONE, InstantSource.system());

    /** The same for files that nobody changes, however new they are. */
    LayerRecords ofUnchanging() {
        return new LayerRecords(cache, () -> Instant.MAX);
    }

    /** Whether anything is kept at all. */
    boolean isKeeping() {
        return !cache.equals(IndexCache.NONE);
    }

    /** The stamp of what lies in a file; null where nothing can be kept about it. */
    @Nullable Stamp stamp(ByteSource stored) {
        Stamp stamp = isKeeping() ? stored.stamp() : null;
        return stamp != null && stamp.isSettled(clock.instant()) ? stamp : null;
    }

    /** What is known of a layer in place; null when it has to be read. */
    @Nullable ScannedLayer find(@Nullable Stamp stamp, Limits limits) {
        return stamp == null ? null : seen(Kind.SEEN, stamp, limits, this::readLayer);
    }

    /**
     * Keeps what was found by reading a layer.
     *
     * @param before the stamp from before it was read; null where it does not lie in a file
     * @param stored where it lies
     * @return the same, out of what is kept where that was possible
     */
    ScannedLayer keep(
            @Nullable Stamp before, ByteSource stored, ScannedLayer scanned, Limits limits) {
        ScannedLayer kept = keep(scanned);
        if (before != null && before.equals(stored.stamp())) {
            see(Kind.SEEN, before, limits, out -> writeLayer(out, scanned));
        }
        return kept;
    }

    /** As the other, for a layer that lies nowhere by itself. */
    ScannedLayer keep(ScannedLayer scanned) {
        if (!isKeeping()) {
            return scanned;
        }
        Checkpoints found = scanned.checkpoints();
        Checkpoints checkpoints =
                found == null ? null : keep(scanned.blob().digest().toString(), found);
        try {
            String tar = scanned.diffId().toString();
            MemorySegment kept = cache.keep(Kind.LAYER, tar, scanned.index().segment());
            LayerIndex index = kept == null ? scanned.index() : scanned.index().in(kept);
            return new ScannedLayer(scanned.blob(), scanned.diffId(), index, checkpoints);
        } catch (IOException e) {
            // What was found is good, though what was made of it on disk is not.
            return scanned;
        }
    }

    /**
     * Keeps checkpoints.
     *
     * @return the same, out of what is kept where that was possible
     */
    Checkpoints keep(String key, Checkpoints found) {
        MemorySegment kept = cache.keep(Kind.CHECKPOINTS, key, found.segment());
        try {
            return kept == null ? found : Checkpoints.of(kept);
        } catch (ImageFormatException e) {
            return found;
        }
    }

    /** Keeps what is known of a stamped file. */
    void see(Kind kind, Stamp stamp, Limits limits, Facts.Writing facts) {
        byte[] bytes =
                Facts.write(
                        out -> {
                            out.writeUTF(stamp.state());
                            out.writeUTF(limits.toString());
                            facts.write(out);
                        });
        if (bytes.length <= Facts.MOST_BYTES) {
            cache.keep(kind, stamp.place(), MemorySegment.ofArray(bytes));
        }
    }

    /** What is known of a file if it is still as stamped; null where nothing is. */
    <T> @Nullable T seen(Kind kind, Stamp stamp, Limits limits, Facts.Reading<T> facts) {
        MemorySegment kept = cache.find(kind, stamp.place());
        if (kept == null) {
            return null;
        }
        return Facts.read(
                kept,
                in ->
                        in.readUTF().equals(stamp.state()) && in.readUTF().equals(limits.toString())
                                ? facts.read(in)
                                : null);
    }

    /** Writes the facts of a layer but for what is kept under its digests. */
    void writeLayer(DataOutput out, ScannedLayer scanned) throws IOException {
        out.writeUTF(scanned.blob().mediaType().value());
        out.writeUTF(scanned.blob().digest().toString());
        out.writeLong(scanned.blob().size());
        out.writeUTF(scanned.diffId().toString());
        out.writeBoolean(scanned.checkpoints() != null);
    }

    /** Reads these facts; null when what is kept under the digests is gone. */
    @Nullable ScannedLayer readLayer(DataInputStream in) throws IOException {
        MediaType type = new MediaType(in.readUTF());
        Digest blob = Digest.parse(in.readUTF());
        long size = in.readLong();
        Digest diffId = Digest.parse(in.readUTF());
        boolean entered = in.readBoolean();
        MemorySegment index = cache.find(Kind.LAYER, diffId.toString());
        MemorySegment places = entered ? cache.find(Kind.CHECKPOINTS, blob.toString()) : null;
        if (index == null || (entered && places == null)) {
            return null;
        }
        return new ScannedLayer(
                new Descriptor(type, blob, size),
                diffId,
                LayerIndex.of(index),
                places == null ? null : Checkpoints.of(places));
    }
}
