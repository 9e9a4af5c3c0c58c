package dev.stratoscope.model.diff;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.RandomLayers;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** The counts of one walk are those of the trees. */
class StackCountsTest {
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
            List<LayerIndex> stack = AnyLayers.of(seed);
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
}
