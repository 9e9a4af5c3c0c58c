package dev.stratoscope.model.tree;

import static dev.stratoscope.model.tree.IndexReader.damage;

import dev.stratoscope.model.image.ImageFormatException;

import java.nio.ByteBuffer;

/**
 * Looks at every number of an index once: numbers of nodes and table rows are in range, children
 * come after their parent and in the order of their names, names are single parts of a path, and
 * whatever is counted has that many rows. What passes can be walked, merged and compared like an
 * index that was built from a tar.
 */
final class IndexCheck {
    private static final int MOST_NANOS = 999_999_999;
    private static final int MOST_TEXT = Integer.MAX_VALUE - 8;
    private static final long SLASHES = 0x2f2f2f2f2f2f2f2fL;
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;

    private final IndexReader from;
    private final int nodes;
    private final Looks looks;
    private final int rareKinds;

    IndexCheck(IndexReader from, SideTables tables) {
        this.from = from;
        this.nodes = from.nodes();
        this.looks = tables.looks();
        this.rareKinds = tables.rares().size();
    }

    void check() throws ImageFormatException {
        range(IndexForm.LOOK, nodes, 0, looks.count() - 1L);
        children();
        starts(IndexForm.NAME_STARTS, IndexForm.NAMES, nodes + 1L);
        names();
        range(IndexForm.SIZE, nodes, 0, Long.MAX_VALUE);
        range(IndexForm.OFFSET, nodes, 0, Long.MAX_VALUE);
        sized(IndexForm.MTIME, nodes);
        range(IndexForm.NANOS, nodes, 0, MOST_NANOS);
        long digests = ranks(IndexForm.DIGEST_RANKS) * IndexForm.DIGEST;
        require(from.section(IndexForm.DIGESTS).capacity() == digests, "its digests");
        long links = ranks(IndexForm.LINK_RANKS);
        starts(IndexForm.LINK_STARTS, IndexForm.LINKS, links + 1);
        range(IndexForm.RARE, ranks(IndexForm.RARE_RANKS), 0, rareKinds - 1L);
        hardLinks();
    }

    /** Children are numbered breadth first and only directories have any, so no walk is endless. */
    private void children() throws ImageFormatException {
        NumberColumn first = sized(IndexForm.FIRST_CHILD, nodes + 1L);
        NumberColumn look = from.numbers(IndexForm.LOOK);
        long before = 1;
        require(first.get(0) == 1 && first.get(nodes) == nodes, "its tree");
        require(looks.type(look.getInt(0)) == EntryType.DIRECTORY, "its root");
        for (int node = 0; node < nodes; node++) {
            long start = first.get(node);
            long end = first.get(node + 1);
            boolean leads = end > start && looks.type(look.getInt(node)) == EntryType.DIRECTORY;
            require(start == before && start > node && (leads || end == start), "its tree");
            before = end;
        }
    }

    private void names() throws ImageFormatException {
        NumberColumn first = from.numbers(IndexForm.FIRST_CHILD);
        NumberColumn starts = from.numbers(IndexForm.NAME_STARTS);
        NameColumn names = from.names(IndexForm.NAME_STARTS, IndexForm.NAMES);
        ByteBuffer pool = from.section(IndexForm.NAMES);
        require(names.length(0) == 0, "the name of its root");
        requireNoSeparators(pool, starts.getInt(0), starts.getInt(nodes));
        for (int node = 1; node < nodes; node++) {
            int length = names.length(node);
            require(length > 2 || isName(pool, starts.getInt(node), length), "a name");
        }
        for (int node = 0; node < nodes; node++) {
            for (int child = first.getInt(node) + 1; child < first.getInt(node + 1); child++) {
                require(names.compare(child - 1, names, child) < 0, "the order of its names");
            }
        }
    }

    /** Of short names, whether it is neither empty nor made of dots. */
    private static boolean isName(ByteBuffer pool, int at, int length) {
        for (int i = 0; i < length; i++) {
            if (pool.get(at + i) != '.') {
                return true;
            }
        }
        return false;
    }

    /** Eight bytes at a time: neither a slash nor a NUL. */
    private static void requireNoSeparators(ByteBuffer pool, int from, int to)
            throws ImageFormatException {
        for (int at = from; at < to; at += Long.BYTES) {
            int left = to - at;
            long fill = left < Long.BYTES ? ONES << (8 * left) : 0;
            long keep = left < Long.BYTES ? (1L << (8 * left)) - 1 : -1;
            long eight = (pool.getLong(at) & keep) | fill;
            require(!hasZero(eight) && !hasZero(eight ^ SLASHES), "a name");
        }
    }

    private static boolean hasZero(long eight) {
        return ((eight - ONES) & ~eight & TOPS) != 0;
    }

    private void hardLinks() throws ImageFormatException {
        int count = from.hardLinks();
        NumberColumn links = sized(IndexForm.HARD_LINKS, count);
        NumberColumn targets = sized(IndexForm.HARD_LINK_TARGETS, count);
        NumberColumn look = from.numbers(IndexForm.LOOK);
        int all = 0;
        for (int node = 0; node < nodes; node++) {
            all += looks.type(look.getInt(node)) == EntryType.HARDLINK ? 1 : 0;
        }
        require(all == count, "its hard links");
        long before = -1;
        for (int i = 0; i < count; i++) {
            long link = links.get(i);
            require(link > before && link < nodes && isLink(look, link), "its hard links");
            before = link;
            long target = targets.get(i);
            long last = -2 - target;
            require(
                    target < 0
                            ? last >= 0 && last < nodes && isLink(look, last)
                            : target < nodes && isFile(look, target),
                    "the target of a hard link");
        }
    }

    private boolean isLink(NumberColumn look, long node) {
        return looks.type(look.getInt((int) node)) == EntryType.HARDLINK;
    }

    private boolean isFile(NumberColumn look, long node) {
        EntryType type = looks.type(look.getInt((int) node));
        return type != EntryType.HARDLINK
                && type != EntryType.DIRECTORY
                && type != EntryType.WHITEOUT;
    }

    /** The number of nodes that have it. */
    private long ranks(int section) throws ImageFormatException {
        Ranks ranks = from.ranks(section);
        require(ranks.isSound(nodes), "section " + section);
        return ranks.count(nodes);
    }

    private void starts(int section, int pool, long count) throws ImageFormatException {
        NumberColumn starts = sized(section, count);
        long before = 0;
        for (int i = 0; i < count; i++) {
            long start = starts.get(i);
            if (start < before || start - before > MOST_TEXT) {
                throw damage("section " + section);
            }
            before = start;
        }
        int room = from.section(pool).capacity() - NumberColumn.PADDING;
        require(before <= room, "section " + section);
    }

    private void range(int section, long count, long least, long most) throws ImageFormatException {
        NumberColumn numbers = sized(section, count);
        for (int i = 0; i < count; i++) {
            long number = numbers.get(i);
            if (number < least || number > most) {
                throw damage("section " + section);
            }
        }
    }

    private NumberColumn sized(int section, long count) throws ImageFormatException {
        require(from.capacity(section) >= count, "section " + section);
        return from.numbers(section);
    }

    private static void require(boolean sound, String what) throws ImageFormatException {
        if (!sound) {
            throw damage(what);
        }
    }
}
