package dev.stratoscope.model.container;

import org.jspecify.annotations.Nullable;

/**
 * Something on this machine that runs containers.
 *
 * @param name {@code crun}, {@code runc}, or {@code unshare} for the basic launcher
 * @param version as it tells itself; empty when it does not
 * @param unfit why it cannot be used here; null when it can
 */
public record FoundRuntime(String name, String version, @Nullable String unfit) {}
