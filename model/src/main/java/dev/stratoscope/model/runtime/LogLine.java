package dev.stratoscope.model.runtime;

import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A line that a container wrote.
 *
 * @param time when it was written; null where the supervisor did not say
 * @param error whether it was written to standard error
 * @param bytes as they were written, without the line's end; terminal escapes are in it; at most
 *     {@link #LONGEST}
 * @param whole whether the line was ended; a prompt is not
 */
public record LogLine(@Nullable Instant time, boolean error, ByteString bytes, boolean whole) {
    /** Longer lines come in several parts. */
    public static final int LONGEST = 1 << 16;

    /** A line of text. */
    public LogLine(@Nullable Instant time, boolean error, String text, boolean whole) {
        this(time, error, ByteString.of(text), whole);
    }

    /** The bytes as UTF-8; what is none is replaced. */
    public String text() {
        return bytes.toString();
    }
}
