package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Finding;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What one layer's tar says: its entries as a tree, whiteouts and opaque marks included, with the
 * sha256 of every file. Immutable, columnar; about 50 bytes an entry beyond its name, and 32 more
 * for a file that is not empty. Where a path comes twice, the last one counts.
 */
public final class LayerIndex {
    private static final byte[] EMPTY_SHA256 = Digest.newSha256().digest(new byte[0]);

    private final int[] parent;
    private final int[] firstChild;
    private final Names names;
    private final Columns columns;
    private final int[] hardLinks;
    private final int[] hardLinkTargets;
    private final int entries;
    private final long tarSize;
    private final long contentSize;
    private final List<Finding> findings;

    LayerIndex(
            int[] parent,
            int[] firstChild,
            Names names,
            Columns columns,
            int[] hardLinks,
            int[] hardLinkTargets,
            int entries,
            long tarSize,
            List<Finding> findings) {
        this.parent = parent;
        this.firstChild = firstChild;
        this.names = names;
        this.columns = columns;
        this.hardLinks = hardLinks;
        this.hardLinkTargets = hardLinkTargets;
        this.entries = entries;
        this.tarSize = tarSize;
        this.findings = List.copyOf(findings);
        this.contentSize = sumOfContents();
    }

    /** The number of nodes, the root and directories that no entry names included. */
    public int size() {
        return parent.length;
    }

    /** The number of entries in the tar, whiteouts included. */
    public int entries() {
        return entries;
    }

    /** The length of the tar in bytes. */
    public long tarSize() {
        return tarSize;
    }

    /** Oddities met while reading, such as a path that comes twice. */
    public List<Finding> findings() {
        return findings;
    }

    /** Docker's SIZE of the layer in bytes: regular files plus the lengths of symlink targets. */
    public long contentSize() {
        return contentSize;
    }

    private long sumOfContents() {
        long sum = 0;
        for (int node = 0; node < size(); node++) {
            sum += type(node) == EntryType.SYMLINK ? columns.linkLength(node) : columns.size[node];
        }
        return sum;
    }

    /** The parent of a node; that of the root is -1. */
    public int parent(int node) {
        return parent[node];
    }

    /** The first child of a node; its children run up to {@link #endOfChildren}. */
    public int firstChild(int node) {
        return firstChild[node];
    }

    /** The number after that of a node's last child. */
    public int endOfChildren(int node) {
        return firstChild[node + 1];
    }

    /** The last part of a node's path; empty for the root. */
    public ByteString name(int node) {
        return names.get(node);
    }

    /** The whole path of a node; empty for the root. */
    public ByteString path(int node) {
        return Paths.of(node, this::parent, names::length, names::copy);
    }

    /** The kind of file; {@link EntryType#WHITEOUT} for a mark with nothing in its place. */
    public EntryType type(int node) {
        return EntryType.of(columns.type[node]);
    }

    /** Whether the node is a directory that only the paths below it ask for. */
    public boolean isImplied(int node) {
        return (columns.flags[node] & Columns.IMPLIED) != 0;
    }

    /** Whether the directory hides everything that layers below have in it. */
    public boolean isOpaque(int node) {
        return (columns.flags[node] & Columns.OPAQUE) != 0;
    }

    /** Whether a whiteout hides what layers below have at this path. */
    public boolean isWhiteout(int node) {
        return (columns.flags[node] & Columns.WHITEOUT) != 0;
    }

    /**
     * Whether nothing of the layers below is left at this path: a whiteout, or an earlier entry of
     * this layer, removed it.
     */
    public boolean hidesBelow(int node) {
        return (columns.flags[node] & (Columns.WHITEOUT | Columns.REPLACED)) != 0;
    }

    /** Whether the node is not part of the file system but kept as the source of hard links. */
    boolean isBookkeeping(int node) {
        return (columns.flags[node] & Columns.BOOKKEEPING) != 0;
    }

    /** The length of a regular file in bytes, 0 for all others. */
    public long fileSize(int node) {
        return columns.size[node];
    }

    /** Everything said of a node. */
    public Attributes attributes(int node) {
        Columns.Owner owner = columns.owner(node);
        Columns.Rare rare = columns.rare(node);
        return new Attributes(
                type(node),
                columns.mode[node],
                owner.uid(),
                owner.gid(),
                owner.user(),
                owner.group(),
                columns.size[node],
                columns.mtime[node],
                columns.nanos(node),
                columns.link(node),
                rare == null ? 0 : rare.major(),
                rare == null ? 0 : rare.minor(),
                rare == null ? Map.of() : rare.xattrs());
    }

    /**
     * The sha256 of a regular file's bytes; null of a file too hollow to have one ({@link
     * Entry#isHollow}).
     */
    public @Nullable Digest digest(int node) {
        Columns.Rare rare = columns.rare(node);
        if (rare != null && Entry.isHollow(columns.size[node], rare.sparse())) {
            return null;
        }
        byte[] hash = columns.digest(node);
        return Digest.ofSha256(hash == null ? EMPTY_SHA256 : hash);
    }

    /**
     * Whether two regular files have the same bytes; of hollow ones, whether they have the same
     * bytes at the same places.
     */
    public boolean sameContent(int node, LayerIndex other, int otherNode) {
        return columns.size[node] == other.columns.size[otherNode]
                && columns.sameDigest(node, other.columns, otherNode);
    }

    /**
     * The file that a hard link of this layer is a name of; -1 when it is not in this layer, or the
     * node is no hard link.
     */
    public int hardLinkTarget(int node) {
        return Math.max(-1, hardLinkPlace(node));
    }

    /**
     * As {@link #hardLinkTarget}, but {@code -2 - l} where link {@code l}, at the end of a chain of
     * links, says where the file is in the layers below.
     */
    int hardLinkPlace(int node) {
        int at = Arrays.binarySearch(hardLinks, node);
        return at < 0 ? -1 : hardLinkTargets[at];
    }

    /** The hard links of this layer, ascending. */
    int[] hardLinks() {
        return hardLinks;
    }

    /** The regular file at a node, ready to be opened in layer {@code layer} of its image. */
    public Entry entry(int node, int layer) {
        Columns.Rare rare = columns.rare(node);
        return new Entry(
                path(node),
                layer,
                columns.size[node],
                columns.offset[node],
                rare == null ? null : rare.sparse(),
                digest(node));
    }

    /** The node at a path; -1 when the layer does not speak of it. */
    public int find(ByteString path) {
        return Paths.find(path, this::child);
    }

    /**
     * The node at a path, as {@link #find}, if it is part of the file system; -1 also for a mark
     * with nothing in its place and for AUFS's bookkeeping.
     */
    public int findShown(ByteString path) {
        int node = find(path);
        if (node < 0 || type(node) == EntryType.WHITEOUT) {
            return -1;
        }
        int top = node;
        while (parent[top] > 0) {
            top = parent[top];
        }
        return isBookkeeping(top) ? -1 : node;
    }

    /**
     * Why this layer hides what the layers below have at a path. An entry of this layer at the very
     * path is no hiding but a change.
     *
     * @param path without slashes at its ends; nothing hides the root, the empty path
     * @return the mark or replacement nearest to the root; null when the layer leaves the path
     *     alone
     */
    public @Nullable Hiding hiding(ByteString path) {
        byte[] bytes = path.array();
        int node = 0;
        for (int from = 0; from < bytes.length; ) {
            if (isOpaque(node)) {
                return hiding(Hiding.Cause.OPAQUE, node);
            }
            int to = from;
            while (to < bytes.length && bytes[to] != '/') {
                to++;
            }
            node = child(node, bytes, from, to);
            if (node < 0) {
                return null;
            }
            if (isWhiteout(node)) {
                return hiding(Hiding.Cause.WHITEOUT, node);
            }
            boolean replaced = (columns.flags[node] & Columns.REPLACED) != 0;
            if (to < bytes.length && (replaced || type(node) != EntryType.DIRECTORY)) {
                return hiding(Hiding.Cause.REPLACED, node);
            }
            from = to + 1;
        }
        return null;
    }

    private Hiding hiding(Hiding.Cause cause, int node) {
        return new Hiding(cause, path(node), type(node));
    }

    /** The child of that name; -1 when there is none. */
    int child(int node, byte[] path, int from, int to) {
        return bisect(names, firstChild[node], firstChild[node + 1], path, from, to);
    }

    Names names() {
        return names;
    }

    int linkLength(int node) {
        return columns.linkLength(node);
    }

    private static int bisect(Names names, int low, int end, byte[] path, int from, int to) {
        int high = end - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = names.compare(middle, path, from, to);
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

    /** Until the index has a form of its own. */
    @SuppressWarnings("DoNotCallSuggester")
    public java.lang.foreign.MemorySegment segment() {
        throw new UnsupportedOperationException();
    }

    /** Until the index has a form of its own. */
    @SuppressWarnings("DoNotCallSuggester")
    public static LayerIndex of(java.lang.foreign.MemorySegment bytes)
            throws dev.stratoscope.model.image.ImageFormatException {
        throw new UnsupportedOperationException(bytes + "");
    }
}
