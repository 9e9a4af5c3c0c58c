package dev.stratoscope.model.runtime;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A line that a container wrote.
 *
 * @param time when it was written; null where the supervisor did not say
 * @param error whether it was written to standard error
 * @param text without the line's end; terminal escapes are in it as they were written; at most
 *     {@link #LONGEST} characters
 * @param whole whether the line was ended; a prompt is not
 */
public record LogLine(@Nullable Instant time, boolean error, String text, boolean whole) {
    /** Longer lines come in several parts. */
    public static final int LONGEST = 1 << 16;
}
