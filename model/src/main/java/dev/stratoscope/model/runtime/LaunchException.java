package dev.stratoscope.model.runtime;

import dev.stratoscope.model.image.Printable;

import java.io.IOException;

/** A program that could not be started in a container. */
public final class LaunchException extends IOException {
    /** What a command line ends with when there is no such program. */
    public static final int NOT_FOUND = 127;

    /** What a command line ends with when the program cannot be executed. */
    public static final int NOT_EXECUTABLE = 126;

    /** What a command line ends with when the container could not be made. */
    public static final int FAILED = 125;

    private static final long serialVersionUID = 1L;

    private final String program;
    private final String reason;
    private final int exitCode;

    /**
     * A program and why it was not started.
     *
     * @param exitCode one of the constants
     */
    public LaunchException(String program, int exitCode, String reason) {
        super(Printable.of(program) + ": " + Printable.of(reason));
        this.program = program;
        this.reason = reason;
        this.exitCode = exitCode;
    }

    /** The program, as it was asked for. */
    public String program() {
        return program;
    }

    /** Why, without the program. */
    public String reason() {
        return reason;
    }

    /** What a command line ends with then. */
    public int exitCode() {
        return exitCode;
    }
}
