package dev.stratoscope.model;

import dev.stratoscope.model.archive.ScannedLayer;
import dev.stratoscope.model.archive.StoredImage;
import dev.stratoscope.model.archive.StoredLayer;
import dev.stratoscope.model.image.ChainId;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The layers of one image, each read once, when it is first asked for: what was found is kept, and
 * so is why one was refused. Safe for use by many threads.
 */
final class KnownLayers {
    private final List<StoredLayer> layers;
    private final List<Digest> chainIds;
    private final Limits limits;
    private final ReentrantLock[] locks;
    private final @Nullable LayerFacts[] facts;
    private final @Nullable IOException[] refusals;

    KnownLayers(StoredImage image, Limits limits) {
        this.layers = image.layers();
        this.chainIds = ChainId.of(image.image().config().diffIds());
        this.limits = limits;
        this.facts = new LayerFacts[layers.size()];
        this.refusals = new IOException[layers.size()];
        this.locks = new ReentrantLock[layers.size()];
        for (int i = 0; i < locks.length; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    List<StoredLayer> stored() {
        return layers;
    }

    int count() {
        return facts.length;
    }

    LayerFacts read(int number, Progress progress) throws IOException {
        lock(locks[number]);
        try {
            LayerFacts known = facts[number];
            if (known != null) {
                return known;
            }
            IOException refusal = refusals[number];
            if (refusal != null) {
                throw refusal;
            }
            ScannedLayer scanned = layers.get(number).scan(limits, progress);
            LayerFacts read =
                    new LayerFacts(
                            number,
                            scanned.blob(),
                            scanned.diffId(),
                            chainIds.get(number),
                            scanned.index());
            facts[number] = read;
            return read;
        } catch (ImageFormatException | LimitException e) {
            refusals[number] = e;
            throw e;
        } finally {
            locks[number].unlock();
        }
    }

    /** The layers directly above one that were read before, up to the first that was not. */
    List<LayerIndex> readAbove(int number) {
        List<LayerIndex> known = new ArrayList<>();
        for (int i = number + 1; i < facts.length && locks[i].tryLock(); i++) {
            try {
                LayerFacts read = facts[i];
                if (read == null) {
                    break;
                }
                known.add(read.index());
            } catch (UncheckedIOException e) {
                // Who asks for that layer itself is told.
                break;
            } finally {
                locks[i].unlock();
            }
        }
        return known;
    }

    /** The length of a layer's tar in bytes; -1 of one that was not read. */
    long tarSize(int number) throws InterruptedIOException {
        lock(locks[number]);
        try {
            LayerFacts known = facts[number];
            return known == null ? -1 : known.tarSize();
        } finally {
            locks[number].unlock();
        }
    }

    ScannedLayer readAsItIs(int number, Progress progress) throws IOException {
        return layers.get(number).read(limits, progress);
    }

    /** Takes a lock, or gives up when interrupted. */
    static void lock(ReentrantLock wanted) throws InterruptedIOException {
        try {
            wanted.lockInterruptibly();
        } catch (InterruptedException e) {
            throw (InterruptedIOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }
}
