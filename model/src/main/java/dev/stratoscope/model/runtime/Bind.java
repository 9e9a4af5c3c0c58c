package dev.stratoscope.model.runtime;

import java.nio.file.Path;

/**
 * A file or folder of the machine that a container sees.
 *
 * @param source absolute
 * @param target an absolute path in the container; made there when it is missing
 * @param readOnly whether it cannot be written to
 */
public record Bind(Path source, String target, boolean readOnly) {}
