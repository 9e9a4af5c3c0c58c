package dev.stratoscope.model.dockerfile;

import java.util.List;

/**
 * One instruction as it is written, before it is known what it means. Immutable.
 *
 * @param keyword in capitals
 * @param flags in the order they are written
 * @param words what comes after the flags, as BuildKit's parser divides it; quotes and variables as
 *     they are written
 * @param json whether the words were written as a JSON array
 * @param heredocs the texts below it
 * @param original its line, continued lines joined, without comments
 * @param comments the comments right above it, without their marks
 * @param range from its keyword to its end, heredocs included
 */
public record Statement(
        String keyword,
        List<Flag> flags,
        List<String> words,
        boolean json,
        List<Heredoc> heredocs,
        String original,
        List<String> comments,
        SourceRange range) {
    /** Copies the lists. */
    public Statement {
        flags = List.copyOf(flags);
        words = List.copyOf(words);
        heredocs = List.copyOf(heredocs);
        comments = List.copyOf(comments);
    }
}
