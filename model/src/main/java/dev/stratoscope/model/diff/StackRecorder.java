package dev.stratoscope.model.diff;

import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Writes down what every path of a stack is from layer to layer, breadth first. What only one layer
 * speaks of is copied as it is. Not for several threads.
 */
final class StackRecorder implements StackVisitor {
    /** How many nodes are gone through without looking whether they are still wanted. */
    private static final int STEP = 1 << 12;

    private final List<LayerIndex> layers;

    /** Directories that were met in step, in the order of their nodes. */
    private final Deque<Pending> open = new ArrayDeque<>();

    private int[] parent;
    private int[] firstChild;
    private int[] start;
    private int size;
    private short[] layer;
    private int[] node;
    private byte[] kind;
    private int versions;
    private int[] links = {};
    private int linkCount;
    private int expanded;
    private boolean begun;

    private record Pending(int at, Parts parts) {}

    private StackRecorder(List<LayerIndex> layers) {
        this.layers = layers;
        int most = 1;
        for (LayerIndex index : layers) {
            most = Math.addExact(most, index.size());
        }
        parent = new int[most];
        firstChild = new int[most + 1];
        start = new int[most + 1];
        layer = new short[most + 1];
        node = new int[most + 1];
        kind = new byte[most + 1];
    }

    /**
     * Follows all paths.
     *
     * @param layers bottom first
     */
    static StackNodes record(List<LayerIndex> layers, Progress progress)
            throws InterruptedIOException {
        StackRecorder recorder = new StackRecorder(layers);
        recorder.walk(progress);
        return recorder.nodes();
    }

    private void walk(Progress progress) throws InterruptedIOException {
        StackWalk walk = new StackWalk(layers, this);
        addRoot();
        open.add(new Pending(0, walk.root()));
        for (int at = 0; at < size; at++) {
            if (at % STEP == 0) {
                progress.advance(0);
            }
            firstChild[at] = size;
            expanded = at;
            Pending next = open.peek();
            if (next == null || next.at > at) {
                copyCopied(at);
                continue;
            }
            Parts parts = open.remove().parts;
            if (at > 0 && parts.count() == 1) {
                copy(at, parts.layer(0), parts.node(0), parts.gone(-1));
            } else {
                progress.advance(0);
                walk.expand(parts);
            }
        }
        firstChild[size] = size;
        start[size] = versions;
    }

    /** Below the first layer there is a root as well, and the lowest layer's is always another. */
    private void addRoot() {
        parent[0] = -1;
        size = 1;
        append(-1, 0, Kind.UNCHANGED);
        Attributes shown = Attributes.IMPLIED_DIRECTORY;
        for (int at = 0; at < layers.size(); at++) {
            if (at == 0 || !layers.get(at).isImplied(0)) {
                Attributes now = layers.get(at).attributes(0);
                append(at, 0, shown.sameMetadata(now) ? Kind.UNCHANGED : Kind.METADATA_ONLY);
                shown = now;
            }
        }
    }

    @Override
    public void version(int atLayer, int inLayer, Kind how) {
        if (!begun) {
            begun = true;
            parent[size] = expanded;
            start[size++] = versions;
        }
        if (inLayer >= 0 && layers.get(atLayer).type(inLayer) == EntryType.HARDLINK) {
            addLink();
        }
        append(atLayer, inLayer, how);
    }

    /** What broken links there are is told of all nodes at once, those copied as well. */
    @Override
    public void broken(int from, int to) {}

    @Override
    public void end(@Nullable Parts below) {
        begun = false;
        if (below != null) {
            open.add(new Pending(size - 1, below));
        }
    }

    /** Goes on below what was copied: it goes when that does. What was not is no directory. */
    private void copyCopied(int at) {
        int version = start[at];
        int end = at + 1 < size ? start[at + 1] : versions;
        int gone = end == version + 1 ? -1 : layer[version + 1];
        if (layers.get(layer[version]).type(node[version]) == EntryType.DIRECTORY) {
            copy(at, layer[version], node[version], gone);
        }
    }

    /**
     * Copies what a layer has in a directory.
     *
     * @param gone the layer that hides it; -1 when none does
     */
    private void copy(int at, int from, int directory, int gone) {
        LayerIndex index = layers.get(from);
        int end = index.endOfChildren(directory);
        for (int child = index.firstChild(directory); child < end; child++) {
            EntryType type = index.type(child);
            if (type == EntryType.WHITEOUT) {
                continue;
            }
            parent[size] = at;
            start[size++] = versions;
            if (type == EntryType.HARDLINK) {
                addLink();
            }
            append(from, child, Kind.ADDED);
            if (gone >= 0) {
                append(gone, -1, Kind.DELETED);
            }
        }
    }

    /** The next version is a hard link. */
    private void addLink() {
        if (linkCount == links.length) {
            links = Arrays.copyOf(links, linkCount + (linkCount >> 1) + 16);
        }
        links[linkCount++] = versions;
    }

    private void append(int atLayer, int inLayer, Kind how) {
        if (versions == kind.length) {
            int more = versions + (versions >> 1) + 16;
            layer = Arrays.copyOf(layer, more);
            node = Arrays.copyOf(node, more);
            kind = Arrays.copyOf(kind, more);
        }
        layer[versions] = (short) atLayer;
        node[versions] = inLayer;
        kind[versions++] = (byte) how.code();
    }

    private StackNodes nodes() {
        return new StackNodes(
                layers,
                Arrays.copyOf(parent, size),
                Arrays.copyOf(firstChild, size + 1),
                Arrays.copyOf(start, size + 1),
                Arrays.copyOf(layer, versions),
                Arrays.copyOf(node, versions),
                Arrays.copyOf(kind, versions),
                Arrays.copyOf(links, linkCount));
    }
}
