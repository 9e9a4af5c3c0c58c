package dev.stratoscope.model.tree;

/**
 * Why a layer hides what the layers below have at a path.
 *
 * @param cause how
 * @param at the path of what hides it: the removed path of a whiteout, the folder of an opaque
 *     mark, or what was replaced
 */
public record Hiding(Cause cause, ByteString at) {
    /** How a path is hidden. */
    public enum Cause {
        /** A whiteout removes it, or a folder above it. */
        WHITEOUT,
        /** A folder above it is opaque. */
        OPAQUE,
        /** Something above it is no folder any more. */
        REPLACED
    }
}
