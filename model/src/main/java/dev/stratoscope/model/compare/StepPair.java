package dev.stratoscope.model.compare;

/**
 * A step of one image and the step of another that it belongs to, or one that stands alone.
 *
 * @param before its number in the steps of the old side, 0 the oldest; -1 for none
 * @param after its number in the steps of the new side, 0 the oldest; -1 for none
 * @param reason why they belong together
 */
public record StepPair(int before, int after, Reason reason) {
    /** What tells that two steps belong together, the surest first. */
    public enum Reason {
        /** Layers with the same diffID on the same stack. */
        SAME_CHAIN,
        /** Layers with the same diffID on other stacks. */
        SAME_LAYER,
        /** The same instruction. */
        SAME_INSTRUCTION,
        /**
         * Layers that hold much the same files, at the same paths or moved, or instructions that
         * say much the same: at least half is alike, or three tenths between the same neighbours.
         */
        ALIKE,
        /** It has no counterpart. */
        NONE
    }

    /** The same pair with the sides exchanged. */
    @SuppressWarnings("ArgumentSelectionDefectChecker") // they are exchanged
    public StepPair exchanged() {
        return new StepPair(after, before, reason);
    }

    /** Whether both sides have it. */
    public boolean isBoth() {
        return before >= 0 && after >= 0;
    }

    /** Whether both layers are the same, to the byte. */
    public boolean isSameLayer() {
        return reason == Reason.SAME_CHAIN || reason == Reason.SAME_LAYER;
    }
}
