package dev.stratoscope.model.diff;

import org.jspecify.annotations.Nullable;

/** Hears of every path of a stack of layers in turn, and what the stack shows there by layer. */
interface StackVisitor {
    /**
     * From a layer on, the path is another. The layers ascend; a path that is never shown has none.
     *
     * @param layer from 0 at the bottom
     * @param node what is shown now, in that layer's index; -1 when the path is gone
     * @param kind how that differs from what was shown before; not to be relied on where either is
     *     a broken hard link
     */
    void version(int layer, int node, Kind kind);

    /**
     * From one layer up to another, left out, the path is a hard link that is a name of no file.
     */
    void broken(int from, int to);

    /**
     * The path's last layer was met.
     *
     * @param below the directories at the path; null when no layer has any
     */
    void end(@Nullable Parts below);
}
