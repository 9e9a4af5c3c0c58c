package dev.stratoscope.model.container;

import java.io.IOException;

/** A program that could not be started in a container. */
public final class StartFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String program;
    private final int exitCode;

    /**
     * A program and why it was not started.
     *
     * @param exitCode 127 when there is no such program, 126 when it cannot be executed, 125 for
     *     everything else
     */
    public StartFailedException(String program, int exitCode, String reason) {
        super(program + ": " + reason);
        this.program = program;
        this.exitCode = exitCode;
    }

    /** The program. */
    public String program() {
        return program;
    }

    /** What a command line ends with then. */
    public int exitCode() {
        return exitCode;
    }
}
