package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The file system that a stack of layers shows (image-spec, layer.md). Immutable; 14 bytes a node
 * beside the layers' own indexes. Nodes are numbered breadth first; node 0 is the root. A path that
 * a layer removed is not here.
 */
public final class FileTree {
    /** Nothing but a root. */
    public static final FileTree EMPTY =
            new FileTree(
                    List.of(), new int[] {-1}, new int[] {1, 1}, new short[] {-1}, new int[] {-1});

    private final List<LayerIndex> layers;
    private final int[] parent;
    private final int[] firstChild;
    private final short[] layer;
    private final int[] node;
    private final LiveLinks links;
    private volatile long @Nullable [] totals;

    FileTree(
            List<LayerIndex> layers,
            int[] parent,
            int[] firstChild,
            short[] layer,
            int[] node,
            LiveLinks links) {
        this.layers = layers;
        this.parent = parent;
        this.firstChild = firstChild;
        this.layer = layer;
        this.node = node;
        this.links = links;
    }

    private FileTree(
            List<LayerIndex> layers, int[] parent, int[] firstChild, short[] layer, int[] node) {
        this(layers, parent, firstChild, layer, node, LiveLinks.NONE);
    }

    /** Of nodes in order, whose hard links are still to be looked for. */
    static FileTree of(
            List<LayerIndex> layers, int[] parent, int[] firstChild, short[] layer, int[] node)
            throws ImageFormatException {
        FileTree plain = new FileTree(layers, parent, firstChild, layer, node);
        LiveLinks links = LiveLinks.of(plain);
        return links == LiveLinks.NONE
                ? plain
                : new FileTree(layers, parent, firstChild, layer, node, links);
    }

    /**
     * Lays layers on top of each other. The work grows with the nodes of the layers, not with their
     * number times the result.
     *
     * @param layers bottom first; may be empty
     * @throws BrokenLinksException when hard links' targets are in none of the layers
     */
    public static FileTree merge(List<LayerIndex> layers) throws ImageFormatException {
        return layers.isEmpty() ? EMPTY : new Merge(List.copyOf(layers)).tree();
    }

    /** The layers this shows, bottom first. */
    public List<LayerIndex> layers() {
        return layers;
    }

    /** The number of nodes, the root included. */
    public int size() {
        return parent.length;
    }

    /** The parent of a node; that of the root is -1. */
    public int parent(int at) {
        return parent[at];
    }

    /** The first child of a node; its children run up to {@link #endOfChildren}. */
    public int firstChild(int at) {
        return firstChild[at];
    }

    /** The number after that of a node's last child. */
    public int endOfChildren(int at) {
        return firstChild[at + 1];
    }

    /**
     * The layer a node's attributes come from, from 0 at the bottom; -1 for a root no layer speaks
     * of.
     */
    public int layer(int at) {
        return layer[at];
    }

    /** The node's number in the index of its {@link #layer}. */
    public int nodeInLayer(int at) {
        return node[at];
    }

    /** The last part of a node's path; empty for the root. */
    public ByteString name(int at) {
        return at == 0 ? ByteString.EMPTY : index(at).name(node[at]);
    }

    /** As {@link LayerIndex#copyNames}, of one node. */
    public int copyName(int at, byte[] into, int[] ends, int end) {
        if (at == 0) {
            ends[end] = end == 0 ? 0 : ends[end - 1];
            return 1;
        }
        return index(at).copyNames(node[at], node[at] + 1, into, ends, end);
    }

    /** The last part of a node's path as UTF-8, with U+FFFD for what is not. */
    public String nameText(int at) {
        return at == 0 ? "" : index(at).names().text(node[at]);
    }

    /** The whole path of a node; empty for the root. */
    public ByteString path(int at) {
        return Paths.of(
                at,
                this::parent,
                n -> index(n).names().length(node[n]),
                (n, to, from) -> index(n).names().copy(node[n], to, from));
    }

    /** Compares the names of two nodes, byte by byte. */
    public int compareNames(int at, FileTree other, int otherAt) {
        return index(at)
                .names()
                .compare(node[at], other.index(otherAt).names(), other.node[otherAt]);
    }

    /**
     * The kind of file. Of several names of one file the one that was the file in its layer is a
     * {@link EntryType#FILE} and the others are hard links; where that one is gone, the first name
     * left is the file.
     */
    public EntryType type(int at) {
        if (layer[at] < 0) {
            return EntryType.DIRECTORY;
        }
        EntryType type = index(at).type(node[at]);
        return type == EntryType.HARDLINK ? shown(at).type() : type;
    }

    /** Whether the node is a directory that no layer's entry names. */
    public boolean isImplied(int at) {
        return layer[at] < 0 || index(at).isImplied(node[at]);
    }

    /** The name that a hard link is another name of; -1 for all other nodes. */
    public int linkTarget(int at) {
        return links.target(at);
    }

    /** How many names a node has that is no directory: itself and its hard links; at least 1. */
    public int names(int at) {
        int target = links.target(at);
        return 1 + links.linksTo(target >= 0 ? target : at);
    }

    /** Whether the node is a hard link in its layer, also where it is shown as the file. */
    public boolean isOtherName(int at) {
        return layer[at] >= 0 && index(at).type(node[at]) == EntryType.HARDLINK;
    }

    /** The length in bytes of a regular file, also under its other names; 0 for all others. */
    public long fileSize(int at) {
        return shown(at).fileSize();
    }

    /**
     * Everything said of a node. Of a hard link the type is {@link #type}, the size the file's, and
     * the target as written; the first name left of a file has what the file had.
     */
    public Attributes attributes(int at) {
        return shown(at).attributes();
    }

    /** The regular file at a node, under whatever name; null when it is none. */
    public @Nullable Entry entry(int at) {
        return shown(at).entry();
    }

    /** The sha256 of a regular file's bytes; null of a hollow file and of all that is no file. */
    public @Nullable Digest digest(int at) {
        Entry entry = entry(at);
        return entry == null ? null : entry.digest();
    }

    /**
     * The node at a path, taken literally: links on the way are not followed; -1 when there is
     * none.
     */
    public int find(ByteString path) {
        return Paths.find(path, this::child);
    }

    /**
     * The bytes of every node with all below it, as docker counts them: regular files once whatever
     * their names, and the lengths of symlink targets. Computed at the first call.
     *
     * @return one sum a node; not to be changed
     */
    public long[] totals() {
        long[] sums = totals;
        if (sums == null) {
            sums = new long[size()];
            for (int at = size() - 1; at >= 0; at--) {
                sums[at] += ownSize(at);
                if (at > 0) {
                    sums[parent[at]] += sums[at];
                }
            }
            totals = sums;
        }
        return sums;
    }

    /** The bytes of a node alone, as {@link #totals} counts them. */
    public long ownSize(int at) {
        if (layer[at] < 0) {
            return 0;
        }
        if (!isOtherName(at)) {
            return index(at).ownSize(node[at]);
        }
        return links.target(at) >= 0
                ? 0
                : layers.get(links.fileLayer(at)).ownSize(links.fileNode(at));
    }

    /** The child of that name; -1 when there is none. */
    public int child(int at, ByteString name) {
        return child(at, name.array(), 0, name.length());
    }

    private int child(int at, byte[] path, int from, int to) {
        int low = firstChild[at];
        int high = firstChild[at + 1] - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = index(middle).names().compare(node[middle], path, from, to);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private LayerIndex index(int at) {
        return layers.get(layer[at]);
    }

    /** What is shown at a node. */
    public StackEntry shown(int at) {
        return isOtherName(at)
                ? new StackEntry(
                        layers,
                        layer[at],
                        node[at],
                        new Place(links.fileLayer(at), links.fileNode(at)),
                        links.target(at) >= 0)
                : StackEntry.of(layers, layer[at], node[at]);
    }
}
