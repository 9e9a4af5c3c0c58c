package dev.stratoscope.model.diff;

import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.StackEntry;

import org.jspecify.annotations.Nullable;

import java.io.InterruptedIOException;
import java.util.List;

/**
 * A stack of layers as a file system that changes from layer to layer. Made in one walk over all
 * layers; what each layer changes is then asked for by number, and costs no more than what lies
 * between. The nodes of all changesets of one timeline are the same, so that what is known of a
 * node, or was searched for, holds from layer to layer. Immutable, and safe for use by many
 * threads.
 *
 * <p>A layer as of which a hard link is a name of no file has no state that can be asked for; the
 * layers beside it have.
 */
public final class Timeline {
    private final StackNodes nodes;
    private final LinkedFiles links;
    private final FolderSums sums;
    private final LayerTouches touches;
    private final int layers;
    private volatile @Nullable Changeset whole;

    private Timeline(
            StackNodes nodes,
            LinkedFiles links,
            FolderSums sums,
            LayerTouches touches,
            int layers) {
        this.nodes = nodes;
        this.links = links;
        this.sums = sums;
        this.touches = touches;
        this.layers = layers;
    }

    /**
     * The timeline of a stack.
     *
     * @param layers bottom first
     * @throws InterruptedIOException when cancelled
     */
    public static Timeline of(List<LayerIndex> layers, Progress progress)
            throws InterruptedIOException {
        StackNodes nodes = StackRecorder.record(List.copyOf(layers), progress);
        progress.advance(0);
        LinkedFiles links = LinkedFiles.of(nodes, progress);
        progress.advance(0);
        FolderSums sums = FolderSums.of(nodes, links);
        progress.advance(0);
        return new Timeline(nodes, links, sums, LayerTouches.of(nodes), layers.size());
    }

    /** The number of layers. */
    public int layers() {
        return layers;
    }

    /** The number of paths that any layer shows. */
    public int paths() {
        return nodes.size() - 1;
    }

    /** The number of paths that a layer brings, once more or anew, or removes. */
    public int touched(int layer) {
        return touches.end(layer) - touches.start(layer);
    }

    /**
     * The lowest layers alone, with the same nodes.
     *
     * @param count how many, at most all
     */
    public Timeline lowest(int count) {
        if (count < 0 || count > layers) {
            throw new IndexOutOfBoundsException(count + " of " + layers + " layers");
        }
        return count == layers ? this : new Timeline(nodes, links, sums, touches, count);
    }

    /**
     * The file system as of a layer, against the one below that layer.
     *
     * @throws ImageFormatException when one of the two has broken hard links
     */
    public Changeset upTo(int layer) throws ImageFormatException {
        return between(layer - 1, layer);
    }

    /**
     * Of a layer what it brings and removes, without the paths that it does not speak of.
     *
     * @throws ImageFormatException when there are broken hard links as of this layer or the one
     *     below
     */
    public Changeset only(int layer) throws ImageFormatException {
        require(layer - 1);
        require(layer);
        return new OwnChanges(this, layer);
    }

    /**
     * The file system of the whole stack, against the lowest layer, and with it every path that any
     * layer had: one that a layer brought and another removed is a deleted one, and was before what
     * it was last. A sum of old bytes is that of the lowest layer where the path is still there,
     * and where it is gone that of its last layer. Kept, as to count it takes a look at all that
     * the layers above the lowest touch.
     *
     * @throws ImageFormatException when there are broken hard links as of the lowest or the topmost
     *     layer
     */
    public Changeset whole() throws ImageFormatException {
        require(Math.min(0, layers - 1));
        require(layers - 1);
        Changeset known = whole;
        if (known == null) {
            known = new WholeChanges(this);
            whole = known;
        }
        return known;
    }

    /**
     * The file system as of one layer against that of another. A path that one between them touched
     * and that is the same again is unchanged.
     *
     * @param before from 0 at the bottom; -1 is the empty root below the first
     * @param after likewise; may be lower than the other
     * @throws ImageFormatException when there are broken hard links as of one of them
     */
    public Changeset between(int before, int after) throws ImageFormatException {
        require(before);
        require(after);
        return new StackChanges(this, before, after);
    }

    private void require(int layer) throws ImageFormatException {
        if (layer < -1 || layer >= layers) {
            throw new IndexOutOfBoundsException("layer " + layer + " of " + layers);
        }
        if (links.isBroken(layer)) {
            // Tells which links they are.
            FileTree.merge(nodes.layers().subList(0, layer + 1));
            throw new IllegalStateException("no broken links as of layer " + layer);
        }
    }

    StackNodes nodes() {
        return nodes;
    }

    LayerTouches touches() {
        return touches;
    }

    /** The bytes of a node with all below it as of a layer, as docker counts them. */
    long total(int at, int asOf) {
        return ownSize(at, asOf) + sums.below(at, asOf);
    }

    long ownSize(int at, int asOf) {
        return ownSize(at, nodes.versionAt(at, asOf), asOf);
    }

    /** Docker's bytes of a version alone, which is what a node is as of a layer; -1 for none. */
    long ownSize(int at, int version, int asOf) {
        if (!nodes.isLive(version)) {
            return 0;
        }
        return nodes.type(version) == EntryType.HARDLINK
                ? links.ownSize(at, version, asOf)
                : nodes.ownSize(version);
    }

    /** The kind of file of a live version as of a layer. */
    EntryType type(int at, int version, int asOf) {
        EntryType type = nodes.type(version);
        return type == EntryType.HARDLINK ? entry(at, version, asOf).type() : type;
    }

    /** What a live version is as of a layer. */
    StackEntry entry(int at, int version, int asOf) {
        List<LayerIndex> stack = nodes.layers();
        int layer = nodes.layer(version);
        int node = nodes.inLayer(version);
        if (nodes.type(version) != EntryType.HARDLINK) {
            return StackEntry.of(stack, layer, node);
        }
        boolean linked = links.target(at, version, asOf) >= 0;
        return new StackEntry(stack, layer, node, links.place(version), linked);
    }

    /** The path that a live version is a hard link to as of a layer; null where it is none. */
    @Nullable ByteString linkedTo(int at, int version, int asOf) {
        if (nodes.type(version) != EntryType.HARDLINK) {
            return null;
        }
        int target = links.target(at, version, asOf);
        return target < 0 ? null : nodes.path(target);
    }
}
