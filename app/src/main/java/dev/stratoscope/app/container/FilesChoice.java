package dev.stratoscope.app.container;

import java.nio.file.Path;
import java.util.List;

/** Asks a person for files of this machine. On the JavaFX thread. */
@FunctionalInterface
interface FilesChoice {
    /**
     * Asks, and waits for the answer.
     *
     * @param title what the files are for
     * @return empty when there was no answer
     */
    List<Path> ask(String title);
}
