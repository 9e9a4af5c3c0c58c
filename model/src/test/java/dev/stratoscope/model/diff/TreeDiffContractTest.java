package dev.stratoscope.model.diff;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.RandomLayers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Differences of merged trees are changesets. */
class TreeDiffContractTest implements ChangesetContract {
    @Override
    public List<Changeset> changesets() throws IOException {
        List<Changeset> all = new ArrayList<>();
        for (long seed = 0; seed < 60; seed++) {
            List<LayerIndex> stack = new ArrayList<>();
            FileTree before = FileTree.EMPTY;
            for (TestImage.Layer layer : RandomLayers.of(seed)) {
                stack.add(layer.index());
                FileTree after = FileTree.merge(stack);
                all.add(TreeDiff.between(before, after));
                all.add(TreeDiff.between(after, before));
                before = after;
            }
        }
        return all;
    }
}
