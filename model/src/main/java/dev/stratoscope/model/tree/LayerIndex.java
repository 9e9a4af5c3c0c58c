package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.ImageFormatException;

import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * What one layer's tar says: its entries as a tree, whiteouts and opaque marks included, with the
 * sha256 of every file. Where a path comes twice, the last one counts.
 *
 * <p>Immutable, and nothing but a view on one relocatable run of bytes ({@link IndexForm}), which
 * may be mapped from a file: about 20 bytes an entry beyond its name, and 32 more for a file that
 * is not empty. Safe for use by many threads. A mapped file that another program cuts short makes
 * every accessor throw {@link InternalError}.
 */
public final class LayerIndex {
    private final MemorySegment bytes;
    private final ByteBuffer head;
    private final int nodes;
    private final NumberColumn firstChild;
    private final NameColumn names;
    private final NumberColumn look;
    private final NumberColumn size;
    private final NumberColumn offset;
    private final NumberColumn mtime;
    private final NumberColumn nanos;
    private final DigestColumn digests;
    private final Ranks linkRanks;
    private final NameColumn links;
    private final Ranks rareRanks;
    private final NumberColumn rares;
    private final HardLinkColumn hardLinks;
    private final SideTables tables;
    private final Looks looks;
    private volatile @Nullable IndexCheck unchecked;

    /**
     * The index in some bytes whose sections lie within them.
     *
     * @param unchecked what has still to be looked at; null where nothing has
     */
    LayerIndex(IndexReader from, SideTables tables, @Nullable IndexCheck unchecked)
            throws ImageFormatException {
        this.unchecked = unchecked;
        this.bytes = from.bytes();
        this.head = from.head();
        this.nodes = from.nodes();
        this.firstChild = from.numbers(IndexForm.FIRST_CHILD);
        this.names = from.names(IndexForm.NAME_STARTS, IndexForm.NAMES);
        this.look = from.numbers(IndexForm.LOOK);
        this.size = from.numbers(IndexForm.SIZE);
        this.offset = from.numbers(IndexForm.OFFSET);
        this.mtime = from.numbers(IndexForm.MTIME);
        this.nanos = from.numbers(IndexForm.NANOS);
        this.digests = DigestColumn.of(from);
        this.linkRanks = from.ranks(IndexForm.LINK_RANKS);
        this.links = from.names(IndexForm.LINK_STARTS, IndexForm.LINKS);
        this.rareRanks = from.ranks(IndexForm.RARE_RANKS);
        this.rares = from.numbers(IndexForm.RARE);
        this.hardLinks = HardLinkColumn.of(from);
        this.tables = tables;
        this.looks = tables.looks();
    }

    /**
     * Opens the bytes of {@link #segment}, which must not change from now on. Counts and sizes can
     * be asked for at once; who asks for more takes {@link #sound} first.
     *
     * @param bytes native memory or a mapped file; kept reachable by the index
     * @throws ImageFormatException when they are no index, one of another version, or damaged
     */
    public static LayerIndex of(MemorySegment bytes) throws ImageFormatException {
        return IndexReader.of(bytes);
    }

    /**
     * This, once every node was looked at, so that whatever the bytes are, no accessor leaves them
     * or does not end. The work is done the first time only.
     *
     * @throws UncheckedIOException of an {@link ImageFormatException}, when the bytes are no index
     */
    public LayerIndex sound() {
        IndexCheck check = unchecked;
        if (check != null) {
            try {
                check.check();
            } catch (ImageFormatException e) {
                throw new UncheckedIOException(e);
            }
            unchecked = null;
        }
        return this;
    }

    /** The bytes this is a view on, fit to be kept and opened again; read-only. */
    public MemorySegment segment() {
        return bytes;
    }

    /**
     * The same in another place.
     *
     * @param copy equal to {@link #segment}
     */
    public LayerIndex in(MemorySegment copy) throws ImageFormatException {
        return IndexReader.ofOwn(copy);
    }

    /** The number of nodes, the root and directories that no entry names included. */
    public int size() {
        return nodes;
    }

    /** The number of entries in the tar, whiteouts included. */
    public int entries() {
        return (int) head.getLong(IndexForm.AT_ENTRIES);
    }

    /** The length of the tar in bytes. */
    public long tarSize() {
        return head.getLong(IndexForm.AT_TAR_SIZE);
    }

    /** Oddities met while reading, such as a path that comes twice. */
    public List<Finding> findings() {
        return tables.findings();
    }

    /** Docker's SIZE of the layer in bytes: regular files plus the lengths of symlink targets. */
    public long contentSize() {
        return head.getLong(IndexForm.AT_CONTENT_SIZE);
    }

    /** The parent of a node; that of the root is -1. */
    public int parent(int node) {
        int low = 0;
        int high = node - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (firstChild.getInt(middle) > node) {
                high = middle - 1;
            } else if (firstChild.getInt(middle + 1) <= node) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -1;
    }

    /** The first child of a node; its children run up to {@link #endOfChildren}. */
    public int firstChild(int node) {
        return firstChild.getInt(node);
    }

    /** The number after that of a node's last child. */
    public int endOfChildren(int node) {
        return firstChild.getInt(node + 1);
    }

    /** The last part of a node's path; empty for the root. */
    public ByteString name(int node) {
        return names.get(node);
    }

    /**
     * Copies the names of nodes from {@code from} up to {@code to}, one behind the other with
     * nothing between them: as many as there is room for.
     *
     * @param into takes the bytes, from {@code ends[end - 1]} on, or from its start
     * @param ends takes where each name ends in {@code into}, from {@code end} on
     * @return how many were copied
     */
    public int copyNames(int from, int to, byte[] into, int[] ends, int end) {
        return names.copy(from, to, into, ends, end);
    }

    /** The whole path of a node; empty for the root. */
    public ByteString path(int node) {
        return Paths.of(node, this::parent, names::length, names::copy);
    }

    /** The kind of file; {@link EntryType#WHITEOUT} for a mark with nothing in its place. */
    public EntryType type(int node) {
        return looks.type(look.getInt(node));
    }

    /** Whether the node is a directory that only the paths below it ask for. */
    public boolean isImplied(int node) {
        return isMarked(node, Looks.IMPLIED);
    }

    /** Whether the directory hides everything that layers below have in it. */
    public boolean isOpaque(int node) {
        return isMarked(node, Looks.OPAQUE);
    }

    /** Whether a whiteout hides what layers below have at this path. */
    public boolean isWhiteout(int node) {
        return isMarked(node, Looks.WHITEOUT);
    }

    /**
     * Whether nothing of the layers below is left at this path: a whiteout, or an earlier entry of
     * this layer, removed it.
     */
    public boolean hidesBelow(int node) {
        return isMarked(node, Looks.WHITEOUT | Looks.REPLACED);
    }

    /** Whether the node is not part of the file system but kept as the source of hard links. */
    public boolean isBookkeeping(int node) {
        return isMarked(node, Looks.BOOKKEEPING);
    }

    /** The length of a regular file in bytes, 0 for all others. */
    public long fileSize(int node) {
        return size.get(node);
    }

    /** Docker's bytes of a node: those of a regular file, or the length of a symlink's target. */
    public long ownSize(int node) {
        return type(node) == EntryType.SYMLINK ? linkLength(node) : fileSize(node);
    }

    /** Everything said of a node. */
    public Attributes attributes(int node) {
        int seen = look.getInt(node);
        SideTables.Owner owner = owner(seen);
        SideTables.Rare rare = rare(node);
        int link = linkRanks.rank(node);
        return new Attributes(
                looks.type(seen),
                looks.mode(seen),
                owner.uid(),
                owner.gid(),
                owner.user(),
                owner.group(),
                size.get(node),
                mtime.get(node),
                nanos.getInt(node),
                link < 0 ? ByteString.EMPTY : links.get(link),
                rare == null ? 0 : rare.major(),
                rare == null ? 0 : rare.minor(),
                xattrs(rare));
    }

    private SideTables.@Nullable Rare rare(int node) {
        int rank = rareRanks.rank(node);
        return rank < 0 ? null : tables.rares().get(rares.getInt(rank));
    }

    private boolean isMarked(int node, int marks) {
        return looks.isMarked(look.getInt(node), marks);
    }

    /**
     * The sha256 of a regular file's bytes; null of a file too hollow to have one ({@link
     * Entry#isHollow}).
     */
    public @Nullable Digest digest(int node) {
        SideTables.Rare rare = rare(node);
        if (rare != null && Entry.isHollow(size.get(node), rare.sparse())) {
            return null;
        }
        return digests.get(node);
    }

    /**
     * Whether two regular files have the same bytes; of hollow ones, whether they have the same
     * bytes at the same places.
     */
    public boolean sameContent(int node, LayerIndex other, int otherNode) {
        return size.get(node) == other.size.get(otherNode)
                && digests.isSame(node, other.digests, otherNode);
    }

    /** A number that is the same for files of the same bytes, and hardly ever for others. */
    public long contentKey(int node) {
        return digests.key(node);
    }

    /** Whether what counts of mode, owner, time and extended attributes is the same. */
    boolean sameMetadata(int node, LayerIndex other, int otherNode, Scrutiny scrutiny) {
        int seen = look.getInt(node);
        int otherSeen = other.look.getInt(otherNode);
        return looks.mode(seen) == other.looks.mode(otherSeen)
                && (!scrutiny.owners() || owner(seen).sameNumbers(other.owner(otherSeen)))
                && (!scrutiny.times()
                        || (mtime.get(node) == other.mtime.get(otherNode)
                                && nanos.get(node) == other.nanos.get(otherNode)))
                && xattrs(rare(node)).equals(xattrs(other.rare(otherNode)));
    }

    private SideTables.Owner owner(int seen) {
        return tables.owners().get(looks.owner(seen));
    }

    private static Map<ByteString, ByteString> xattrs(SideTables.@Nullable Rare rare) {
        return rare == null ? Map.of() : rare.xattrs();
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
        return hardLinks.place(node);
    }

    HardLinkColumn hardLinks() {
        return hardLinks;
    }

    /** The regular file at a node, ready to be opened in layer {@code layer} of its image. */
    public Entry entry(int node, int layer) {
        SideTables.Rare rare = rare(node);
        return new Entry(
                path(node),
                layer,
                size.get(node),
                offset.get(node),
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
        for (int above = parent(top); above > 0; above = parent(top)) {
            top = above;
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
        return Hiding.in(this, path);
    }

    /** The child of that name; -1 when there is none. */
    int child(int node, byte[] path, int from, int to) {
        return names.find(firstChild.getInt(node), firstChild.getInt(node + 1), path, from, to);
    }

    /** Compares the names of two nodes, byte by byte. */
    public int compareNames(int node, LayerIndex other, int otherNode) {
        return names.compare(node, other.names, otherNode);
    }

    NameColumn names() {
        return names;
    }

    /** Type, marks, mode and owner in one number, see {@link Looks}. */
    long look(int node) {
        return looks.packed(look.getInt(node));
    }

    int linkLength(int node) {
        int rank = linkRanks.rank(node);
        return rank < 0 ? 0 : links.length(rank);
    }
}
