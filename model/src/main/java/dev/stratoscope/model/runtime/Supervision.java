package dev.stratoscope.model.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command lines that start a container. Each is to be started in a {@link MountedRoot}, which
 * goes away with the last of its processes.
 */
final class Supervision {
    /** Where the second version of cgroups is mounted beside the first, which confuses crun. */
    static final String UNIFIED = "/sys/fs/cgroup/unified";

    /**
     * Says who holds the container's root. Arguments: the run's folder, the container's id, then a
     * command.
     */
    private static final String HOLD =
            """
            echo $$ >"$1/supervisor" && cd "$1" || exit
            id=$2
            shift 2
            """;

    /** Notes the first process's start once its number is known. */
    private static final String NOTE =
            """
            note() {
              read -r stat </proc/$1/stat && read -r boot </proc/sys/kernel/random/boot_id &&
              printf '%s\\n%s\\n' "$stat" "$boot" >born
            }
            """;

    /**
     * Passes on what conmon tells when it is in the background already: Java reads nothing any more
     * of a program that has ended.
     */
    private static final String CONMON =
            HOLD
                    + """
                    "$@" 3>&1 >/dev/null | { read -r answer && printf '%s\\n' "$answer"; }
                    """;

    /**
     * Stays beside the container, whose number it tells, and keeps its exit code. Without a runtime
     * that notes the number a process may end before it was seen, which is told as 0.
     */
    private static final String SHELL =
            HOLD
                    + NOTE
                    + """
                    exec 3>&1
                    "$@" </dev/null >>log 2>&1 3>&- &
                    child=$!
                    while :; do
                      pid=
                      if [ -n "$BASIC" ]; then read -r pid rest </proc/$child/task/$child/children
                      elif [ -s pid ]; then read -r pid <pid; fi
                      [ -z "$pid" ] || break
                      read -r number name state rest </proc/$child/stat || break
                      [ "$state" != Z ] || break
                      sleep 0.005
                    done 2>/dev/null
                    if [ -n "$pid" ]; then note $pid; echo "{\\"data\\": $pid}" >&3; exec 3>&-; fi
                    wait $child
                    printf %s $? >exits/$id
                    if [ -z "$pid" ] && [ -n "$BASIC" ]; then echo '{"data": 0}' >&3; fi
                    exec 3>&-
                    eval "$CLEAR"
                    """;

    /** As the other, with the streams that it is started with and without a log. */
    private static final String ATTACHED =
            "exec 4>&2 2>\"$1/complaints\"\n"
                    + HOLD
                    + NOTE
                    + """
                    trap : INT QUIT TERM
                    (
                      read -r self rest </proc/self/stat
                      while [ ! -e cleared ] && [ -e /proc/$$ ]; do
                        pid=
                        if [ -z "$BASIC" ]; then [ ! -s pid ] || read -r pid <pid
                        else
                          read -r all </proc/$$/task/$$/children
                          for child in $all; do
                            [ $child = $self ] || read -r pid rest </proc/$child/task/$child/children
                          done
                        fi
                        if [ -n "$pid" ]; then note $pid; break; fi
                        sleep 0.005
                      done
                    ) </dev/null >/dev/null 2>&1 4>&- &
                    "$@" 2>&4 4>&-
                    code=$?
                    printf %s $code >exits/$id
                    eval "$CLEAR"
                    exit $code
                    """;

    private final RunFolder folder;
    private final Fit fit;

    Supervision(RunFolder folder, Fit fit) {
        this.folder = folder;
        this.fit = fit;
    }

    /** Starts the container under conmon, which tells how that went at its standard output. */
    ProcessBuilder underConmon(String conmon, LaunchSpec spec) {
        List<String> words = holding(CONMON);
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
        ProcessBuilder builder = Commands.of(words);
        builder.environment().put("_OCI_SYNCPIPE", "3");
        return builder;
    }

    /** Starts the container beside a shell, which tells its number at its standard output. */
    ProcessBuilder underShell(LaunchSpec spec) {
        List<String> words = new ArrayList<>(List.of("setsid"));
        words.addAll(holding(SHELL));
        words.addAll(running(spec));
        return told(words);
    }

    /** Runs the container with the streams that this is started with, to its end. */
    ProcessBuilder attached(LaunchSpec spec) {
        // The terminal's Ctrl-C is to come through this program alone; on a terminal of its own it
        // is a byte as others.
        List<String> words = new ArrayList<>(spec.tty() ? List.of() : List.of("setsid"));
        words.addAll(holding(ATTACHED));
        words.addAll(running(spec));
        return told(words);
    }

    private ProcessBuilder told(List<String> words) {
        ProcessBuilder builder = Commands.of(words);
        boolean basic = fit.launcher().isBasic();
        builder.environment().put("BASIC", basic ? "basic" : "");
        builder.environment().put("CLEAR", basic ? ": >cleared" : clearing());
        return builder;
    }

    private List<String> running(LaunchSpec spec) {
        if (fit.launcher().isBasic()) {
            return BasicLauncher.run(spec, folder);
        }
        List<String> words = fit.command(folder.state());
        words.addAll(
                List.of(
                        "--log",
                        folder.complaints().toString(),
                        "run",
                        "--bundle",
                        folder.bundle().toString(),
                        "--pid-file",
                        folder.pid().toString(),
                        folder.id()));
        return words;
    }

    private List<String> holding(String script) {
        return new ArrayList<>(
                List.of("/bin/sh", "-c", script, "sh", folder.path().toString(), folder.id()));
    }

    /**
     * What conmon calls to create the container. It is started by the same process, which saves
     * one; the arguments are those of {@code create}.
     */
    private String creation() {
        return runtime()
                + " run --detach \"$@\" || exit\ncd "
                + quoted(folder.path().toString())
                + "\n"
                + NOTE
                + "read -r pid <pid\nnote $pid\nexit 0\n";
    }

    /** Removes what the runtime knows of the container, if it did not so itself. */
    private String clearing() {
        return "[ ! -e "
                + quoted(folder.state().resolve(folder.id()).toString())
                + " ] || "
                + runtime()
                + " delete --force "
                + folder.id()
                + " >/dev/null 2>&1\n: >"
                + quoted(folder.cleared().toString());
    }

    /** Does so again from outside, after the supervisor was killed. */
    List<String> deletion() {
        return fit.outside(List.of("/bin/sh", "-c", clearing()));
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

    private String runtime() {
        return fit.command(folder.state()).stream()
                .map(Supervision::quoted)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
