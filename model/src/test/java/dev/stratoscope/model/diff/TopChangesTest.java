package dev.stratoscope.model.diff;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.RandomLayers;
import dev.stratoscope.model.tree.Shown;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one layer changes, without the rest of the tree. */
class TopChangesTest {
    @Test
    void changesOfOneLayerAreThoseOfTheWholeTrees() throws IOException {
        for (long seed = 0; seed < 3_000; seed++) {
            List<LayerIndex> stack = new ArrayList<>();
            for (TestImage.Layer layer : RandomLayers.of(seed)) {
                stack.add(layer.index());
                List<LayerIndex> below = stack.subList(0, stack.size() - 1);
                TreeDiff whole = TreeDiff.between(FileTree.merge(below), FileTree.merge(stack));
                TreeDiff top = TreeDiff.ofTop(stack);
                int number = stack.size() - 1;
                assertEquals(lines(whole, number), lines(top, number), "seed " + seed);
                assertEquals(whole.counts(), top.counts());
            }
        }
    }

    @Test
    void pathsThatTheLayerDoesNotSpeakOfAreLeftOut() throws IOException {
        List<LayerIndex> stack =
                List.of(
                        layer().file("a/x", "1").file("a/y", "2").file("b/z", "3").index(),
                        layer().file("a/x", "changed").index());
        TreeDiff top = TreeDiff.ofTop(stack);
        assertEquals(3, top.size());
        assertEquals(Kind.MODIFIED, top.kind(top.find(ByteString.of("a/x"))));
    }

    @Test
    void aLinkToAFileThatTheLayerDoesNotSpeakOfIsStillALink() throws IOException {
        List<LayerIndex> stack =
                List.of(
                        layer().file("f", "1").index(),
                        layer().hardLink("l", "f").file("g", "2").index());
        TreeDiff top = TreeDiff.ofTop(stack);
        FileTree after = top.after();
        assertEquals("f", after.path(after.linkTarget(after.find(ByteString.of("l")))).toString());
        assertTrue(top.find(ByteString.of("f")) > 0, "the whole tree is needed to tell");
    }

    /** Every path that differs, or comes from the layer, with all that is shown of it. */
    private static Map<String, String> lines(TreeDiff diff, int layer) {
        Map<String, String> lines = new TreeMap<>();
        for (int at = 1; at < diff.size(); at++) {
            int after = diff.afterNode(at);
            boolean brought = after >= 0 && diff.after().layer(after) == layer;
            if (brought || diff.kind(at) != Kind.UNCHANGED) {
                FileTree side = diff.side(at);
                int node = diff.sideNode(at);
                int target = side.linkTarget(node);
                lines.put(
                        side.path(node).toString(),
                        diff.kind(at)
                                + Shown.node(side, node)
                                + side.type(node)
                                + (target < 0 ? "" : " = " + side.path(target)));
            }
        }
        return lines;
    }
}
