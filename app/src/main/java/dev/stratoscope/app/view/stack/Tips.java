package dev.stratoscope.app.view.stack;

import dev.stratoscope.app.view.canvas.Hover;

import java.util.List;
import java.util.function.LongFunction;

/** What the stack tells of its steps to who points at them, asks by key, or listens. */
final class Tips {
    private final LayerStack stack;
    private final Picture picture;
    private final Speech speech;
    private final Hover hover;

    /**
     * Nothing told yet.
     *
     * @param picture knows which stratum is at a point
     * @param sizes how to write a number of bytes
     */
    Tips(LayerStack stack, Picture picture, LongFunction<String> sizes) {
        this.stack = stack;
        this.picture = picture;
        this.speech = new Speech(sizes);
        this.hover = new Hover(stack);
    }

    /** The step under the pointer; -1 for none. */
    int hovered() {
        return hover.index();
    }

    /** The pointer is at a place; returns whether that is another step than before. */
    boolean point(double x, double y) {
        if (stack.geometry().isGhost(x, y)) {
            return hover.over(stack.getSteps().size(), Speech.GHOST);
        }
        int index = stack.geometry().stepAt(x, y);
        return index < 0 ? hover.off() : hover.over(index, tip(index, x, y));
    }

    private String tip(int index, double x, double y) {
        Step step = stack.getSteps().get(index);
        Stratum stratum = picture.stratumAt(stack.geometry(), index, step, x, y);
        return stratum == null ? speech.tip(step) : speech.tip(stratum);
    }

    /** Shows beside the selected step what the pointer would learn there, or takes that away. */
    void explain() {
        int here = stack.here();
        if (here >= 0) {
            Geometry now = stack.geometry();
            double y = now.box(now.layout().slots().get(here)).getMinY();
            String tip = speech.tip(stack.getSteps().get(here));
            hover.pin(tip, now.right() + 16, Math.max(0, y));
        }
    }

    /** The selection moved on: what was said of it by key goes. */
    void moved() {
        hover.unpin();
    }

    /** There are other steps. */
    void clear() {
        hover.off();
        hover.unpin();
    }

    /** What a screen reader says for a step. */
    String spoken(int index) {
        List<Step> steps = stack.getSteps();
        return index == steps.size() ? Speech.GHOST : speech.spoken(steps.get(index), steps);
    }

    /** What a screen reader says for the whole stack. */
    String spokenHere() {
        if (stack.here() < 0) {
            return stack.getAccessibleText();
        }
        String with = stack.other() < 0 ? "" : ", compared with " + spoken(stack.other());
        return "Layers, " + spoken(stack.here()) + with;
    }
}
