package dev.stratoscope.model.build;

import java.io.IOException;

/** A step failed in a way that is told with more than a reason. */
final class StepFailedException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient StepFailure failure;

    StepFailedException(StepFailure failure) {
        super(failure.reason());
        this.failure = failure;
    }

    StepFailure failure() {
        return failure;
    }
}
