package dev.stratoscope.model.runtime;

import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What starts containers on this machine. Safe for use by many threads and processes.
 *
 * <p>Made with the folder that what is found out is kept in, so that a fresh process need not try
 * again.
 */
public final class Launchers {
    /**
     * Paths that something is mounted on in every container. One of them in an upper layer, as an
     * empty folder or file, is there for that only and is no change of the container's.
     */
    public static final Set<ByteString> MOUNT_POINTS =
            Stream.of(
                            "dev",
                            "dev/console",
                            "dev/mqueue",
                            "dev/pts",
                            "dev/shm",
                            "etc/hostname",
                            "etc/hosts",
                            "etc/resolv.conf",
                            "proc",
                            "sys")
                    .map(ByteString::of)
                    .collect(Collectors.toUnmodifiableSet());

    private final Path home;
    private final Probes probes;
    private final List<String> again;

    /**
     * Launchers that keep what they find out below a folder, which is made when needed.
     *
     * @param again the words that start this program again as the forwarder of ports, to which its
     *     arguments are added; empty takes those of the running virtual machine
     */
    public Launchers(Path home, List<String> again) {
        this.home = home;
        this.probes = new Probes(home);
        this.again = List.copyOf(again);
    }

    /** All that were looked for, in the order they are preferred; each is tried once. */
    public List<Launcher> found() throws IOException {
        return probes.all().stream().map(Fit::launcher).toList();
    }

    private Fit best() throws IOException {
        for (String name : Probes.ORDER) {
            Fit fit = probes.of(name);
            if (fit.launcher().isFit()) {
                return fit;
            }
        }
        throw new NoLauncherException(found());
    }

    /**
     * Starts a container's first process in the background, where it outlives this program. What an
     * earlier run of the same folder left is cleared away first.
     *
     * @throws LaunchException when the program cannot be started
     * @throws PortTakenException when a port cannot be listened at; nothing was started
     * @throws NoLauncherException when nothing here runs containers
     * @throws IllegalStateException when it runs already
     */
    public Run start(LaunchSpec spec) throws IOException {
        return start(spec, best(), Commands.find("conmon"));
    }

    /** Starts it by a launcher of one's choice, supervised by conmon or, if null, a shell. */
    Run start(LaunchSpec spec, Fit fit, @Nullable String conmon) throws IOException {
        return new Start(spec, fit, home, again, conmon).inBackground();
    }

    /** A launcher of one's choice, fit or not. */
    Fit fit(String name) throws IOException {
        return probes.of(name);
    }

    /**
     * Starts a container's first process with the streams of this process, or its terminal, and
     * waits for its end. No log is kept.
     *
     * @return its exit code
     */
    public int startAttached(LaunchSpec spec) throws IOException {
        return new Start(spec, best(), home, again, null).attached();
    }

    /**
     * As {@link #startAttached(LaunchSpec)}, with an empty input and its output copied. Where that
     * cannot be written to the container is told so like any program.
     *
     * @throws IOException also what writing failed with
     */
    public int startAttached(LaunchSpec spec, OutputStream out, OutputStream error)
            throws IOException {
        return new Start(spec, best(), home, again, null).attached(out, error);
    }

    /**
     * The last run of a container, whoever started it.
     *
     * @param folder as {@link LaunchSpec#folder}
     */
    public Run run(String id, Path folder) {
        return new DiskRun(RunFolder.of(id, folder));
    }
}
