package dev.stratoscope.model.tree;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.diff.Blame;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The packed form of an index: what is opened again is the same, and damage is refused. */
class LayerIndexFormTest {
    @Test
    void whatIsOpenedAgainSaysTheSame() throws IOException {
        for (long seed = 0; seed < 500; seed++) {
            for (TestImage.Layer layer : RandomLayers.of(seed)) {
                SameIndex.check(layer.index());
            }
        }
    }

    @Test
    void anEmptyLayerComesBack() throws IOException {
        SameIndex.check(new LayerIndexBuilder(Limits.DEFAULT).build(1024));
    }

    @Test
    void aMillionEntriesTakeFewBytesEach() throws IOException {
        LayerIndexBuilder builder = new LayerIndexBuilder(Limits.DEFAULT);
        byte[] sha256 = new byte[32];
        for (int i = 0; i < 100_000; i++) {
            ByteString path = ByteString.of("usr/lib/d" + i / 500 + "/f" + i);
            builder.add(path, Attributes.file(i % 7 * 1000L), 1024L * i, sha256, null);
        }
        LayerIndex index = builder.build(1L << 30);
        long each = index.segment().byteSize() / index.size();
        assertTrue(each < 32 + 7 + 20, each + " bytes an entry");
    }

    @Test
    void bytesOfAnotherKindAreRefused() {
        for (int length : new int[] {0, 1, 8, 100, 1000, 100_000}) {
            MemorySegment zeros = Arena.ofAuto().allocate(Math.max(1, length)).asSlice(0, length);
            assertThrows(ImageFormatException.class, () -> opened(zeros));
        }
    }

    @Test
    void everyCutIsRefused() throws IOException {
        MemorySegment whole = odd().segment();
        for (long length = 0; length < whole.byteSize(); length++) {
            MemorySegment cut = whole.asSlice(0, length);
            assertThrows(ImageFormatException.class, () -> opened(cut), "at " + length);
        }
    }

    @Test
    void everyFlippedByteIsRefusedOrHarmless() throws IOException {
        byte[] whole = odd().segment().toArray(ValueLayout.JAVA_BYTE);
        for (int at = 0; at < whole.length; at++) {
            for (int mask : new int[] {1, 0x80, 0xff}) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) mask;
                checkHarmless(flipped);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomDamageIsRefusedOrHarmless(long seed) throws IOException {
        Random random = new Random(seed);
        List<byte[]> layers = new ArrayList<>();
        layers.add(odd().segment().toArray(ValueLayout.JAVA_BYTE));
        for (TestImage.Layer layer : RandomLayers.of(seed)) {
            layers.add(layer.index().segment().toArray(ValueLayout.JAVA_BYTE));
        }
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = layers.get(random.nextInt(layers.size())).clone();
            for (int left = random.nextInt(1, 6); left > 0; left--) {
                int end = random.nextBoolean() ? IndexForm.HEAD : damaged.length;
                int at = random.nextInt(end);
                if (random.nextInt(3) == 0) {
                    byte[] number = new byte[8];
                    random.nextBytes(number);
                    int length = Math.min(8, damaged.length - at);
                    System.arraycopy(number, 0, damaged, at, length);
                } else {
                    damaged[at] += (byte) random.nextInt(-2, 3);
                }
            }
            checkHarmless(damaged);
        }
    }

    /** What is opened at all can be read, laid over another layer and compared. */
    private static void checkHarmless(byte[] bytes) throws IOException {
        MemorySegment copy = Arena.ofAuto().allocate(bytes.length);
        copy.copyFrom(MemorySegment.ofArray(bytes));
        LayerIndex lower = layer().directory("d").file("d/f", "1").file("e", "2").index();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> use(copy, lower));
    }

    private static LayerIndex opened(MemorySegment bytes) throws IOException {
        try {
            return LayerIndex.of(bytes).sound();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void use(MemorySegment bytes, LayerIndex lower) throws IOException {
        LayerIndex index;
        try {
            index = opened(bytes);
        } catch (ImageFormatException e) {
            assertEquals(1, String.valueOf(e.getMessage()).lines().count());
            return;
        }
        SameIndex.text(index);
        try {
            FileTree before = FileTree.merge(List.of(lower));
            FileTree tree = FileTree.merge(List.of(lower, index));
            TreeDiff.between(before, tree);
            for (int at = 0; at < tree.size(); at++) {
                assertEquals(at, tree.find(tree.path(at)));
                Blame.of(List.of(lower, index), tree.path(at));
            }
        } catch (ImageFormatException e) {
            // A hard link may have come to name nothing, which the layers of a stack can do anyway.
            assertEquals(1, String.valueOf(e.getMessage()).lines().count());
        }
    }

    /** A little of everything. */
    private static LayerIndex odd() throws IOException {
        return layer().directory("d")
                .file("d/f", "some")
                .file("d/empty", "")
                .hardLink("d/g", "d/f")
                .hardLink("h", "e")
                .symlink("s", "d/f")
                .special("fifo", EntryType.FIFO)
                .whiteout("gone")
                .opaque("o")
                .file("d/f", "other")
                .index();
    }
}
