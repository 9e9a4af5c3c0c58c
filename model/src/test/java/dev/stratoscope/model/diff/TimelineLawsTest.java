package dev.stratoscope.model.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.BrokenLinksException;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.RandomLayers;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A timeline says what the merged trees of its layers say, of any stack. */
class TimelineLawsTest {
    @FunctionalInterface
    private interface Law {
        void check(List<LayerIndex> layers, List<@Nullable FileTree> trees, Timeline timeline)
                throws IOException;
    }

    @Test
    void aLayerAgainstTheOneBelowIsTheDifferenceOfTheirTrees() throws IOException {
        forAll(
                (layers, trees, timeline) -> {
                    for (int layer = 0; layer < layers.size(); layer++) {
                        FileTree before = at(trees, layer - 1);
                        FileTree after = at(trees, layer);
                        if (before == null || after == null) {
                            int asked = layer;
                            assertThrows(BrokenLinksException.class, () -> timeline.upTo(asked));
                            continue;
                        }
                        TreeDiff expected = TreeDiff.between(before, after);
                        Changeset actual = timeline.upTo(layer);
                        assertEquals(ChangesetLines.of(expected), ChangesetLines.of(actual));
                        assertEquals(expected.paths(), actual.paths());
                        assertEquals(expected.counts(), actual.counts());
                    }
                });
    }

    @Test
    void aLayerAloneIsWhatItSpeaksOf() throws IOException {
        forAll(
                (layers, trees, timeline) -> {
                    for (int layer = 0; layer < layers.size(); layer++) {
                        int asked = layer;
                        FileTree before = at(trees, layer - 1);
                        FileTree after = at(trees, layer);
                        if (before == null || after == null) {
                            assertThrows(BrokenLinksException.class, () -> timeline.only(asked));
                            continue;
                        }
                        TreeDiff step = TreeDiff.between(before, after);
                        Changeset actual = timeline.only(layer);
                        assertEquals(
                                ChangesetLines.ofLayer(step, layer), ChangesetLines.of(actual));
                        assertEquals(
                                IntStream.range(1, step.size())
                                        .filter(at -> ChangesetLines.isOf(step, at, asked))
                                        .count(),
                                actual.paths());
                        assertEquals(step.counts(), actual.counts());
                    }
                });
    }

    @Test
    void anyLayerAgainstAnyOtherIsTheDifferenceOfTheirTrees() throws IOException {
        forAll(
                (layers, trees, timeline) -> {
                    for (int before = -1; before < layers.size(); before++) {
                        for (int after = -1; after < layers.size(); after++) {
                            FileTree old = at(trees, before);
                            FileTree now = at(trees, after);
                            if (old == null || now == null) {
                                continue;
                            }
                            TreeDiff expected = TreeDiff.between(old, now);
                            Changeset actual = timeline.between(before, after);
                            assertEquals(
                                    ChangesetLines.ofStates(expected),
                                    ChangesetLines.ofStates(actual));
                            assertEquals(expected.paths(), actual.paths());
                            assertEquals(expected.counts(), actual.counts());
                            checkRemovals(layers, before, actual);
                        }
                    }
                });
    }

    @Test
    void theWholeHasEveryPathThatAnyLayerHad() throws IOException {
        forAll(
                (layers, trees, timeline) -> {
                    int top = layers.size() - 1;
                    if (trees.contains(null)) {
                        return;
                    }
                    Map<String, String> expected = new TreeMap<>();
                    for (int layer = 0; layer <= top; layer++) {
                        // Later layers overwrite what earlier ones say.
                        TreeDiff step =
                                TreeDiff.between(tree(trees, layer - 1), tree(trees, layer));
                        for (int at = 0; at < step.size(); at++) {
                            if (step.kind(at) == Kind.DELETED) {
                                expected.put(
                                        step.path(at).toString(),
                                        "DELETED "
                                                + ChangesetLines.state(step.before(at))
                                                + step.totalBefore(at)
                                                + step.layer(at)
                                                + step.hiding(at));
                            }
                        }
                    }
                    TreeDiff ends = TreeDiff.between(tree(trees, 0), tree(trees, top));
                    for (int at = 0; at < ends.size(); at++) {
                        if (ends.after(at) != null) {
                            expected.put(
                                    ends.path(at).toString(),
                                    ends.kind(at)
                                            + " "
                                            + ChangesetLines.state(ends.before(at))
                                            + ChangesetLines.state(ends.after(at))
                                            + ends.totalBefore(at)
                                            + " "
                                            + ends.total(at));
                        }
                    }
                    Changeset whole = timeline.whole();
                    Map<String, String> actual = new TreeMap<>();
                    for (int at = 0; at < whole.size(); at++) {
                        String before =
                                whole.kind(at) + " " + ChangesetLines.state(whole.before(at));
                        actual.put(
                                whole.path(at).toString(),
                                whole.after(at) == null
                                        ? before
                                                + whole.totalBefore(at)
                                                + whole.layer(at)
                                                + whole.hiding(at)
                                        : before
                                                + ChangesetLines.state(whole.after(at))
                                                + whole.totalBefore(at)
                                                + " "
                                                + whole.total(at));
                    }
                    assertEquals(expected, actual);
                    assertEquals(expected.size() - 1, whole.paths());
                });
    }

    @Test
    void theLowestLayersAloneAreTheSameWithOtherNodes() throws IOException {
        forAll(
                (layers, trees, timeline) -> {
                    for (int count = 0; count <= layers.size(); count++) {
                        if (at(trees, Math.min(0, count - 1)) == null
                                || at(trees, count - 1) == null) {
                            continue;
                        }
                        Timeline own = Timeline.of(layers.subList(0, count), Progress.NONE);
                        Timeline lowest = timeline.lowest(count);
                        assertEquals(count, lowest.layers());
                        Changeset expected = own.whole();
                        Changeset actual = lowest.whole();
                        assertEquals(ChangesetLines.of(expected), ChangesetLines.of(actual));
                        assertEquals(expected.paths(), actual.paths());
                        assertEquals(expected.counts(), actual.counts());
                        assertTrue(actual.sharesNodes(lowest.between(-1, -1)));
                    }
                });
    }

    @Test
    void countsAreThoseOfOneWalk() throws IOException {
        forAll(
                (layers, trees, timeline) -> {
                    List<@Nullable ChangeCounts> counts = StackCounts.of(layers);
                    for (int layer = 0; layer < layers.size(); layer++) {
                        ChangeCounts expected = counts.get(layer);
                        if (expected != null) {
                            assertEquals(expected, timeline.upTo(layer).counts());
                        }
                    }
                });
    }

    /** What is gone was removed by the first layer above that hides it. */
    private static void checkRemovals(List<LayerIndex> layers, int before, Changeset changes) {
        for (int at = 0; at < changes.size(); at++) {
            if (changes.kind(at) != Kind.DELETED) {
                continue;
            }
            int by = changes.layer(at);
            if (by >= 0) {
                assertEquals(layers.get(by).hiding(changes.path(at)), changes.hiding(at));
                assertTrue(changes.hiding(at) != null);
            }
            for (int layer = before + 1; layer < by; layer++) {
                boolean hidden = layers.get(layer).hiding(changes.path(at)) != null;
                boolean brought = layers.get(layer).findShown(changes.path(at)) >= 0;
                assertTrue(!hidden || brought, changes.path(at).toString());
            }
        }
    }

    private static void forAll(Law law) throws IOException {
        for (long seed = 0; seed < 500; seed++) {
            List<LayerIndex> tame = new ArrayList<>();
            for (TestImage.Layer layer : RandomLayers.of(seed)) {
                tame.add(layer.index());
            }
            check(law, tame, "tame " + seed);
            check(law, AnyLayers.of(seed), "any " + seed);
        }
    }

    private static void check(Law law, List<LayerIndex> layers, String seed) throws IOException {
        List<@Nullable FileTree> trees = new ArrayList<>();
        for (int count = 1; count <= layers.size(); count++) {
            trees.add(merged(layers.subList(0, count)));
        }
        try {
            law.check(layers, trees, Timeline.of(layers, Progress.NONE));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static @Nullable FileTree merged(List<LayerIndex> layers) {
        try {
            return FileTree.merge(layers);
        } catch (ImageFormatException e) {
            return null;
        }
    }

    private static @Nullable FileTree at(List<@Nullable FileTree> trees, int layer) {
        return layer < 0 ? FileTree.EMPTY : trees.get(layer);
    }

    private static FileTree tree(List<@Nullable FileTree> trees, int layer) {
        FileTree tree = at(trees, layer);
        return tree == null ? FileTree.EMPTY : tree;
    }
}
