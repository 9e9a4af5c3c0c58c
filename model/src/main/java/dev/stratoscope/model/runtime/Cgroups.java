package dev.stratoscope.model.runtime;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The cgroups of a container, of the first version or the second (cgroups(7)): those that its first
 * process is in and that are made for it alone.
 */
final class Cgroups {
    private static final Path MOUNTED = Path.of("/sys/fs/cgroup");
    private static final String SECOND = "";

    private final Map<String, Path> folders;

    private Cgroups(Map<String, Path> folders) {
        this.folders = folders;
    }

    /** The cgroups of a process that have the container's id in their path. */
    static Cgroups of(long pid, String id) {
        String text = ProcessFiles.text(ProcessFiles.folder(pid).resolve("cgroup"));
        Map<String, Path> folders = new HashMap<>();
        for (String line : text == null ? new String[0] : text.split("\n", -1)) {
            String[] fields = line.split(":", 3);
            if (fields.length == 3 && fields[2].contains(id)) {
                for (String controller : fields[1].split(",", -1)) {
                    Path folder = MOUNTED.resolve(controller).resolve(fields[2].substring(1));
                    if (Files.isDirectory(folder)) {
                        folders.put(controller, folder);
                    }
                }
            }
        }
        return new Cgroups(folders);
    }

    /** The folder of a controller; null when the container has no cgroup of it. */
    @Nullable Path folder(String controller) {
        Path first = folders.get(controller);
        return first == null ? folders.get(SECOND) : first;
    }

    /** Whether the second version tells of the controller. */
    boolean isSecond(String controller) {
        return !folders.containsKey(controller) && folders.containsKey(SECOND);
    }
}
