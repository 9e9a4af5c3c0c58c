package dev.stratoscope.model.dockerfile;

import dev.stratoscope.model.image.Platform;

import java.util.Set;

/**
 * What is known of the image that a stage begins with. Immutable.
 *
 * @param variables the names of the variables it sets
 * @param platform what it is for
 * @param wanted what the stage is for
 */
public record BaseImage(Set<String> variables, Platform platform, Platform wanted) {
    /** Copies the names. */
    public BaseImage {
        variables = Set.copyOf(variables);
    }
}
