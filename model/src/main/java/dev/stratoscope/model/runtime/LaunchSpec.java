package dev.stratoscope.model.runtime;

import dev.stratoscope.model.snapshot.OverlaySnapshot;

import java.nio.file.Path;
import java.util.List;

/**
 * What a container's first process is started with; everything is resolved. Immutable.
 *
 * @param id 64 hex digits
 * @param folder the container's own, which is there; the runtime keeps its things below {@code
 *     folder/run}
 * @param root what its root is mounted from
 * @param args the program and its arguments, at least one
 * @param env {@code KEY=value}
 * @param cwd an absolute path in the container, made there when it is missing
 * @param user who it runs as
 * @param hostname of the container
 * @param binds mounted in this order
 * @param tmpfs absolute paths in the container that are kept in memory
 * @param readOnly whether the root cannot be written to
 * @param network which network it sees
 * @param ports published; only with {@link NetworkMode#OWN}
 * @param limits of all its processes together
 * @param tty whether it has a terminal
 * @param stdin whether its input stays open; only counts when it is started attached, or has a
 *     terminal
 */
public record LaunchSpec(
        String id,
        Path folder,
        OverlaySnapshot root,
        List<String> args,
        List<String> env,
        String cwd,
        Identity user,
        String hostname,
        List<BindMount> binds,
        List<String> tmpfs,
        boolean readOnly,
        NetworkMode network,
        List<PublishedPort> ports,
        ResourceLimits limits,
        boolean tty,
        boolean stdin) {
    /** Copies the lists. */
    public LaunchSpec {
        args = List.copyOf(args);
        env = List.copyOf(env);
        binds = List.copyOf(binds);
        tmpfs = List.copyOf(tmpfs);
        ports = List.copyOf(ports);
    }
}
