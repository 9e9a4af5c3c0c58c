package dev.stratoscope.app.image;

import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.FileTree;

import java.io.IOException;
import java.util.List;

/**
 * Which tree a selection asks for.
 *
 * @param layer the topmost layer that counts; -1 for none
 * @param changes whether what that layer changes is asked for, or the tree alone
 * @param ownOnly whether paths that the layer does not speak of are left out
 * @param words what to say instead of showing a tree; empty to show one
 */
record TreeRequest(int layer, boolean changes, boolean ownOnly, String words) {

    /** The request for a step, from 0 at the bottom. */
    static TreeRequest of(List<Step> steps, int selected, Scope scope) {
        Step step = steps.get(selected);
        if (scope == Scope.WHOLE_IMAGE) {
            return new TreeRequest(layerAtOrBelow(steps, steps.size() - 1), true, false, "");
        }
        if (step.layer() >= 0) {
            return new TreeRequest(step.layer(), true, scope == Scope.THIS_LAYER, "");
        }
        if (scope == Scope.THIS_LAYER) {
            String line = (step.keyword() + " " + step.command()).strip();
            String cut = line.length() > 80 ? line.substring(0, 80) + "…" : line;
            return new TreeRequest(
                    -1,
                    false,
                    false,
                    "This step changes no files. " + cut + " only changes the config.");
        }
        return new TreeRequest(layerAtOrBelow(steps, selected), false, false, "");
    }

    TreeDiff diff(OpenImage image, Progress progress) throws IOException {
        if (changes && layer >= 0) {
            return ownOnly ? image.ownChanges(layer, progress) : image.changes(layer, progress);
        }
        FileTree tree = image.tree(layer, progress);
        return TreeDiff.between(tree, tree);
    }

    /** What to say when a layer below cannot be read. */
    String impossible(ReadLayers read) {
        for (int i = 0; i <= layer; i++) {
            if (!read.has(i)) {
                return i == 0
                        ? "L0 cannot be read, so there is no tree to show."
                        : "L"
                                + i
                                + " cannot be read, so the tree from there upwards is not known."
                                + " Select L"
                                + (i - 1)
                                + " or a layer below.";
            }
        }
        return "The tree cannot be shown: the layers do not fit together.";
    }

    private static int layerAtOrBelow(List<Step> steps, int from) {
        for (int i = from; i >= 0; i--) {
            if (steps.get(i).layer() >= 0) {
                return steps.get(i).layer();
            }
        }
        return -1;
    }
}
