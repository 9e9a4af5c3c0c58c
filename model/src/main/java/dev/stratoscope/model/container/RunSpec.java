package dev.stratoscope.model.container;

import dev.stratoscope.model.runtime.BindMount;
import dev.stratoscope.model.runtime.NetworkMode;
import dev.stratoscope.model.runtime.PublishedPort;
import dev.stratoscope.model.runtime.ResourceLimits;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What is asked of a new container, as {@code docker run} is. Immutable.
 *
 * @param image a name or an id of an image of the store
 * @param name null makes one up
 * @param entrypoint in place of the image's; null keeps the image's, empty is none
 * @param command in place of the image's; empty keeps the image's unless there is an entrypoint
 * @param env {@code KEY=value} on top of the image's; a KEY alone takes that of this process
 * @param user a name or number, perhaps with a group after a colon; null keeps the image's
 * @param workdir an absolute path in the container; null keeps the image's
 * @param tmpfs absolute paths in the container that are kept in memory
 * @param ports published only in a network of its own
 * @param hostname null takes the first twelve digits of the id
 * @param readOnly whether the root cannot be written to
 * @param tty whether its first process has a terminal
 * @param interactive whether its first process's input stays open
 * @param stopSignal null keeps the image's
 * @param removeAtExit whether it is removed when its first process ends
 * @param labels on top of the image's
 */
public record RunSpec(
        String image,
        @Nullable String name,
        @Nullable List<String> entrypoint,
        List<String> command,
        List<String> env,
        @Nullable String user,
        @Nullable String workdir,
        List<BindMount> binds,
        List<String> tmpfs,
        NetworkMode network,
        List<PublishedPort> ports,
        ResourceLimits limits,
        @Nullable String hostname,
        boolean readOnly,
        boolean tty,
        boolean interactive,
        @Nullable String stopSignal,
        boolean removeAtExit,
        Map<String, String> labels) {

    /** Copies the collections. */
    public RunSpec {
        entrypoint = entrypoint == null ? null : List.copyOf(entrypoint);
        command = List.copyOf(command);
        env = List.copyOf(env);
        binds = List.copyOf(binds);
        tmpfs = List.copyOf(tmpfs);
        ports = List.copyOf(ports);
        labels = Map.copyOf(labels);
    }

    /** An image as it wants to be run. */
    public static RunSpec of(String image) {
        return new RunSpecBuilder(image).build();
    }
}
