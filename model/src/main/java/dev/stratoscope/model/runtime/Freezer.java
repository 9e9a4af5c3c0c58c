package dev.stratoscope.model.runtime;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/** Holds the processes of a container. */
final class Freezer {
    private final @Nullable Path cgroup;

    Freezer(long pid, String id) {
        cgroup = Cgroups.of(pid, id).folder("freezer");
    }

    boolean isFrozen() {
        if (cgroup == null) {
            return false;
        }
        String first = ProcessFiles.text(cgroup.resolve("freezer.state"));
        if (first != null) {
            return !first.strip().equals("THAWED");
        }
        String second = ProcessFiles.text(cgroup.resolve("cgroup.freeze"));
        return second != null && second.strip().equals("1");
    }
}
