package dev.stratoscope.model.diff;

import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;

import java.util.List;

/**
 * A stack of layers as a file system that changes from layer to layer. What each layer changes is
 * asked for by number; the nodes of all changesets of one timeline are the same, so that what is
 * known of a node, or was searched for, holds from layer to layer. Immutable, and safe for use by
 * many threads.
 */
public final class Timeline {
    private final List<LayerIndex> layers;

    private Timeline(List<LayerIndex> layers) {
        this.layers = layers;
    }

    /**
     * The timeline of a stack.
     *
     * @param layers bottom first
     */
    public static Timeline of(List<LayerIndex> layers) {
        return new Timeline(List.copyOf(layers));
    }

    /** The number of layers. */
    public int layers() {
        return layers.size();
    }

    /** The file system as of a layer, against the one below that layer. */
    public Changeset upTo(int layer) throws ImageFormatException {
        return between(layer - 1, layer);
    }

    /** Of a layer what it brings and removes, without the paths that it does not speak of. */
    public Changeset only(int layer) throws ImageFormatException {
        return TreeDiff.ofTop(layers.subList(0, layer + 1)).onlyTop();
    }

    /**
     * The file system of the whole stack, against the lowest layer: every path that any layer had,
     * so that one that a layer brought and another removed is a deleted one.
     */
    public Changeset whole() throws ImageFormatException {
        return between(Math.min(0, layers.size() - 1), layers.size() - 1);
    }

    /**
     * The file system as of one layer against that of another.
     *
     * @param before from 0 at the bottom; -1 is the empty root below the first
     * @param after likewise
     */
    public Changeset between(int before, int after) throws ImageFormatException {
        return TreeDiff.between(at(before), at(after));
    }

    private FileTree at(int layer) throws ImageFormatException {
        return FileTree.merge(layers.subList(0, layer + 1));
    }
}
