package dev.stratoscope.model.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.TestImage;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Random stacks of layers: the columnar merge against nested maps, and laws that hold for every
 * stack.
 */
class MergeOracleTest {
    private static final int STACKS = 8_000;

    @Test
    void mergeEqualsApplyingLayersOneAfterAnother() throws IOException {
        for (long seed = 0; seed < STACKS; seed++) {
            List<TestImage.Layer> layers = RandomLayers.of(seed);
            ReferenceTree reference = new ReferenceTree();
            layers.forEach(layer -> reference.apply(layer.items()));
            assertEquals(
                    lines(reference.shown()),
                    lines(Shown.of(tree(layers, seed))),
                    told(seed, layers));
        }
    }

    @Test
    void everyPrefixOfAStackIsATreeOfItsOwn() throws IOException {
        for (long seed = 0; seed < STACKS / 10; seed++) {
            List<TestImage.Layer> layers = RandomLayers.of(seed);
            ReferenceTree reference = new ReferenceTree();
            for (int top = 0; top < layers.size(); top++) {
                reference.apply(layers.get(top).items());
                FileTree tree = tree(layers.subList(0, top + 1), seed);
                assertEquals(lines(reference.shown()), lines(Shown.of(tree)), told(seed, layers));
            }
        }
    }

    @Test
    void flatteningLowerLayersFirstChangesNothing() throws IOException {
        for (long seed = 0; seed < STACKS / 10; seed++) {
            List<TestImage.Layer> layers = RandomLayers.of(seed);
            Map<String, String> all = Shown.of(tree(layers, seed));
            for (int split = 1; split < layers.size(); split++) {
                List<TestImage.Layer> flattened = new ArrayList<>();
                flattened.add(flat(tree(layers.subList(0, split), seed)));
                flattened.addAll(layers.subList(split, layers.size()));
                Map<String, String> shown = Shown.of(tree(flattened, seed));
                shown.remove("");
                Map<String, String> wanted = new HashMap<>(all);
                wanted.remove("");
                assertEquals(withoutContent(wanted), withoutContent(shown), told(seed, layers));
            }
        }
    }

    @Test
    void anEmptyLayerChangesNothing() throws IOException {
        for (long seed = 0; seed < STACKS / 10; seed++) {
            List<TestImage.Layer> layers = RandomLayers.of(seed);
            List<TestImage.Layer> padded = new ArrayList<>(layers);
            padded.add((int) (seed % (layers.size() + 1)), TestImage.layer());
            assertEquals(
                    Shown.of(tree(layers, seed)), Shown.of(tree(padded, seed)), told(seed, layers));
        }
    }

    @Test
    void pathsFindTheirNodesAndSumsAddUp() throws IOException {
        for (long seed = 0; seed < STACKS / 10; seed++) {
            List<TestImage.Layer> layers = RandomLayers.of(seed);
            FileTree tree = tree(layers, seed);
            long own = 0;
            for (int at = 0; at < tree.size(); at++) {
                assertEquals(at, tree.find(tree.path(at)), told(seed, layers));
                assertTrue(tree.parent(at) < at, told(seed, layers));
                for (int child = tree.firstChild(at); child < tree.endOfChildren(at); child++) {
                    assertEquals(at, tree.parent(child), told(seed, layers));
                    assertTrue(
                            child == tree.firstChild(at)
                                    || tree.name(child - 1).compareTo(tree.name(child)) < 0,
                            told(seed, layers));
                }
                own += tree.type(at) == EntryType.FILE ? tree.fileSize(at) : 0;
                own += tree.type(at) == EntryType.SYMLINK ? tree.attributes(at).link().length() : 0;
                int target = tree.linkTarget(at);
                assertEquals(tree.type(at) == EntryType.HARDLINK, target >= 0, told(seed, layers));
                if (target >= 0) {
                    assertEquals(EntryType.FILE, tree.type(target), told(seed, layers));
                    assertTrue(tree.shown(at).sameContent(tree.shown(target)), told(seed, layers));
                }
            }
            assertEquals(own, tree.totals()[0], told(seed, layers));
        }
    }

    private static FileTree tree(List<TestImage.Layer> layers, long seed) {
        try {
            return TestImage.of(layers.toArray(TestImage.Layer[]::new)).tree();
        } catch (IOException | RuntimeException e) {
            throw new AssertionError(told(seed, layers), e);
        }
    }

    /**
     * The bottom layer that shows what a tree shows: implied directories stay implied by what lies
     * in them where they can.
     */
    private static TestImage.Layer flat(FileTree tree) {
        TestImage.Layer layer = TestImage.layer();
        for (int at = 1; at < tree.size(); at++) {
            boolean leaf = tree.firstChild(at) == tree.endOfChildren(at);
            if (tree.isImplied(at) && !leaf) {
                continue;
            }
            Attributes said = tree.attributes(at);
            EntryType type = tree.entry(at) == null ? tree.type(at) : EntryType.FILE;
            layer.item(
                    new ImageDraft.Item(
                            tree.path(at),
                            new Attributes(
                                    type,
                                    said.mode(),
                                    said.uid(),
                                    said.gid(),
                                    "",
                                    "",
                                    0,
                                    said.mtimeSeconds(),
                                    said.mtimeNanos(),
                                    type == EntryType.SYMLINK ? said.link() : ByteString.EMPTY,
                                    0,
                                    0,
                                    Map.of()),
                            ByteString.EMPTY));
        }
        return layer;
    }

    private static Map<String, String> withoutContent(Map<String, String> shown) {
        Map<String, String> plain = new TreeMap<>();
        shown.forEach(
                (path, line) ->
                        plain.put(
                                path,
                                line.replaceAll(" implied| \\d+ [0-9a-f]{12}| $", "").strip()));
        return plain;
    }

    static String lines(Map<String, String> shown) {
        StringBuilder lines = new StringBuilder();
        shown.forEach(
                (path, line) ->
                        lines.append('/').append(path).append(": ").append(line).append('\n'));
        return lines.toString();
    }

    static String told(long seed, List<TestImage.Layer> layers) {
        StringBuilder text = new StringBuilder("seed " + seed + "\n");
        for (TestImage.Layer layer : layers) {
            text.append("layer\n");
            for (ImageDraft.Item item : layer.items()) {
                text.append("  ").append(item.attributes().type().word());
                text.append(' ').append(item.path()).append(' ').append(item.attributes().link());
                text.append(" %o\n".formatted(item.attributes().mode()));
            }
        }
        return text.toString();
    }
}
