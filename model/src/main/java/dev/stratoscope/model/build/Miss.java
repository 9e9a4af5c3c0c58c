package dev.stratoscope.model.build;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Why a step was not in the cache: what differs between its key and that of the most alike step
 * that is. Immutable.
 *
 * @param cause the first part that differs
 * @param differing what differs, the first of them first, at most {@link #MOST}
 * @param more how many differ beside those
 * @param same how many parts are the same
 * @param before stands for the step that it was compared with, for {@code Builds.changed}; null
 *     where there was none
 */
public record Miss(
        Cause cause, List<Difference> differing, int more, int same, @Nullable String before) {
    /** How many differences are told one by one. */
    public static final int MOST = 100;

    /** Copies the list. */
    public Miss {
        differing = List.copyOf(differing);
    }

    /** What differs first. */
    public enum Cause {
        /** Nothing like it was built before. */
        NEW,
        /** The cache was not to be used. */
        NOT_ASKED,
        /** The step it stands on was built anew. */
        PARENT,
        /** The instruction is another. */
        INSTRUCTION,
        /** A variable in scope has another value. */
        ARGUMENT,
        /** A file has another content, mode, owner, link or other attributes. */
        FILE,
        /** A mount sees something else. */
        MOUNT,
        /** The layer that was made then is gone. */
        GONE
    }

    /**
     * One part of two keys.
     *
     * @param name what differs: a path, a variable, {@code instruction}
     * @param before what it was; null when there was none
     * @param after what it is; null when there is none
     */
    public record Difference(String name, @Nullable String before, @Nullable String after) {}
}
