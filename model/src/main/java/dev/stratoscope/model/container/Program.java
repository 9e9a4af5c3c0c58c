package dev.stratoscope.model.container;

import dev.stratoscope.model.runtime.LaunchException;
import dev.stratoscope.model.runtime.LaunchSpec;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.union.MergedPaths;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for the program that is to be started, as the runtime will: a missing one is told in one
 * line before anything is started, since a runtime would print its own line among what the
 * container prints.
 */
final class Program {
    private static final String VARIABLE = "PATH=";
    private static final int EXECUTABLE = 0111;

    /** Folders whose files no layer tells of. */
    private static final List<String> OWN = List.of("dev", "proc", "sys");

    private Program() {}

    /**
     * What a path leads to.
     *
     * @param mode permission bits
     */
    record Target(@Nullable EntryType type, int mode) {
        boolean isExecutable() {
            return type == EntryType.FILE && (mode & EXECUTABLE) != 0;
        }
    }

    /** The container's files. */
    interface Files {
        /** Where a path leads, with links followed; null when nothing is there. */
        @Nullable Target at(ByteString path) throws IOException;
    }

    /**
     * Refuses what is asked for, unless it lies on something that is mounted into the container.
     */
    static void find(LaunchSpec spec, MergedPaths files) throws IOException {
        List<String> hidden = new ArrayList<>(spec.tmpfs());
        spec.binds().forEach(bind -> hidden.add(bind.target()));
        find(
                spec.args().getFirst(),
                spec.env(),
                spec.cwd(),
                hidden,
                path -> {
                    var found = files.resolve(path).found();
                    return found == null
                            ? null
                            : new Target(found.attributes().type(), found.attributes().mode());
                });
    }

    /** Refuses what is asked of a running container. */
    static void find(String program, List<String> env, String workdir, LiveFiles files)
            throws IOException {
        find(
                program,
                env,
                workdir,
                List.of(),
                path -> {
                    try (LiveFiles.Place place = files.resolve(path, true)) {
                        var stat = place.stat();
                        return stat == null ? null : new Target(stat.type(), stat.mode());
                    }
                });
    }

    /**
     * Refuses a program that is not there or nobody can execute.
     *
     * @param program a path, or a name to be looked for in the folders of {@code PATH}
     * @param workdir where a relative path begins
     * @param hidden paths where something else is mounted, which is not looked at
     * @throws StartFailedException as the runtime would have it
     */
    static void find(
            String program, List<String> env, String workdir, List<String> hidden, Files files)
            throws IOException {
        boolean denied = false;
        for (String path : candidates(program, env, workdir)) {
            String plain = plain(path);
            if (OWN.stream().anyMatch(one -> isBelow(plain, one))
                    || hidden.stream().anyMatch(one -> isBelow(plain, plain(one)))) {
                return;
            }
            Target target;
            try {
                target = files.at(ByteString.of(plain));
            } catch (IOException e) {
                // A file on the way, or links that lead to each other: nothing is there.
                continue;
            }
            if (target != null && target.isExecutable()) {
                return;
            }
            denied |= target != null;
        }
        throw denied
                ? new StartFailedException(
                        program, LaunchException.NOT_EXECUTABLE, "it cannot be executed")
                : new StartFailedException(
                        program, LaunchException.NOT_FOUND, "there is no such program");
    }

    private static List<String> candidates(String program, List<String> env, String workdir) {
        if (program.startsWith("/")) {
            return List.of(program);
        }
        if (program.contains("/")) {
            return List.of(workdir + "/" + program);
        }
        String folders =
                env.stream()
                        .filter(one -> one.startsWith(VARIABLE))
                        .reduce(VARIABLE, (_, later) -> later)
                        .substring(VARIABLE.length());
        return List.of(folders.split(":", -1)).stream()
                .map(folder -> (folder.startsWith("/") ? folder : workdir) + "/" + program)
                .toList();
    }

    private static String plain(String path) {
        return MergedPaths.parts(ByteString.of(path)).stream()
                .map(ByteString::toString)
                .reduce("", (folder, name) -> folder.isEmpty() ? name : folder + "/" + name);
    }

    private static boolean isBelow(String path, String folder) {
        return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
    }
}
