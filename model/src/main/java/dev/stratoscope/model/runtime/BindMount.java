package dev.stratoscope.model.runtime;

/**
 * A file or folder of the machine that a container sees.
 *
 * @param source an absolute path of the machine; it has to exist
 * @param target an absolute path in the container
 * @param readOnly whether it cannot be written to
 */
public record BindMount(String source, String target, boolean readOnly) {}
