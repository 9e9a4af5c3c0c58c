package dev.stratoscope.app.reading;

import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.Timeline;
import dev.stratoscope.model.image.ImageFormatException;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Which tree a selection asks for.
 *
 * @param way which of a timeline's answers
 * @param before the layer of the old state where two are compared
 * @param layer the topmost layer that counts; -1 for none
 * @param words what to say instead of showing a tree; empty to show one
 */
public record TreeRequest(Way way, int before, int layer, String words) {
    private static final int BRIEF = 100_000;

    /** The answers of a timeline. */
    public enum Way {
        /** The file system as of the layer, without what changed. */
        STATE,
        /** What the layer itself brings and removes. */
        OWN,
        /** The file system as of the layer, and what that changed. */
        STEP,
        /** All layers against the lowest. */
        WHOLE,
        /** One layer's file system against another's. */
        BETWEEN
    }

    /**
     * The request for what is selected.
     *
     * @param selected the index of a step
     * @param compared the index of the step that it is compared with; -1 for none
     */
    public static TreeRequest of(List<Step> steps, int selected, Scope scope, int compared) {
        Step step = steps.get(selected);
        int top = layerAtOrBelow(steps, topOfImage(steps));
        int here = layerAtOrBelow(steps, selected);
        return switch (scope) {
            case WHOLE_IMAGE -> show(top < 0 ? Way.STATE : Way.WHOLE, -1, top);
            case UP_TO_HERE -> show(step.empty() ? Way.STATE : Way.STEP, -1, here);
            case THIS_LAYER -> step.empty() ? changesNothing(step) : show(Way.OWN, -1, here);
            case COMPARED_WITH -> between(steps, here, compared);
        };
    }

    private static TreeRequest between(List<Step> steps, int here, int compared) {
        if (compared < 0 || compared >= steps.size()) {
            return say("There is no other step to compare with.");
        }
        int other = layerAtOrBelow(steps, compared);
        if (here == other) {
            return say("No layer lies between the two steps, so their files are the same.");
        }
        return show(Way.BETWEEN, Math.min(here, other), Math.max(here, other));
    }

    private static TreeRequest changesNothing(Step step) {
        String line = (step.keyword() + " " + step.command()).strip();
        String cut = line.length() > 80 ? line.substring(0, 80) + "…" : line;
        return say("This step changes no files. " + cut + " only changes the config.");
    }

    private static TreeRequest show(Way way, int before, int layer) {
        return new TreeRequest(way, before, layer, "");
    }

    private static TreeRequest say(String words) {
        return new TreeRequest(Way.STATE, -1, -1, words);
    }

    /** What may be asked of each layer of a timeline, the most frequent wishes last. */
    public static List<TreeRequest> all(Timeline timeline) {
        List<TreeRequest> all = new ArrayList<>();
        all.add(show(Way.WHOLE, -1, timeline.layers() - 1));
        for (int layer = 0; layer < timeline.layers(); layer++) {
            all.add(show(Way.OWN, -1, layer));
            all.add(show(Way.STEP, -1, layer));
        }
        return all;
    }

    /** Whether a timeline has all the layers it takes to answer. */
    public boolean fits(Timeline timeline) {
        return timeline.layers() > layer;
    }

    /** Whether so few paths are touched that a timeline that fits has answered in no time. */
    public boolean isBrief(Timeline timeline) {
        boolean one = way == Way.OWN || way == Way.STEP;
        return !one || timeline.touched(layer) <= BRIEF;
    }

    /** The answer of a timeline that {@link #fits}. */
    public Changeset in(Timeline timeline) throws ImageFormatException {
        return switch (way) {
            case STATE -> timeline.between(layer, layer);
            case OWN -> timeline.only(layer);
            case STEP -> timeline.upTo(layer);
            case WHOLE -> timeline.lowest(layer + 1).whole();
            case BETWEEN -> timeline.between(before, layer);
        };
    }

    /**
     * The kinds of change that are shown unless a person wants others: what is there of the whole
     * image, and above the base what changed.
     */
    public Set<Kind> kinds() {
        EnumSet<Kind> kinds = EnumSet.allOf(Kind.class);
        if (way == Way.WHOLE) {
            kinds.remove(Kind.DELETED);
        } else if (way != Way.STATE && layer > 0) {
            kinds.remove(Kind.UNCHANGED);
        }
        return kinds;
    }

    /** What is covered, in a few words. */
    public String where() {
        return switch (way) {
            case STATE, STEP -> layer < 0 ? "nothing" : "up to L" + layer;
            case OWN -> "L" + layer + " alone";
            case WHOLE -> "whole image";
            case BETWEEN -> "from L" + before + " to L" + layer;
        };
    }

    /** What to say when a layer below cannot be read. */
    public String impossible(IntPredicate read) {
        for (int i = 0; i <= layer; i++) {
            if (!read.test(i)) {
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

    /** The topmost step of an image, below the writable layer of a container. */
    private static int topOfImage(List<Step> steps) {
        int top = steps.size() - 1;
        return top > 0 && steps.get(top).state().isWritable() ? top - 1 : top;
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
