package dev.stratoscope.model.store;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * A line of a lease's file.
 *
 * @param value a digest, or the URI of a file
 */
record LeaseLine(Kind kind, String value) {
    /** What a line says of its value. */
    enum Kind {
        /** A blob that must stay. */
        NEEDS,
        /** The manifest of an image that somebody looks at. */
        OPENS,
        /** A file outside the store that would be left over. */
        WRITES
    }

    /** Reads a line; null for one that was not written to its end. */
    static @Nullable LeaseLine parse(String line) {
        for (Kind kind : Kind.values()) {
            String word = word(kind) + " ";
            if (line.startsWith(word)) {
                return new LeaseLine(kind, line.substring(word.length()));
            }
        }
        return null;
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word(kind) + " " + value;
    }
}
