package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

/**
 * What a RUN sees beside its image ({@code --mount}).
 *
 * @param type what it is
 * @param target where it is seen; null where the type has a usual place
 * @param source a path in {@code from}, or in the context; empty is its root
 * @param from a stage or image; null is the context, or nothing for a cache
 * @param id what a cache, secret or agent is found by; null where nothing is said
 * @param readOnly whether it cannot be written to
 * @param sharing of a cache: {@code shared}, {@code private} or {@code locked}
 * @param mode permission bits of a cache's folder or of a secret's file; -1 is the type's usual
 * @param uid the owner's number
 * @param gid the group's number
 * @param size of a tmpfs, in bytes; 0 is no limit
 * @param required whether a secret or agent that was not given is an error
 * @param env the variable that a secret is given in; null is none
 */
public record Mount(
        Type type,
        @Nullable String target,
        String source,
        @Nullable String from,
        @Nullable String id,
        boolean readOnly,
        String sharing,
        int mode,
        long uid,
        long gid,
        long size,
        boolean required,
        @Nullable String env) {
    /** What a mount is. */
    public enum Type {
        /** Files of the context, a stage or an image; what is written to them is lost. */
        BIND,
        /** A folder that stays from build to build. */
        CACHE,
        /** An empty folder in memory. */
        TMPFS,
        /** A file that reaches neither the image nor the cache. */
        SECRET,
        /** The socket of an ssh agent. */
        SSH
    }
}
