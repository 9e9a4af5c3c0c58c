package dev.stratoscope.app.text;

import dev.stratoscope.model.diff.Kind;

/** Kinds of change as people read them. */
public final class KindWords {
    private KindWords() {}

    /** The word for a kind. */
    public static String of(Kind kind) {
        return switch (kind) {
            case ADDED -> "added";
            case MODIFIED -> "modified";
            case METADATA_ONLY -> "metadata only";
            case DELETED -> "deleted";
            case UNCHANGED -> "unchanged";
        };
    }
}
