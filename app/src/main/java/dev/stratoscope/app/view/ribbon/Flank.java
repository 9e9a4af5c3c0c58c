package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.model.compare.StepPair;

/** One of the two stacks. */
enum Flank {
    /** The old one, at the left. */
    BEFORE,
    /** The new one, at the right. */
    AFTER;

    /** The number of the pair's step in this stack; -1 for none. */
    int of(StepPair pair) {
        return this == BEFORE ? pair.before() : pair.after();
    }
}
