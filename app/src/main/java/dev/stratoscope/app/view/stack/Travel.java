package dev.stratoscope.app.view.stack;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How a person moves through the steps: the thumb, and the second thumb of a comparison. What goes
 * beyond an end stays there.
 */
final class Travel {
    private final LayerStack stack;
    private Scope comparedFrom = Scope.UP_TO_HERE;
    private @Nullable Runnable ghost;

    Travel(LayerStack stack) {
        this.stack = stack;
    }

    /** Sets what leads to a writable layer where there is none; null where there is no way. */
    void setGhost(@Nullable Runnable run) {
        ghost = run;
    }

    /** Whether there is a way to a writable layer. */
    boolean hasGhost() {
        return ghost != null;
    }

    /** Goes the way to a writable layer; nothing where there is none. */
    void goToGhost() {
        Runnable run = ghost;
        if (run != null) {
            run.run();
        }
    }

    /** The index of an image's topmost step, below a container's writable layer. */
    static int topOfImage(List<Step> steps) {
        int top = steps.size() - 1;
        return top > 0 && steps.get(top).state().isWritable() ? top - 1 : top;
    }

    /** Makes a step the selected one; of the whole image that leaves what is up to there. */
    void to(int index) {
        if (!has(index)) {
            return;
        }
        stack.setSelected(index);
        if (stack.getScope() == Scope.WHOLE_IMAGE) {
            stack.setScope(Scope.UP_TO_HERE);
        }
    }

    /**
     * Goes so many steps up, or down when negative.
     *
     * @param layers whether steps without a layer are passed over
     */
    void by(int count, boolean layers) {
        to(from(stack.here(), count, layers));
    }

    /** Goes up by a screenful, or down. */
    void page(int direction) {
        int here = stack.here();
        if (here >= 0) {
            Geometry now = stack.geometry();
            double y = now.layout().slots().get(here).middle() + now.shift();
            int there = now.nearest(y - direction * stack.room() / 2);
            to(there == here ? from(here, direction, false) : there);
        }
    }

    /** Shows one step only. */
    void layerOnly(int index) {
        if (has(index)) {
            to(index);
            stack.setScope(Scope.THIS_LAYER);
            stack.tellLayerOnly(index);
        }
    }

    /** Goes from what is up to here to this layer alone and back; a comparison ends. */
    void toggle() {
        boolean here = stack.getScope() == Scope.UP_TO_HERE;
        stack.setScope(here ? Scope.THIS_LAYER : Scope.UP_TO_HERE);
    }

    /** Compares the selected step with another. */
    void compareWith(int index) {
        if (!has(index) || index == stack.here()) {
            return;
        }
        if (stack.getScope() == Scope.WHOLE_IMAGE) {
            stack.setSelected(stack.here());
        }
        stack.setCompared(index);
        stack.setScope(Scope.COMPARED_WITH);
    }

    /** Moves the second thumb; where nothing is compared yet, it starts from the first. */
    void otherBy(int count, boolean layers) {
        int other = stack.other();
        int index = from(other < 0 ? stack.here() : other, count, layers);
        if (index == stack.here()) {
            index = from(index, count, layers);
        }
        compareWith(index);
    }

    /** Ends a comparison and returns to what was covered before; false when there is none. */
    boolean leave() {
        boolean compares = stack.getScope() == Scope.COMPARED_WITH;
        if (compares) {
            stack.setScope(comparedFrom);
        }
        return compares;
    }

    /** A comparison that somebody else began needs a second step. */
    void scopeChanged(Scope before, Scope now) {
        if (now == Scope.COMPARED_WITH) {
            comparedFrom = before;
            int other = stack.getCompared();
            if (!has(other) || other == stack.here()) {
                stack.setCompared(neighbour(stack.here()));
            }
        }
    }

    /** The layer below a step, or else the one above; -1 when there is no other. */
    private int neighbour(int index) {
        int below = from(index, -1, true);
        int above = from(index, 1, true);
        return below != index ? below : above != index ? above : -1;
    }

    /** The step that far from another, or the last one on the way. */
    private int from(int start, int count, boolean layers) {
        List<Step> steps = stack.getSteps();
        int direction = Integer.signum(count);
        int found = start;
        int left = Math.abs(count);
        for (int i = start + direction; left > 0 && i >= 0 && i < steps.size(); i += direction) {
            if (!layers || !steps.get(i).empty()) {
                found = i;
                left--;
            }
        }
        return found;
    }

    private boolean has(int index) {
        return index >= 0 && index < stack.getSteps().size();
    }
}
