package dev.stratoscope.app.settings;

import org.jspecify.annotations.Nullable;

/**
 * The right side of a comparison that was open. Immutable.
 *
 * @param source what stood there, as a person would write it
 * @param platform which of several images was meant; null for the program's choice
 */
public record KeptOther(String source, @Nullable String platform) {
    /** What is missing in a file becomes empty. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for what a file does not have
    public KeptOther {
        source = source == null ? "" : source;
    }
}
