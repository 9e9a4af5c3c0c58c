package dev.stratoscope.model.compare;

/**
 * A step with what its instruction was read as.
 *
 * @param step the step
 * @param text its instruction
 */
record ReadStep(ImageStep step, StepText text) {
    static ReadStep of(ImageStep step) {
        return new ReadStep(step, StepText.of(step.createdBy()));
    }

    /** Whether it made a layer. */
    boolean isLayer() {
        return step.layer() >= 0;
    }
}
