package dev.stratoscope.model.build;

import org.jspecify.annotations.Nullable;

/**
 * A file that made a step miss the cache. Immutable.
 *
 * @param before as the step copied it the last time; null when there was none
 * @param after as it is now; null when there is none
 */
public record ChangedFile(@Nullable CopiedFile before, @Nullable CopiedFile after) {}
