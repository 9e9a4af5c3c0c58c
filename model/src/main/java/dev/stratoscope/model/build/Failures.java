package dev.stratoscope.model.build;

import org.jspecify.annotations.Nullable;

/** The step that failed first. Safe for use by many threads. */
final class Failures {
    private @Nullable BuildStep step;
    private @Nullable StepFailure failure;

    synchronized void add(BuildStep failed, StepFailure why) {
        if (step == null) {
            step = failed;
            failure = why;
        }
    }

    /** Throws what was remembered, if anything. */
    synchronized void check(String file) throws BuildFailedException {
        if (step != null && failure != null) {
            throw new BuildFailedException(file, step, failure);
        }
    }
}
