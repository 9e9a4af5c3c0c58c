package dev.stratoscope.model.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command lines that start a container where it outlives this program. Each runs in a mount
 * namespace of its own, which goes away with the last of its processes.
 */
final class Supervision {
    /** What in a command line stands for the network of cgroups that confuses a runtime. */
    static final String UNIFIED = "/sys/fs/cgroup/unified";

    /**
     * Mounts the container's root, then becomes the rest of its arguments. The number of the
     * process that does so is the first thing written.
     */
    private static final String MOUNT =
            """
            echo $$ >"$1/supervisor" || exit
            cd "$2" && mount -t overlay overlay -o "$3" "$4" || exit
            if [ -n "$5" ]; then umount "$5" || exit; fi
            cd "$1"
            shift 5
            """;

    private static final String CONMON = MOUNT + "exec \"$@\" 3>&1 >/dev/null\n";

    private static final String ATTACHED = MOUNT + "exec \"$@\"\n";

    private final RunFolder folder;
    private final Fit fit;

    Supervision(RunFolder folder, Fit fit) {
        this.folder = folder;
        this.fit = fit;
    }

    /** Starts the container under conmon, which tells how that went at its standard output. */
    List<String> underConmon(String conmon, LaunchSpec spec, String mountOptions) {
        List<String> words = mounting(CONMON, spec, mountOptions);
        words.addAll(
                List.of(
                        conmon,
                        "--api-version=1",
                        "--cid=" + folder.id(),
                        "--cuuid=" + folder.id(),
                        "--name=" + folder.id(),
                        "--bundle=" + folder.bundle(),
                        "--container-pidfile=" + folder.pid(),
                        "--conmon-pidfile=" + folder.supervisor(),
                        "--log-path=k8s-file:" + folder.log(),
                        "--exit-dir=" + folder.exits(),
                        "--socket-dir-path=" + folder.sockets(),
                        "--runtime=/bin/sh",
                        "--runtime-arg=-c",
                        "--runtime-arg=" + creation(),
                        "--exit-command=/bin/sh",
                        "--exit-command-arg=-c",
                        "--exit-command-arg=" + clearing()));
        if (spec.tty()) {
            words.add("--terminal");
        }
        if (spec.stdin()) {
            words.add("--stdin");
        }
        return words;
    }

    /** Runs the container with the streams that this is started with, to its end. */
    List<String> attached(LaunchSpec spec, String mountOptions) {
        List<String> words = mounting(ATTACHED, spec, mountOptions);
        words.addAll(fit.command(folder.state()));
        words.addAll(
                List.of(
                        "run",
                        "--bundle",
                        folder.bundle().toString(),
                        "--pid-file",
                        folder.pid().toString(),
                        folder.id()));
        return words;
    }

    private List<String> mounting(String script, LaunchSpec spec, String mountOptions) {
        return new ArrayList<>(
                List.of(
                        "unshare",
                        "--mount",
                        "--propagation=private",
                        "/bin/sh",
                        "-c",
                        script,
                        "sh",
                        folder.path().toString(),
                        spec.root().layers().toAbsolutePath().toString(),
                        mountOptions,
                        spec.root().merged().toAbsolutePath().toString(),
                        fit.hidesUnified() ? UNIFIED : ""));
    }

    /**
     * What conmon calls to create the container. It is started by the same process, which saves
     * one; the arguments are those of {@code create}.
     */
    private String creation() {
        return quoted(fit.command(folder.state()))
                + " run --detach \"$@\" || exit\n"
                + "read -r pid <"
                + quoted(folder.pid())
                + "\nread -r stat </proc/$pid/stat"
                + " && read -r boot </proc/sys/kernel/random/boot_id"
                + " && printf '%s\\n%s\\n' \"$stat\" \"$boot\" >"
                + quoted(folder.born())
                + "\nexit 0\n";
    }

    /** Removes what the runtime knows of the container. */
    String clearing() {
        return quoted(fit.command(folder.state()))
                + " delete --force "
                + folder.id()
                + " >/dev/null 2>&1\n: >"
                + quoted(folder.cleared());
    }

    /** Does so again from outside, after the supervisor was killed. */
    List<String> deletion() {
        return List.of(
                "unshare",
                "--mount",
                "--propagation=private",
                "/bin/sh",
                "-c",
                (fit.hidesUnified() ? "umount " + UNIFIED + "\n" : "") + clearing());
    }

    /** Whether the process that holds a run's mounts is there. */
    static boolean isAlive(RunFolder folder) {
        String number = ProcessFiles.text(folder.supervisor());
        try {
            return number != null
                    && ProcessFiles.mentions(Long.parseLong(number.strip()), folder.id());
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }

    private static String quoted(List<String> words) {
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            line.append(quoted(Path.of(word))).append(' ');
        }
        return line.toString().strip();
    }
}
