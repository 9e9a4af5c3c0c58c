package dev.stratoscope.model.build;

import java.io.IOException;

/** A step of a build failed. */
public final class BuildFailedException extends IOException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final transient BuildStep step;
    private final transient StepFailure failure;

    /**
     * A failure.
     *
     * @param file what the Dockerfile is called
     */
    public BuildFailedException(String file, BuildStep step, StepFailure failure) {
        super(file + ":" + step.range().startLine() + ": " + failure.reason());
        this.file = file;
        this.step = step;
        this.failure = failure;
    }

    /** What the Dockerfile is called. */
    public String file() {
        return file;
    }

    /** The step that failed first. */
    public BuildStep step() {
        return step;
    }

    /** Why. */
    public StepFailure failure() {
        return failure;
    }
}
