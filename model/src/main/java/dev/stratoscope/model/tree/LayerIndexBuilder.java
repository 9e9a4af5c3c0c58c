package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.Limits;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes a layer's entries in the order of its tar and makes the index. Follows what extracting them
 * one after another would do (image-spec, layer.md, "Applying Changesets"), without touching a file
 * system: names are only ever compared, never resolved. Not for several threads.
 */
public final class LayerIndexBuilder {
    private static final int MOST_FINDINGS = 100;
    private static final byte[] MARK = {'.', 'w', 'h', '.'};
    private static final byte[] OPAQUE_MARK = ".wh..wh..opq".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AUFS_MARK = {'.', 'w', 'h', '.', '.', 'w', 'h', '.'};

    private final Limits limits;
    private final Trie trie = new Trie();
    private final Columns columns = new Columns();
    private final IntList born = new IntList();
    private final Map<Integer, Integer> cleared = new HashMap<>();
    private final Set<Integer> linksBelow = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final BrokenLinks broken = new BrokenLinks();
    private int entries;
    private long bytes;
    private int duplicates;

    /** A builder for one layer that keeps to the limits on entries and paths. */
    public LayerIndexBuilder(Limits limits) {
        this.limits = limits;
        addNode();
        implyDirectory(0);
    }

    /**
     * Adds the next entry of the tar.
     *
     * @param path the entry's name as the tar has it; slashes at either end, empty and dot parts
     *     are dropped
     * @param attributes what the entry says
     * @param offset where the file's bytes begin in the tar
     * @param sha256 the 32 bytes of a regular file's digest; null when it is empty or no regular
     *     file
     * @param sparse the stored pieces of a sparse file; null for all others
     * @throws ImageFormatException when the path leads out of the root, the root would become
     *     something else than a directory, or a whiteout names nothing
     */
    public void add(
            ByteString path,
            Attributes attributes,
            long offset,
            byte @Nullable [] sha256,
            @Nullable List<Entry.Extent> sparse)
            throws ImageFormatException, LimitException {
        if (++entries > limits.entries()) {
            throw new LimitException("the layer", "entries", limits.entries());
        }
        if (path.length() > limits.pathBytes()) {
            throw new LimitException(
                    "the path of entry " + entries, "pathBytes", limits.pathBytes());
        }
        count(path, attributes, sparse);
        byte[] clean = EntryPath.cleanBytes(path);
        int slash = lastSlash(clean);
        int base = slash + 1;
        boolean bookkeeping = startsWith(clean, 0, AUFS_MARK) && !Arrays.equals(clean, OPAQUE_MARK);
        if (bookkeeping && base == 0 && attributes.type() != EntryType.DIRECTORY) {
            finding(Finding.Severity.INFO, path, "is AUFS's own bookkeeping and not shown");
            return;
        }
        if (!bookkeeping && startsWith(clean, base, MARK)) {
            addMark(path, clean, base);
            return;
        }
        if (clean.length == 0 && attributes.type() != EntryType.DIRECTORY) {
            throw new ImageFormatException(
                    printable(path), "the root cannot become a " + attributes.type().word());
        }
        int node = walk(path, clean, clean.length);
        if (bookkeeping) {
            markBookkeeping(clean);
        }
        if (attributes.type() == EntryType.HARDLINK && !isHere(clean, attributes.link())) {
            linksBelow.add(node);
        } else {
            linksBelow.remove(node);
        }
        boolean wasDirectory = columns.type[node] == EntryType.DIRECTORY.code();
        boolean wasSomething = columns.type[node] != EntryType.WHITEOUT.code();
        boolean isDirectory = attributes.type() == EntryType.DIRECTORY;
        if (wasSomething && (columns.flags[node] & Looks.IMPLIED) == 0 && duplicates++ < 10) {
            findings.add(
                    new Finding(
                            Finding.Code.DUPLICATE_PATH,
                            Finding.Severity.WARNING,
                            printable(path),
                            "comes more than once; the last one counts"));
        }
        if (wasDirectory && !isDirectory) {
            cleared.put(node, entries);
        }
        if (wasSomething && !wasDirectory && isDirectory) {
            columns.flags[node] |= Looks.REPLACED;
        }
        columns.flags[node] &= ~Looks.IMPLIED;
        columns.put(node, attributes, offset, sha256, sparse);
        born.set(node, entries);
    }

    /**
     * Finishes the index.
     *
     * @param tarSize the length of the whole tar in bytes
     * @throws BrokenLinksException when hard links name themselves, a directory of this layer or
     *     something out of the root
     */
    public LayerIndex build(long tarSize) throws ImageFormatException {
        if (duplicates > 10) {
            findings.add(
                    new Finding(
                            Finding.Code.DUPLICATE_PATH,
                            Finding.Severity.WARNING,
                            -1,
                            null,
                            "in all",
                            duplicates + " paths come more than once"));
        }
        int[] order = new BreadthFirst(trie, this::isLive).order();
        int[] firstChild = firstChildren(order);
        IntList hardLinks = new IntList();
        for (int i = 0; i < order.length; i++) {
            if (columns.type[order[i]] == EntryType.HARDLINK.code()) {
                hardLinks.add(i);
            }
        }
        int[] links = hardLinks.toArray();
        int[] targets = new int[links.length];
        for (int i = 0; i < links.length; i++) {
            targets[i] = linksBelow.contains(order[links[i]]) ? -2 - links[i] : HardLinks.OPEN;
        }
        IndexWriter writer = new IndexWriter(order, trie.names(), columns);
        MemorySegment packed = writer.write(firstChild, links, entries, tarSize, findings);
        LayerIndex index = IndexReader.ofOwn(packed);
        HardLinks.resolve(index, links, targets, broken);
        broken.refuse();
        writer.writeTargets(packed, targets);
        return index;
    }

    /** Where the children of each node begin, in the new numbers. */
    private int[] firstChildren(int[] order) {
        int[] number = new int[trie.size()];
        int[] parents = new int[order.length];
        parents[0] = -1;
        for (int i = 1; i < order.length; i++) {
            number[order[i]] = i;
            parents[i] = number[trie.parent(order[i])];
        }
        int[] firstChild = new int[order.length + 1];
        for (int i = order.length - 1, end = order.length; i >= 0; i--) {
            firstChild[i + 1] = end;
            while (end > 1 && parents[end - 1] == i) {
                end--;
            }
            firstChild[i] = end;
        }
        return firstChild;
    }

    /**
     * AUFS keeps the sources of hard links below a folder of its own; they count as contents, not
     * as files.
     */
    private void markBookkeeping(byte[] clean) {
        int end = 0;
        while (end < clean.length && clean[end] != '/') {
            end++;
        }
        columns.flags[trie.find(0, clean, 0, end)] |= Looks.BOOKKEEPING;
    }

    /**
     * Whether this layer has brought something at the path by now; what it brings later is not what
     * a link means.
     */
    private boolean isHere(byte[] link, ByteString target) {
        byte[] clean;
        try {
            clean = EntryPath.cleanBytes(target);
        } catch (ImageFormatException e) {
            broken.add(printable(ByteString.of(link)), "a hard link to " + e.getMessage());
            return false;
        }
        int node = 0;
        for (int from = 0; from < clean.length && node >= 0; ) {
            int to = from;
            while (to < clean.length && clean[to] != '/') {
                to++;
            }
            node = trie.find(node, clean, from, to);
            from = to + 1;
        }
        return node >= 0 && columns.type[node] != EntryType.WHITEOUT.code();
    }

    /**
     * What an entry may add to the index: at most its path, its target, its attributes and its map.
     */
    private void count(ByteString path, Attributes attributes, @Nullable List<Entry.Extent> sparse)
            throws LimitException {
        bytes += path.length() + attributes.link().length();
        bytes += attributes.user().length() + attributes.group().length();
        bytes += sparse == null ? 0 : 16L * sparse.size();
        for (Map.Entry<ByteString, ByteString> xattr : attributes.xattrs().entrySet()) {
            bytes += xattr.getKey().length() + xattr.getValue().length();
        }
        if (bytes > limits.indexBytes()) {
            throw new LimitException("the layer", "indexBytes", limits.indexBytes());
        }
    }

    private void addMark(ByteString path, byte[] clean, int base)
            throws ImageFormatException, LimitException {
        int parentEnd = Math.max(0, base - 1);
        if (isBelowFile(clean, parentEnd)) {
            finding(
                    Finding.Severity.INFO,
                    path,
                    "hides nothing: it lies below what is no directory");
            return;
        }
        if (clean.length - base == OPAQUE_MARK.length && startsWith(clean, base, OPAQUE_MARK)) {
            int directory = walk(path, clean, parentEnd);
            implyDirectory(directory);
            columns.flags[directory] |= Looks.OPAQUE;
            return;
        }
        int name = base + MARK.length;
        int length = clean.length - name;
        boolean dots =
                length > 0 && length <= 2 && clean[name] == '.' && clean[clean.length - 1] == '.';
        if (length == 0 || dots) {
            throw new ImageFormatException(printable(path), "the whiteout names nothing");
        }
        byte[] hidden = new byte[base + length];
        System.arraycopy(clean, 0, hidden, 0, base);
        System.arraycopy(clean, name, hidden, base, length);
        int node = walk(path, hidden, hidden.length);
        columns.flags[node] |= Looks.WHITEOUT;
        if (columns.type[node] == EntryType.WHITEOUT.code()) {
            born.set(node, entries);
        }
    }

    /**
     * Whether this layer brought something else than a directory at the path or above it: where
     * umoci replaces a directory by a file, it writes whiteouts of what was in the directory.
     */
    private boolean isBelowFile(byte[] clean, int end) {
        int node = 0;
        int clearedAt = 0;
        for (int from = 0; from < end; ) {
            int to = from;
            while (to < end && clean[to] != '/') {
                to++;
            }
            clearedAt = Math.max(clearedAt, cleared.getOrDefault(node, 0));
            node = trie.find(node, clean, from, to);
            if (node < 0 || born.get(node) < clearedAt) {
                return false;
            }
            if (columns.type[node] != EntryType.DIRECTORY.code()
                    && columns.type[node] != EntryType.WHITEOUT.code()) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    /** The node of a path; everything above it becomes a directory. */
    private int walk(ByteString path, byte[] clean, int end) throws LimitException {
        int node = 0;
        int clearedAt = 0;
        for (int from = 0; from < end; ) {
            int to = from;
            while (to < end && clean[to] != '/') {
                to++;
            }
            if (columns.type[node] != EntryType.DIRECTORY.code()) {
                if (columns.type[node] != EntryType.WHITEOUT.code()) {
                    finding(
                            Finding.Severity.WARNING,
                            path,
                            "lies below what was no directory before");
                    columns.flags[node] |= Looks.REPLACED;
                }
                implyDirectory(node);
            }
            if (!cleared.isEmpty()) {
                clearedAt = Math.max(clearedAt, cleared.getOrDefault(node, 0));
            }
            int child = trie.child(node, clean, from, to);
            if (child > limits.entries()) {
                throw new LimitException("the layer", "entries", limits.entries());
            }
            node = child == columns.rows() ? addNode() : child;
            if (born.get(node) < clearedAt) {
                forget(node);
            }
            from = to + 1;
        }
        return node;
    }

    private int addNode() {
        born.add(entries);
        int node = columns.addRow();
        columns.type[node] = EntryType.WHITEOUT.code();
        return node;
    }

    /** Makes a node anew that was wiped with a directory above it. */
    private void forget(int node) {
        columns.type[node] = EntryType.WHITEOUT.code();
        columns.flags[node] = 0;
        columns.size[node] = 0;
        columns.slot[node] = -1;
        born.set(node, entries);
    }

    private void implyDirectory(int node) {
        if (columns.type[node] != EntryType.DIRECTORY.code()) {
            columns.put(node, Attributes.IMPLIED_DIRECTORY, 0, null, null);
            columns.flags[node] |= Looks.IMPLIED;
            born.set(node, entries);
        }
    }

    /** Whether a node was not wiped by a later entry that replaced a directory above it. */
    private boolean isLive(int node) {
        if (columns.type[node] == EntryType.WHITEOUT.code()
                && (columns.flags[node] & Looks.WHITEOUT) == 0) {
            return false;
        }
        if (!cleared.isEmpty()) {
            for (int above = trie.parent(node); above >= 0; above = trie.parent(above)) {
                Integer at = cleared.get(above);
                if (at != null && born.get(node) < at) {
                    return false;
                }
            }
        }
        return true;
    }

    private void finding(Finding.Severity severity, ByteString path, String message) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(severity, printable(path), message));
        }
    }

    private static String printable(ByteString path) {
        return EntryPath.printable(path);
    }

    private static int lastSlash(byte[] path) {
        int at = path.length - 1;
        while (at >= 0 && path[at] != '/') {
            at--;
        }
        return at;
    }

    private static boolean startsWith(byte[] path, int from, byte[] prefix) {
        return path.length - from >= prefix.length
                && Arrays.equals(path, from, from + prefix.length, prefix, 0, prefix.length);
    }
}
