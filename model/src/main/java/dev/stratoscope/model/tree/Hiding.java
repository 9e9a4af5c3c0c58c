package dev.stratoscope.model.tree;

/**
 * Why a layer hides what the layers below have at a path.
 *
 * @param cause how
 * @param at the path of what hides it: the removed path of a whiteout, the folder of an opaque
 *     mark, or what was replaced; the hidden path itself or one above it, empty for the root
 * @param now what the layer itself has at {@code at}: {@link EntryType#WHITEOUT} for nothing, and
 *     of what was replaced the new type
 */
public record Hiding(Cause cause, ByteString at, EntryType now) {
    /** How a path is hidden. */
    public enum Cause {
        /** A whiteout removes it, or a folder above it. */
        WHITEOUT("whiteout"),
        /** A folder above it is opaque. */
        OPAQUE("opaque"),
        /** Something above it is no folder any more, or another one. */
        REPLACED("replaced");

        private final String word;

        Cause(String word) {
            this.word = word;
        }

        /** The word used in JSON: {@code whiteout opaque replaced}. */
        public String word() {
            return word;
        }
    }
}
