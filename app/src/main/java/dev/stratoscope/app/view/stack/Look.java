package dev.stratoscope.app.view.stack;

import dev.stratoscope.app.view.canvas.Ink;

import org.jspecify.annotations.Nullable;

/**
 * How a step is to be drawn at this moment.
 *
 * @param selected whether the thumb stands on it
 * @param other whether the second thumb stands on it
 * @param hovered whether the pointer is over it
 * @param above whether it lies above the thumb, so that it is not part of what "here" covers
 * @param narrow whether there is room for numbers and sizes only
 * @param labels how wide the widest layer number is, in pixels
 * @param share the layer's size in proportion to the largest, from 0 to 1; negative where that is
 *     not to be drawn
 * @param tint a verdict on the step; null for none. What is selected or damaged shows that instead
 */
public record Look(
        boolean selected,
        boolean other,
        boolean hovered,
        boolean above,
        boolean narrow,
        double labels,
        double share,
        @Nullable Tint tint) {
    /**
     * What a block says by its colour.
     *
     * @param fill of the block
     * @param edge around it
     */
    public record Tint(Ink fill, Ink edge) {}

    /** The ink of text that is plain in this look. */
    public StackInk text() {
        return above ? StackInk.MUTED : StackInk.TEXT;
    }

    /**
     * The ink of the words for what is wrong with a step; that it was not read is nobody's fault.
     */
    public StackInk trouble(Step step) {
        return step.state() == Step.State.UNREAD ? StackInk.MUTED : unlessAbove(StackInk.DELETED);
    }

    /** An ink that gives way to the muted one above the thumb. */
    public StackInk unlessAbove(StackInk ink) {
        return above ? StackInk.MUTED : ink;
    }
}
