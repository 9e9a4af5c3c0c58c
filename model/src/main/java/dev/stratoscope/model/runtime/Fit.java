package dev.stratoscope.model.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A launcher and how it has to be called on this machine.
 *
 * @param hidesUnified whether it works only where the second version of cgroups is not mounted
 *     beside the first
 * @param cgroups whether it can make cgroups
 */
record Fit(Launcher launcher, boolean hidesUnified, boolean cgroups) {
    /** The runtime's program and the options that come before its verb. */
    List<String> command(Path state) {
        List<String> words =
                new ArrayList<>(List.of(launcher.program(), "--root", state.toString()));
        if (!cgroups) {
            words.add("--cgroup-manager=disabled");
        }
        return words;
    }

    /** A call of the runtime from outside the container's own mounts. */
    List<String> outside(List<String> call) {
        if (!hidesUnified) {
            return call;
        }
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "unshare",
                                "--mount",
                                "--propagation=slave",
                                "/bin/sh",
                                "-c",
                                "umount \"$0\" && exec \"$@\"",
                                Supervision.UNIFIED));
        words.addAll(call);
        return words;
    }
}
