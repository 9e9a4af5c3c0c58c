package dev.stratoscope.model.runtime;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A line that a container wrote, or a part of one.
 *
 * @param time when it was written; null where the supervisor does not tell
 * @param error whether it was written to standard error
 * @param text without the line's end; at most {@link #LONGEST} characters
 * @param whole whether the line ends here
 */
public record LogRecord(@Nullable Instant time, boolean error, String text, boolean whole) {
    /** Longer lines come in several parts. */
    public static final int LONGEST = 1 << 16;
}
