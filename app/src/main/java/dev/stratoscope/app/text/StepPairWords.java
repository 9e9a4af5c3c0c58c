package dev.stratoscope.app.text;

import dev.stratoscope.model.compare.StepPair;

/** Why two steps belong together, as people read it. */
public final class StepPairWords {
    private StepPairWords() {}

    /** The words for a reason; empty where there is none. */
    public static String of(StepPair.Reason reason) {
        return switch (reason) {
            case SAME_CHAIN, SAME_LAYER -> "same layer";
            case SAME_INSTRUCTION -> "same instruction";
            case ALIKE -> "alike";
            case NONE -> "";
        };
    }
}
