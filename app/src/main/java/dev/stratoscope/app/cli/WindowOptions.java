package dev.stratoscope.app.cli;

import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.Platform;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * What the command line says of the window.
 *
 * @param home the engine's home directory; it may not exist
 * @param platform which of several images is meant; null leaves the choice to the engine
 * @param limits what is accepted before an image is refused
 * @param theme how it looks
 * @param width in pixels, 0 for the window's own choice
 * @param height in pixels, 0 for the window's own choice
 * @param debug whether failures come with their stack trace
 */
public record WindowOptions(
        Path home,
        @Nullable Platform platform,
        Limits limits,
        Theme theme,
        int width,
        int height,
        boolean debug) {

    /** How the window looks. */
    public enum Theme {
        /** As the desktop is set. */
        SYSTEM,
        /** Dark on light. */
        LIGHT,
        /** Light on dark. */
        DARK
    }
}
