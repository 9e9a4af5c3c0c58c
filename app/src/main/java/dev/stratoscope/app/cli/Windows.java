package dev.stratoscope.app.cli;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What the command line needs of the desktop program. Failures are told on standard error by the
 * caller.
 */
public interface Windows {
    /**
     * Opens the window and stays until it is closed.
     *
     * @param source what to show, as the user wrote it; null for an empty window
     * @return the exit status
     * @throws IOException when there is no display, or nothing to show
     */
    int open(@Nullable String source, WindowOptions options) throws IOException;

    /**
     * Writes a picture of the window, without a display.
     *
     * @param source what the window shows, as the user wrote it; null for an empty window
     * @param file where the PNG goes; an existing file is replaced
     * @return the exit status
     * @throws IOException when the source cannot be shown or the file not written
     */
    int picture(@Nullable String source, Path file, WindowOptions options) throws IOException;
}
