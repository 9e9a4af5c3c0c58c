package dev.stratoscope.model.container;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A further process in a running container.
 *
 * @param command the program and its arguments
 * @param env {@code KEY=value} on top of the container's
 * @param user as in {@link RunSpec}; null is the container's
 * @param workdir null is the container's
 * @param tty whether it has a terminal
 */
public record ExecSpec(
        List<String> command,
        List<String> env,
        @Nullable String user,
        @Nullable String workdir,
        boolean tty) {
    /** Copies the lists. */
    public ExecSpec {
        command = List.copyOf(command);
        env = List.copyOf(env);
    }

    /** A command as the container's own user. */
    public static ExecSpec of(boolean tty, String... command) {
        return new ExecSpec(List.of(command), List.of(), null, null, tty);
    }
}
