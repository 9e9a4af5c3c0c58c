package dev.stratoscope.model.tree;

import org.jspecify.annotations.Nullable;

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

    /** As {@link LayerIndex#hiding}. */
    static @Nullable Hiding in(LayerIndex index, ByteString path) {
        byte[] bytes = path.array();
        int node = 0;
        for (int from = 0; from < bytes.length; ) {
            if (index.isOpaque(node)) {
                return of(Cause.OPAQUE, index, node);
            }
            int to = from;
            while (to < bytes.length && bytes[to] != '/') {
                to++;
            }
            node = index.child(node, bytes, from, to);
            if (node < 0) {
                return null;
            }
            if (index.isWhiteout(node)) {
                return of(Cause.WHITEOUT, index, node);
            }
            boolean replaced = Looks.isMarked(index.look(node), Looks.REPLACED);
            if (to < bytes.length && (replaced || index.type(node) != EntryType.DIRECTORY)) {
                return of(Cause.REPLACED, index, node);
            }
            from = to + 1;
        }
        return null;
    }

    private static Hiding of(Cause cause, LayerIndex index, int node) {
        return new Hiding(cause, index.path(node), index.type(node));
    }
}
