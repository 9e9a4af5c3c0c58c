package dev.stratoscope.app.compare;

import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.Platform;

import org.jspecify.annotations.Nullable;

/**
 * An image that can be compared.
 *
 * @param platform what it should run on; null leaves the choice to the engine
 * @param title what it is called for a person, escaped
 * @param hint where it is from, beside the title; may be empty
 */
public record Subject(ImageSource source, @Nullable Platform platform, String title, String hint) {
    /** Whether both are the same image of the same container. */
    public boolean isSame(Subject other) {
        return source.equals(other.source)
                && (platform == null ? other.platform == null : platform.equals(other.platform));
    }
}
