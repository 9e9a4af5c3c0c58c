package dev.stratoscope.model.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.Hiding;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.RandomLayers;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Random stacks: following one path through the layers against merging them one by one. */
class BlameOracleTest {
    private static final int STACKS = 3_000;

    @Test
    void touchesAreWhatTheMergedTreesShowOfThePath() throws IOException {
        for (long seed = 0; seed < STACKS; seed++) {
            List<LayerIndex> layers = indexes(seed);
            List<FileTree> trees = trees(layers);
            for (ByteString path : paths(trees)) {
                List<String> found = new ArrayList<>();
                Blame blame = Blame.of(layers, path);
                blame.touches().forEach(touch -> found.add(touch.layer() + " " + touch.kind()));
                String told = "seed " + seed + ", path " + path;
                assertEquals(wanted(trees, path), found, told);
                assertEquals(trees.getLast().find(path) >= 0, blame.isVisible(), told);
            }
        }
    }

    @Test
    void whatATouchBroughtIsWhatTheTreeHas() throws IOException {
        for (long seed = 0; seed < STACKS; seed++) {
            List<LayerIndex> layers = indexes(seed);
            List<FileTree> trees = trees(layers);
            for (ByteString path : paths(trees)) {
                for (Touch touch : Blame.of(layers, path).touches()) {
                    FileTree tree = trees.get(touch.layer() + 1);
                    int node = tree.find(path);
                    assertEquals(touch.isRemoval(), node < 0);
                    assertEquals(touch.isRemoval(), touch.brought() == null);
                    if (touch.brought() != null) {
                        String told = "seed " + seed + ", path " + path + ", " + touch;
                        assertEquals(tree.fileSize(node), touch.size(), told);
                        assertTrue(tree.attributes(node).sameMetadata(touch.brought()), told);
                    }
                }
            }
        }
    }

    @Test
    void everyRemovalHasAReasonThatItsLayerBearsOut() throws IOException {
        for (long seed = 0; seed < STACKS; seed++) {
            List<TestImage.Layer> drafts = RandomLayers.of(seed);
            List<LayerIndex> layers = indexes(seed);
            List<FileTree> trees = trees(layers);
            for (ByteString path : paths(trees)) {
                for (Touch touch : Blame.of(layers, path).touches()) {
                    Hiding hiding = touch.hiding();
                    String told = "seed " + seed + ", path " + path + ", " + touch;
                    if (touch.isRemoval()) {
                        assertNotNull(hiding, told);
                    }
                    if (hiding != null) {
                        assertTrue(isAbove(hiding, path.toString()), told);
                        assertTrue(isBorneOut(hiding, drafts.get(touch.layer())), told);
                        assertEquals(now(trees.get(touch.layer() + 1), hiding), hiding.now(), told);
                    }
                }
            }
        }
    }

    /** The path itself for a whiteout, a folder above it for all. */
    private static boolean isAbove(Hiding hiding, String path) {
        String at = hiding.at().toString();
        boolean itself = hiding.cause() == Hiding.Cause.WHITEOUT && at.equals(path);
        return itself || at.isEmpty() || path.startsWith(at + "/");
    }

    private static boolean isBorneOut(Hiding hiding, TestImage.Layer layer) {
        String at = hiding.at().toString();
        int base = at.lastIndexOf('/') + 1;
        String mark =
                switch (hiding.cause()) {
                    case WHITEOUT -> at.substring(0, base) + ".wh." + at.substring(base);
                    case OPAQUE -> (at.isEmpty() ? "" : at + "/") + ".wh..wh..opq";
                    case REPLACED -> at;
                };
        for (ImageDraft.Item item : layer.items()) {
            boolean replaces =
                    hiding.cause() != Hiding.Cause.REPLACED
                            || item.attributes().type() != EntryType.DIRECTORY;
            if (item.path().toString().equals(mark) && replaces) {
                return true;
            }
        }
        return false;
    }

    private static EntryType now(FileTree tree, Hiding hiding) {
        int node = tree.find(hiding.at());
        if (node < 0) {
            return EntryType.WHITEOUT;
        }
        return tree.isOtherName(node) ? EntryType.HARDLINK : tree.type(node);
    }

    private static List<String> wanted(List<FileTree> trees, ByteString path) {
        List<String> wanted = new ArrayList<>();
        for (int layer = 0; layer + 1 < trees.size(); layer++) {
            FileTree now = trees.get(layer + 1);
            int before = trees.get(layer).find(path);
            int after = now.find(path);
            if (before < 0 && after < 0) {
                continue;
            }
            TreeDiff diff = TreeDiff.between(trees.get(layer), now);
            Kind kind = diff.kind(diff.find(path));
            boolean brought = after >= 0 && now.layer(after) == layer;
            if (kind != Kind.UNCHANGED || brought) {
                wanted.add(layer + " " + kind);
            }
        }
        return wanted;
    }

    /** Every path that any of the trees shows, the root left out. */
    private static Set<ByteString> paths(List<FileTree> trees) {
        Set<ByteString> paths = new TreeSet<>();
        for (FileTree tree : trees) {
            for (int at = 1; at < tree.size(); at++) {
                paths.add(tree.path(at));
            }
        }
        return paths;
    }

    /** The trees below the first layer and as of each. */
    private static List<FileTree> trees(List<LayerIndex> layers) throws IOException {
        List<FileTree> trees = new ArrayList<>(List.of(FileTree.EMPTY));
        for (int top = 1; top <= layers.size(); top++) {
            trees.add(FileTree.merge(layers.subList(0, top)));
        }
        return trees;
    }

    private static List<LayerIndex> indexes(long seed) throws IOException {
        return TestImage.of(RandomLayers.of(seed).toArray(TestImage.Layer[]::new)).indexes();
    }
}
