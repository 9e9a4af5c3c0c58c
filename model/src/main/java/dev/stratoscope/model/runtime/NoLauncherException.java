package dev.stratoscope.model.runtime;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Nothing on this machine runs containers. */
public final class NoLauncherException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What was found, and why each of it is unfit. */
    public NoLauncherException(List<Launcher> found) {
        super(
                found.isEmpty()
                        ? "containers run on Linux only"
                        : found.stream()
                                .map(launcher -> launcher.name() + ": " + launcher.unfit())
                                .collect(Collectors.joining("; ")));
    }
}
