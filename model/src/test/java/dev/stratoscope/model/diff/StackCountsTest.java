package dev.stratoscope.model.diff;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.LayerIndexBuilder;
import dev.stratoscope.model.tree.RandomLayers;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The counts of one walk are those of the trees. */
class StackCountsTest {
    private static final String[] PARTS = {
        "a",
        "b",
        "c",
        "a/a",
        "a/b",
        "b/a",
        "a/b/c",
        "b/b/b",
        "c/a/b",
        ".wh.a",
        ".wh.b",
        "a/.wh.b",
        "b/.wh.a",
        "a/.wh..wh..opq",
        "b/.wh..wh..opq",
        ".wh..wh..opq",
        ".wh..wh.plnk",
        ".wh..wh.plnk/x",
        "a/b/.wh..wh..opq",
        "a/b/.wh.c"
    };
    private static final EntryType[] TYPES = {
        EntryType.FILE,
        EntryType.FILE,
        EntryType.DIRECTORY,
        EntryType.DIRECTORY,
        EntryType.HARDLINK,
        EntryType.SYMLINK,
        EntryType.CHARACTER_DEVICE
    };

    @Test
    void anEmptyStackHasNoCounts() {
        assertEquals(List.of(), StackCounts.of(List.of()));
    }

    @Test
    void countsOfStacksThatExtractAreThoseOfTheTrees() throws IOException {
        for (long seed = 0; seed < 3_000; seed++) {
            List<LayerIndex> stack = new ArrayList<>();
            for (TestImage.Layer layer : RandomLayers.of(seed)) {
                stack.add(layer.index());
            }
            assertEquals(ofTrees(stack), StackCounts.of(stack), "seed " + seed);
        }
    }

    @Test
    void countsOfAnyEntriesInAnyOrderAreThoseOfTheTrees() throws IOException {
        int broken = 0;
        for (long seed = 0; seed < 6_000; seed++) {
            List<LayerIndex> stack = stack(new Random(seed));
            List<@Nullable ChangeCounts> expected = ofTrees(stack);
            assertEquals(expected, StackCounts.of(stack), "seed " + seed);
            broken += expected.contains(null) ? 1 : 0;
        }
        assertTrue(broken > 50, "only " + broken + " stacks with broken links");
    }

    @Test
    void layersBesideABrokenLinkAreCountedAllTheSame() throws IOException {
        List<LayerIndex> stack =
                List.of(
                        layer().file("f", "1").index(),
                        layer().hardLink("l", "missing").index(),
                        layer().whiteout("l").index(),
                        layer().file("g", "1").index());
        List<@Nullable ChangeCounts> counts = StackCounts.of(stack);
        assertEquals(new ChangeCounts(1, 0, 0, 0), counts.get(0));
        assertNull(counts.get(1));
        assertNull(counts.get(2), "it is compared with a tree that cannot be made");
        assertEquals(new ChangeCounts(1, 0, 0, 0), counts.get(3));
    }

    @Test
    void countsAreKeptInFewBytes() {
        ChangeCounts counts = new ChangeCounts(1, 1 << 30, 3, 0);
        assertEquals(counts, ChangeCounts.unpack(counts.pack()));
        assertNull(ChangeCounts.unpack(MemorySegment.ofArray(new byte[15])));
        assertNull(ChangeCounts.unpack(new ChangeCounts(0, -1, 0, 0).pack()));
    }

    private static List<@Nullable ChangeCounts> ofTrees(List<LayerIndex> stack) {
        List<@Nullable ChangeCounts> counts = new ArrayList<>();
        FileTree before = FileTree.EMPTY;
        for (int layer = 0; layer < stack.size(); layer++) {
            FileTree after = tree(stack.subList(0, layer + 1));
            counts.add(
                    before == null || after == null
                            ? null
                            : TreeDiff.between(before, after).counts());
            before = after;
        }
        return counts;
    }

    private static @Nullable FileTree tree(List<LayerIndex> stack) {
        try {
            return FileTree.merge(stack);
        } catch (ImageFormatException e) {
            return null;
        }
    }

    private static List<LayerIndex> stack(Random random) throws IOException {
        List<LayerIndex> layers = new ArrayList<>();
        for (int wanted = random.nextInt(1, 6); wanted > 0; wanted--) {
            try {
                layers.add(any(random));
            } catch (ImageFormatException e) {
                // A hard link of the layer is a name of no file; such a layer is in no stack.
                wanted++;
            }
        }
        return layers;
    }

    private static LayerIndex any(Random random) throws IOException {
        LayerIndexBuilder builder = new LayerIndexBuilder(Limits.DEFAULT);
        for (int i = random.nextInt(7); i > 0; i--) {
            EntryType type = TYPES[random.nextInt(TYPES.length)];
            boolean link = type == EntryType.HARDLINK || type == EntryType.SYMLINK;
            ByteString target = link ? path(random) : ByteString.EMPTY;
            int size = type == EntryType.FILE ? random.nextInt(3) : 0;
            byte[] digest = size > 0 ? Digest.newSha256().digest(new byte[size]) : null;
            long major = type == EntryType.CHARACTER_DEVICE ? random.nextInt(2) : 0;
            Attributes attributes =
                    new Attributes(
                            type,
                            0755,
                            0,
                            0,
                            "",
                            "",
                            size,
                            random.nextInt(2),
                            0,
                            target,
                            major,
                            0,
                            Map.of());
            builder.add(path(random), attributes, 512L * i, digest, null);
        }
        return builder.build(0);
    }

    private static ByteString path(Random random) {
        return ByteString.of(PARTS[random.nextInt(PARTS.length)]);
    }
}
