package dev.stratoscope.model.compare;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.diff.AnyLayers;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.RandomLayers;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sides made in code. Layers with the same entries have the same diffID. */
final class Sides {
    private Sides() {}

    static Side of(TestImage.Layer... layers) throws IOException {
        return of(0, TestImage.of(layers).indexes());
    }

    /** Layers that are numbered from {@code lowest} on. */
    static Side of(int lowest, List<LayerIndex> layers) {
        return new Side(layers, layers.stream().map(Sides::digest).toList(), lowest);
    }

    private static Digest digest(LayerIndex layer) {
        MessageDigest digest = Digest.newSha256();
        digest.update(layer.segment().asByteBuffer());
        return Digest.ofSha256(digest.digest());
    }

    /** The same layers, as another image that was opened has them. */
    static Side twin(Side side) throws IOException {
        List<LayerIndex> copies = new ArrayList<>();
        for (LayerIndex layer : side.layers()) {
            MemorySegment bytes = layer.segment();
            MemorySegment copy = Arena.ofAuto().allocate(bytes.byteSize(), 8);
            copies.add(layer.in(copy.copyFrom(bytes)));
        }
        return new Side(copies, side.diffIds(), side.lowest());
    }

    /** A random stack: one that extracts, or of any entries in any order. */
    static List<LayerIndex> random(long seed) throws IOException {
        return seed % 2 == 0
                ? AnyLayers.of(seed)
                : TestImage.of(RandomLayers.of(seed).toArray(TestImage.Layer[]::new)).indexes();
    }

    /** Another stack that has some layers in common with one, more or less in the same order. */
    static List<LayerIndex> likeness(List<LayerIndex> layers, long seed) throws IOException {
        Random random = new Random(seed);
        List<LayerIndex> other = random(seed + (1L << 32) + random.nextInt(2));
        List<LayerIndex> like = new ArrayList<>();
        for (LayerIndex layer : layers) {
            int choice = random.nextInt(8);
            if (choice < 2) {
                like.add(other.get(random.nextInt(other.size())));
            }
            if (choice > 0) {
                like.add(layer);
            }
            if (choice == 7) {
                like.add(layer);
            }
        }
        if (random.nextInt(4) == 0 && like.size() > 1) {
            int at = random.nextInt(like.size() - 1);
            like.add(at, like.remove(at + 1));
        }
        if (random.nextInt(3) == 0) {
            like.addAll(other);
        }
        return like;
    }
}
