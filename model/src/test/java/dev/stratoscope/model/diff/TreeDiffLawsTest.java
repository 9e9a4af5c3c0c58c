package dev.stratoscope.model.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.RandomLayers;
import dev.stratoscope.model.tree.Shown;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What holds for every two trees: random images, and every two steps of one random image. */
class TreeDiffLawsTest {
    private static final int PAIRS = 2_000;

    @FunctionalInterface
    private interface Law {
        void check(FileTree before, FileTree after, String seed);
    }

    @Test
    void aTreeIsUnchangedAgainstItselfAndAgainstItsTwin() throws IOException {
        forAll(
                (before, after, seed) -> {
                    TreeDiff same = TreeDiff.between(before, before);
                    assertEquals(before.size(), same.size(), seed);
                    assertEquals(before.size() - 1, same.count(Kind.UNCHANGED), seed);
                    assertEquals(Kind.UNCHANGED, same.kind(0), seed);
                });
        for (long seed = 0; seed < PAIRS; seed++) {
            FileTree one = FileTree.merge(indexes(seed));
            FileTree other = FileTree.merge(indexes(seed));
            TreeDiff diff = TreeDiff.between(one, other);
            assertEquals(one.size() - 1, diff.count(Kind.UNCHANGED), "seed " + seed);
        }
    }

    @Test
    void swappingSidesSwapsAddedAndDeletedAndKeepsTheRest() throws IOException {
        forAll(
                (before, after, seed) -> {
                    TreeDiff there = TreeDiff.between(before, after);
                    TreeDiff back = TreeDiff.between(after, before);
                    assertEquals(there.size(), back.size(), seed);
                    for (int at = 0; at < there.size(); at++) {
                        assertEquals(there.beforeNode(at), back.afterNode(at), seed);
                        assertEquals(swapped(there.kind(at)), back.kind(at), seed);
                    }
                });
    }

    @Test
    void countsAreTheNumbersOfRows() throws IOException {
        forAll(
                (before, after, seed) -> {
                    TreeDiff diff = TreeDiff.between(before, after);
                    Map<Kind, Integer> rows = new EnumMap<>(Kind.class);
                    for (int at = 1; at < diff.size(); at++) {
                        rows.merge(diff.kind(at), 1, Integer::sum);
                    }
                    for (Kind kind : Kind.values()) {
                        assertEquals(rows.getOrDefault(kind, 0), diff.count(kind), seed + kind);
                    }
                    int both = diff.size() - diff.count(Kind.ADDED) - diff.count(Kind.DELETED);
                    assertEquals(before.size(), both + diff.count(Kind.DELETED), seed);
                    assertEquals(after.size(), both + diff.count(Kind.ADDED), seed);
                });
    }

    @Test
    void theDiffAppliedToTheOldSideGivesTheNewOne() throws IOException {
        forAll(
                (before, after, seed) -> {
                    Map<String, String> applied = new TreeMap<>(plain(before));
                    TreeDiff diff = TreeDiff.between(before, after);
                    for (int at = 0; at < diff.size(); at++) {
                        String path = diff.side(at).path(diff.sideNode(at)).toString();
                        switch (diff.kind(at)) {
                            case UNCHANGED -> {}
                            case DELETED -> applied.remove(path);
                            default -> applied.put(path, line(after, diff.afterNode(at)));
                        }
                    }
                    assertEquals(plain(after), applied, seed);
                });
    }

    @Test
    void nodesFormOneTreeWithSortedChildren() throws IOException {
        forAll(
                (before, after, seed) -> {
                    TreeDiff diff = TreeDiff.between(before, after);
                    int children = 0;
                    for (int at = 0; at < diff.size(); at++) {
                        for (int c = diff.firstChild(at); c < diff.endOfChildren(at); c++) {
                            assertEquals(at, diff.parent(c), seed);
                            children++;
                        }
                        assertTrue(diff.beforeNode(at) >= 0 || diff.afterNode(at) >= 0, seed);
                    }
                    assertEquals(diff.size() - 1, children, seed);
                });
    }

    private static void forAll(Law law) throws IOException {
        for (long seed = 0; seed < PAIRS; seed++) {
            List<LayerIndex> one = indexes(seed);
            FileTree whole = FileTree.merge(one);
            FileTree below = FileTree.merge(one.subList(0, one.size() - 1));
            law.check(below, whole, "seed " + seed + " and its layers but the last ");
            law.check(whole, FileTree.merge(indexes(seed + 1)), "seed " + seed + " and the next ");
        }
    }

    private static List<LayerIndex> indexes(long seed) throws IOException {
        return TestImage.of(RandomLayers.of(seed).toArray(TestImage.Layer[]::new)).indexes();
    }

    private static Map<String, String> plain(FileTree tree) {
        Map<String, String> plain = new TreeMap<>();
        for (int at = 0; at < tree.size(); at++) {
            plain.put(tree.path(at).toString(), line(tree, at));
        }
        return plain;
    }

    /** Whether a directory is implied is no property of what is shown. */
    private static String line(FileTree tree, int at) {
        return Shown.node(tree, at).replace(" implied", "");
    }

    private static Kind swapped(Kind kind) {
        return switch (kind) {
            case ADDED -> Kind.DELETED;
            case DELETED -> Kind.ADDED;
            default -> kind;
        };
    }
}
