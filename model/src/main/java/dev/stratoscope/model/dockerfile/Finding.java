package dev.stratoscope.model.dockerfile;

import dev.stratoscope.model.image.Printable;

import org.jspecify.annotations.Nullable;

/**
 * What could be better in a Dockerfile that can be built all the same.
 *
 * @param rule the name that BuildKit has for the check: {@code JSONArgsRecommended}
 * @param message what it is here, one line
 * @param reason why it matters, one line
 * @param range where
 * @param fix null where there is no obvious one
 */
public record Finding(
        String rule, String message, String reason, SourceRange range, @Nullable Fix fix) {
    /** Escapes what comes from the text. */
    public Finding {
        message = Printable.of(message);
        reason = Printable.of(reason);
    }

    /**
     * Words to put in the place of others.
     *
     * @param what what it does, for a button: {@code Use the JSON form}
     * @param range what is replaced
     * @param replacement what comes in its place
     */
    public record Fix(String what, SourceRange range, String replacement) {}
}
