package dev.stratoscope.model.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerEntry;
import dev.stratoscope.model.tree.RandomLayers;
import dev.stratoscope.model.tree.Shown;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A difference written as a layer's tar, read again and laid over the old tree, shows the new one:
 * for random trees that have nothing to do with each other, and for steps of one image.
 */
class DiffLayerLawTest {
    private static final int PAIRS = 2_000;

    @Test
    void theDifferenceAsALayerOverTheOldTreeShowsTheNewOne() throws IOException {
        for (long seed = 0; seed < PAIRS; seed++) {
            List<TestImage.Layer> layers = RandomLayers.of(seed);
            Stack all = Stack.of(layers);
            Stack lower = Stack.of(layers.subList(0, layers.size() / 2));
            check(all, Stack.of(RandomLayers.of(seed + PAIRS)), "seed " + seed);
            check(lower, all, "upwards " + seed);
            check(all, lower, "downwards " + seed);
        }
    }

    @Test
    void nothingChangedIsAnEmptyLayer() throws IOException {
        for (long seed = 0; seed < PAIRS; seed++) {
            FileTree tree = Stack.of(RandomLayers.of(seed)).tree();
            FileTree twin = Stack.of(RandomLayers.of(seed)).tree();
            assertEquals(List.of(), TreeDiff.between(tree, tree).asLayer(), "seed " + seed);
            assertEquals(List.of(), TreeDiff.between(tree, twin).asLayer(), "seed " + seed);
        }
    }

    private static void check(Stack before, Stack after, String seed) throws IOException {
        List<LayerEntry> layer = TreeDiff.between(before.tree(), after.tree()).asLayer();
        checkOrder(layer, seed);
        byte[] tar = after.write(layer);
        assertArrayEquals(tar, after.write(layer), seed);
        FileTree applied = before.under(tar).tree();
        assertEquals(shown(after.tree()), shown(applied), seed);
        TreeDiff left = TreeDiff.between(applied, after.tree());
        assertEquals(left.size() - 1, left.count(Kind.UNCHANGED), seed);
        assertEquals(Kind.UNCHANGED, left.kind(0), seed);
        assertEquals(List.of(), left.asLayer(), seed);
    }

    private static void checkOrder(List<LayerEntry> layer, String seed) {
        Set<String> paths = new HashSet<>();
        Set<String> filled = new HashSet<>();
        for (LayerEntry entry : layer) {
            String path = entry.path().toString();
            String name = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
            String parent = name.substring(0, name.lastIndexOf('/') + 1);
            assertTrue(paths.add(path), seed + ": twice " + path);
            assertTrue(parent.isEmpty() || paths.contains(parent), seed + ": no parent " + path);
            if (name.startsWith(".wh.", parent.length())) {
                assertTrue(!filled.contains(parent), seed + ": late " + path);
            } else if (!name.equals(".")) {
                filled.add(parent);
            }
            if (entry.attributes().type() == EntryType.HARDLINK) {
                String target = entry.attributes().link().toString();
                assertTrue(paths.contains(target), seed + ": links below " + path);
            }
        }
    }

    /** All that is shown, and which paths are names of one file. */
    private static Map<String, String> shown(FileTree tree) {
        Map<String, String> shown = new TreeMap<>();
        Map<Integer, ByteString> firstNames = new HashMap<>();
        for (int round = 0; round < 2; round++) {
            for (int at = 0; at < tree.size(); at++) {
                int file = tree.linkTarget(at) < 0 ? at : tree.linkTarget(at);
                ByteString path = tree.path(at);
                firstNames.merge(file, path, (a, b) -> a.compareTo(b) < 0 ? a : b);
                String line = Shown.node(tree, at).replace(" implied", "");
                shown.put(path.toString(), line + " = " + firstNames.get(file));
            }
        }
        return shown;
    }
}
