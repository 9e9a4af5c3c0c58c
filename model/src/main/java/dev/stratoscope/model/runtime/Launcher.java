package dev.stratoscope.model.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A program of this machine that starts containers.
 *
 * @param name {@code crun}, {@code runc}, or {@code unshare} for the basic launcher
 * @param program its absolute path; empty when it is not installed
 * @param version as it tells itself; empty when it does not
 * @param unfit why it cannot be used here, in a line; null when it can
 */
public record Launcher(String name, String program, String version, @Nullable String unfit) {
    /** The basic launcher, which confines less than an OCI runtime. */
    public static final String BASIC = "unshare";

    /** Whether it can be used. */
    public boolean isFit() {
        return unfit == null;
    }

    /** Whether it is the basic launcher: without seccomp and limits. */
    public boolean isBasic() {
        return name.equals(BASIC);
    }
}
