package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.Segments;
import dev.stratoscope.model.diff.Kind;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a file table is about: what it can cover, what its kinds of change are called, and which
 * columns it has. On the JavaFX thread.
 */
public interface FilesHead {
    /** The switch that says what is covered; without a button where there is no choice. */
    Segments<?> scopes();

    /** What is covered now; kinds of change that a person chose are kept for each. */
    Object scope();

    /** The word for a kind of change. */
    default String word(Kind kind) {
        return switch (kind) {
            case ADDED -> "Added";
            case MODIFIED -> "Modified";
            case METADATA_ONLY -> "Metadata";
            case DELETED -> "Deleted";
            case UNCHANGED -> "Unchanged";
        };
    }

    /**
     * What is covered, after "No path": {@code in L2}.
     *
     * @param here the selected layer; -1 for none
     */
    String where(int here);

    /** What to say where there are no paths at all. */
    String nothing();

    /** Whether there are unchanged paths that can be shown, too. */
    boolean hasUnchanged();

    /** The columns there are beside the name, in their usual order. */
    List<FileColumn> columns();

    /** The columns that are shown unless a person chooses others. */
    ColumnChoice usual();

    /** The words over the names. */
    default String nameTitle() {
        return "Name";
    }

    /** Which paths are ticked, in a column before the names; null where nothing can be. */
    default @Nullable Ticks ticks() {
        return null;
    }

    /** Whether the path of the selected row stands above the table. */
    default boolean showsPath() {
        return true;
    }

    /** What the table is sorted by at first, the largest first; null for the name. */
    default @Nullable FileColumn sortedBy() {
        return null;
    }
}
