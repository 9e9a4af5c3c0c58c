package dev.stratoscope.model.runtime;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Containers by the programs of util-linux alone, where no OCI runtime is installed: namespaces,
 * the mounts and masked paths of {@link Bundle}, its capabilities and no new privileges, but no
 * filter of system calls, no limits, and all devices may be made.
 *
 * <p>No program of the container's is called before it is the container's own, and nothing that its
 * environment says reaches the machine's programs on the way. The root is moved over the machine's,
 * so that no way up leads out of it. Links in the image on the way to something that gets mounted
 * are refused.
 */
final class BasicLauncher {
    /** Programs that it needs. */
    static final List<String> NEEDED =
            List.of("unshare", "nsenter", "setpriv", "mount", "umount", "mknod", "env");

    /**
     * The first child after the namespaces were made is the first process of the container. Without
     * a word of the shell's own, it ends as that does.
     */
    private static final String OUTSIDE =
            """
            exec 5>&2 2>/dev/null
            "$@" 2>&5 5>&-
            exit $?
            """;

    /**
     * Run in the new namespaces, where the container's root is mounted already. Arguments: the
     * root, the host's name, the folder of {@link EtcFiles}, how many of the following are binds
     * and tmpfs, those, then the command.
     */
    private static final String INSIDE =
            """
            fail() { echo "$1" >&2; exit 125; }
            linked() {
              at=; rest=$1
              while [ -n "$rest" ]; do
                at=${at:+$at/}${rest%%/*}
                [ -L "$at" ] && return 0
                case $rest in */*) rest=${rest#*/} ;; *) rest= ;; esac
              done
              return 1
            }
            must() { linked "$1" && fail "mount: /$1: leads through a link"; return 0; }
            cd "$1" || exit 125
            hostname "$2" || exit 125
            if [ -e /proc/self/ns/net ] && [ "$4" = own ]; then ip link set lo up; fi
            for folder in proc sys dev; do must $folder; done
            mount -t proc -o nosuid,nodev,noexec proc proc || exit 125
            mount -t sysfs -o ro,nosuid,nodev,noexec sysfs sys || exit 125
            mount -t tmpfs -o nosuid,mode=755,size=64m tmpfs dev || exit 125
            mkdir dev/pts dev/shm dev/mqueue
            mount -t devpts -o nosuid,noexec,newinstance,ptmxmode=0666,mode=620,gid=5 devpts dev/pts
            mount -t tmpfs -o nosuid,nodev,noexec,mode=1777,size=64m shm dev/shm
            mount -t mqueue -o nosuid,nodev,noexec mqueue dev/mqueue
            umask 0
            mknod -m 666 dev/null c 1 3; mknod -m 666 dev/zero c 1 5; mknod -m 666 dev/full c 1 7
            mknod -m 666 dev/random c 1 8; mknod -m 666 dev/urandom c 1 9; mknod -m 666 dev/tty c 5 0
            umask 022
            ln -s pts/ptmx dev/ptmx; ln -s /proc/self/fd dev/fd; ln -s /proc/self/fd/0 dev/stdin
            ln -s /proc/self/fd/1 dev/stdout; ln -s /proc/self/fd/2 dev/stderr
            for name in hostname hosts resolv.conf; do
              linked etc/$name || mount --bind "$3/$name" etc/$name
            done
            readonly=$5
            shift 5
            while [ "$1" != -- ]; do
              kind=$1; source=$2; target=${3#/}
              shift 3
              must "$target"
              if [ -d "$source" ] || [ "$kind" = tmpfs ]; then mkdir -p "$target"
              elif [ ! -e "$target" ]; then mkdir -p "./${target%/*}"; : >>"$target"; fi
              case $kind in
                tmpfs) mount -t tmpfs -o nosuid,nodev,noexec,mode=1777 tmpfs "$target" ;;
                *) mount --rbind "$source" "$target" ;;
              esac || exit 125
              if [ "$kind" = ro ]; then mount -o remount,bind,ro "$target" || exit 125; fi
            done
            shift
            for path in MASKED; do
              if [ -d $path ]; then mount -t tmpfs -o ro,size=0 tmpfs $path
              elif [ -e $path ]; then mount --bind dev/null $path; fi
            done
            for path in FIXED; do
              if [ -e $path ]; then mount --bind $path $path && mount -o remount,bind,ro $path; fi
            done
            if [ -n "$readonly" ]; then mount -o remount,ro . || exit 125; fi
            mount --move . / || exit 125
            exec "$@"
            """
                    .replace("MASKED", relative(Bundle.MASKED))
                    .replace("FIXED", relative(Bundle.READ_ONLY));

    private BasicLauncher() {}

    /** Starts the container's first process, once its root is mounted, to its end. */
    static List<String> run(LaunchSpec spec, RunFolder folder) {
        List<String> words =
                new ArrayList<>(List.of(program("unshare"), "--pid", "--uts", "--ipc"));
        if (spec.network() != NetworkMode.HOST) {
            words.add("--net");
        }
        words.addAll(
                List.of(
                        "--mount",
                        "--propagation=slave",
                        "/bin/sh",
                        "-c",
                        OUTSIDE,
                        "sh",
                        "/bin/sh",
                        "-c",
                        INSIDE,
                        "sh",
                        spec.root().merged().toAbsolutePath().toString(),
                        spec.hostname(),
                        folder.etc().toString(),
                        spec.network() == NetworkMode.HOST ? "" : "own",
                        spec.readOnly() ? "readonly" : ""));
        for (String path : spec.tmpfs()) {
            words.addAll(List.of("tmpfs", "", path));
        }
        for (BindMount bind : spec.binds()) {
            String kind = bind.readOnly() ? "ro" : "rw";
            words.addAll(List.of(kind, bind.source(), bind.target()));
        }
        words.add("--");
        words.addAll(
                confined(
                        new ExecProcess(
                                spec.args(), spec.env(), spec.cwd(), spec.user(), spec.tty())));
        return words;
    }

    /** A further process in the container of a process. */
    static List<String> exec(long pid, ExecProcess process) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "nsenter",
                                "--target=" + pid,
                                "--uts",
                                "--ipc",
                                "--net",
                                "--pid",
                                "--wd=/proc/" + pid + "/root"));
        words.addAll(confined(process));
        return words;
    }

    /**
     * A process whose root is the folder that this is called in, with no more privileges than those
     * of containers have.
     */
    private static List<String> confined(ExecProcess process) {
        Identity user = process.user();
        List<String> words = new ArrayList<>(List.of("env", "-i"));
        process.env().stream().filter(BasicLauncher::isHarmless).forEach(words::add);
        words.addAll(
                List.of(
                        program("setpriv"),
                        "--no-new-privs",
                        "--inh-caps=-all",
                        "--bounding-set=-all," + kept(),
                        "--regid=" + user.gid(),
                        user.groups().isEmpty() ? "--clear-groups" : "--groups=" + groups(user),
                        program("unshare"),
                        "--root=.",
                        "--wd=" + process.cwd(),
                        "--setuid=" + user.uid(),
                        "--"));
        words.addAll(process.args());
        return words;
    }

    /** What is printed first when a program cannot be started. */
    static String complaint(String program) {
        return "unshare: failed to execute " + program + ": ";
    }

    /**
     * Whether a process is the container's own program by now, and no more one of the machine's.
     */
    static boolean isUnderWay(long pid) {
        Object running = identity(ProcessFiles.folder(pid).resolve("exe"));
        return running != null
                && Stream.of("/bin/sh", program("env"), program("setpriv"), program("unshare"))
                        .noneMatch(own -> running.equals(identity(Path.of(own))));
    }

    private static @Nullable Object identity(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    private static String program(String name) {
        String found = Commands.find(name);
        return found == null ? name : found;
    }

    private static String kept() {
        return Capabilities.KEPT.stream()
                .map(name -> "+" + name.substring(4).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    private static String groups(Identity user) {
        return user.groups().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /**
     * Whether a variable steers none of the machine's programs that run before the container's
     * does: neither their loader nor the files that their C library opens (ld.so(8), environ(7)).
     */
    private static boolean isHarmless(String variable) {
        String name = variable.split("=", 2)[0];
        return variable.contains("=")
                && !name.isEmpty()
                && !name.startsWith("-")
                && !name.startsWith("LD_")
                && !name.startsWith("MALLOC_")
                && !List.of("GLIBC_TUNABLES", "GCONV_PATH", "LOCPATH", "NLSPATH", "GETCONF_DIR")
                        .contains(name);
    }

    private static String relative(List<String> paths) {
        return paths.stream().map(path -> path.substring(1)).collect(Collectors.joining(" "));
    }
}
