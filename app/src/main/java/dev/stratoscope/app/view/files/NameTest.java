package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Decides about nodes by their names or paths. One is used by one thread. */
interface NameTest {
    /**
     * The decision.
     *
     * @param at the node
     * @param bytes what holds its name, from {@code from} up to {@code to}
     */
    boolean test(int at, byte[] bytes, int from, int to);

    /**
     * A test for what a filter searches for. Upper and lower case are the same, but in a regular
     * expression.
     *
     * @throws java.util.regex.PatternSyntaxException when the text is no regular expression
     */
    static NameTest of(Changeset nodes, FileFilter filter) {
        if (filter.way() == FileFilter.Way.REGEX) {
            return new PathRegex(nodes, filter.text());
        }
        String wanted = filter.text().toLowerCase(Locale.ROOT);
        if (filter.globOnPath()) {
            return new PathGlob(nodes, wanted);
        }
        if (filter.isGlob()) {
            return new NameGlob(wanted);
        }
        return filter.isPath() ? new PathPart(nodes, wanted) : new NamePart(wanted);
    }

    /** Whether bytes are ASCII alone, so that each stands for one character. */
    static boolean isAscii(byte[] bytes, int from, int to) {
        int all = 0;
        for (int i = from; i < to; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    /** An ASCII letter in lower case; all else as it is. */
    static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }

    /** Bytes as text in lower case. */
    static String lower(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    }
}
