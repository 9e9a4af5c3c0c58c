package dev.stratoscope.model.store;

import dev.stratoscope.model.image.Digest;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * A line of a lease's file.
 *
 * @param value a digest, the URI of a file, or a name
 */
record LeaseLine(Kind kind, String value) {
    /** What a line says of its value. */
    enum Kind {
        /** A blob that must stay. */
        NEEDS,
        /** The manifest of an image that somebody looks at. */
        OPENS,
        /** A file outside the store that would be left over. */
        WRITES,
        /** The name of the container whose standing lease it is. */
        CONTAINER
    }

    /** Reads a line; null for one that was not written to its end. */
    static @Nullable LeaseLine parse(String line) {
        for (Kind kind : Kind.values()) {
            String word = word(kind) + " ";
            if (line.startsWith(word)) {
                String value = line.substring(word.length());
                boolean free = kind == Kind.WRITES || kind == Kind.CONTAINER;
                return free || isDigest(value) ? new LeaseLine(kind, value) : null;
            }
        }
        return null;
    }

    private static boolean isDigest(String value) {
        try {
            Digest.parse(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word(kind) + " " + value;
    }
}
