package dev.stratoscope.model.dockerfile;

import java.util.List;

/**
 * What RUN, CMD, ENTRYPOINT or a health check starts.
 *
 * @param shell whether it is one line for the shell; else a program and its arguments
 * @param words the line alone, or program and arguments
 * @param heredocs the texts that a RUN's line refers to
 */
public record Command(boolean shell, List<String> words, List<Heredoc> heredocs) {
    /** Copies the lists. */
    public Command {
        words = List.copyOf(words);
        heredocs = List.copyOf(heredocs);
    }
}
