package dev.stratoscope.app.image;

import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.Timeline;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which tree a selection asks for.
 *
 * @param layer the topmost layer that counts; -1 for none
 * @param changes whether what that layer changes is asked for, or the tree alone
 * @param ownOnly whether paths that the layer does not speak of are left out
 * @param whole whether all layers count, against the lowest
 * @param words what to say instead of showing a tree; empty to show one
 */
record TreeRequest(int layer, boolean changes, boolean ownOnly, boolean whole, String words) {

    /** The request for a step, from 0 at the bottom. */
    static TreeRequest of(List<Step> steps, int selected, Scope scope) {
        Step step = steps.get(selected);
        if (scope == Scope.WHOLE_IMAGE) {
            return new TreeRequest(layerAtOrBelow(steps, steps.size() - 1), true, false, true, "");
        }
        if (step.layer() >= 0) {
            return new TreeRequest(step.layer(), true, scope == Scope.THIS_LAYER, false, "");
        }
        if (scope == Scope.THIS_LAYER) {
            String line = (step.keyword() + " " + step.command()).strip();
            String cut = line.length() > 80 ? line.substring(0, 80) + "…" : line;
            return new TreeRequest(
                    -1,
                    false,
                    false,
                    false,
                    "This step changes no files. " + cut + " only changes the config.");
        }
        return new TreeRequest(layerAtOrBelow(steps, selected), false, false, false, "");
    }

    Changeset changes(OpenImage image, Progress progress) throws IOException {
        Timeline timeline = image.timeline(layer + 1, progress);
        if (!changes || layer < 0) {
            return timeline.between(layer, layer);
        }
        if (whole) {
            return timeline.whole();
        }
        return ownOnly ? timeline.only(layer) : timeline.upTo(layer);
    }

    /**
     * The kinds of change that are shown unless a person wants others: what is there of the whole
     * image, and above the base what changed.
     */
    Set<Kind> kinds(Scope scope) {
        EnumSet<Kind> kinds = EnumSet.allOf(Kind.class);
        if (scope == Scope.WHOLE_IMAGE) {
            kinds.remove(Kind.DELETED);
        } else if (layer > 0) {
            kinds.remove(Kind.UNCHANGED);
        }
        return kinds;
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
