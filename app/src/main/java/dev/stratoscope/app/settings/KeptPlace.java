package dev.stratoscope.app.settings;

import org.jspecify.annotations.Nullable;

/**
 * Where one was in an image. Immutable.
 *
 * @param step the selected step, from 0 at the bottom; negative for none
 * @param scope what was covered from there, as the program names it; empty for its own choice
 * @param path the selected path; null for none
 */
public record KeptPlace(int step, String scope, @Nullable String path) {
    /** Nowhere in particular. */
    public static final KeptPlace NOWHERE = new KeptPlace(-1, "", null);

    /** What is missing in a file becomes nowhere. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for what a file does not have
    public KeptPlace {
        scope = scope == null ? "" : scope;
    }
}
