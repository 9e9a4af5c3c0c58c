package dev.stratoscope.model.runtime;

import java.util.List;

/**
 * A further process of a running container; everything is resolved.
 *
 * @param args the program and its arguments, at least one
 * @param env {@code KEY=value}
 * @param cwd an absolute path in the container
 * @param user who it runs as
 * @param tty whether it has a terminal
 */
public record ExecProcess(
        List<String> args, List<String> env, String cwd, Identity user, boolean tty) {
    /** Copies the lists. */
    public ExecProcess {
        args = List.copyOf(args);
        env = List.copyOf(env);
    }
}
