package dev.stratoscope.app.view;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/** Asks a person for a folder. On the JavaFX thread. */
@FunctionalInterface
public interface FolderChoice {
    /**
     * Asks, and waits for the answer.
     *
     * @param title what the folder is for
     * @return null when there was no answer
     */
    @Nullable Path ask(String title);
}
