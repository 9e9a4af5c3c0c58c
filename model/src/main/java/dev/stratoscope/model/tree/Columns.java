package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.Finding;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes of the nodes of an index that is being built, a growing column each. Not for
 * several threads.
 */
final class Columns {
    byte[] type = new byte[16];
    byte[] flags = new byte[16];
    long[] size = new long[16];
    long[] offset = new long[16];
    long[] mtime = new long[16];

    /** Of a file the place of its digest, of a link that of its target; -1 where there is none. */
    int[] slot = new int[16];

    private short[] mode = new short[16];
    private int[] owner = new int[16];
    private int @Nullable [] nanos;
    private int rows;
    private byte[] digests = new byte[64 * IndexForm.DIGEST];
    private int digestCount;
    private final Names links = new Names(16, 256);
    private final SideTables.Collector side = new SideTables.Collector();
    private final Map<Integer, Integer> rare = new HashMap<>();

    int addRow() {
        if (rows == type.length) {
            int wanted = rows + (rows >> 1) + 16;
            type = Arrays.copyOf(type, wanted);
            flags = Arrays.copyOf(flags, wanted);
            mode = Arrays.copyOf(mode, wanted);
            owner = Arrays.copyOf(owner, wanted);
            size = Arrays.copyOf(size, wanted);
            offset = Arrays.copyOf(offset, wanted);
            mtime = Arrays.copyOf(mtime, wanted);
            slot = Arrays.copyOf(slot, wanted);
            if (nanos != null) {
                nanos = Arrays.copyOf(nanos, wanted);
            }
        }
        slot[rows] = -1;
        return rows++;
    }

    void put(
            int row,
            Attributes from,
            long at,
            byte @Nullable [] digest,
            @Nullable List<Entry.Extent> sparse) {
        type[row] = from.type().code();
        mode[row] = (short) from.mode();
        owner[row] = side.owner(from);
        size[row] = from.size();
        offset[row] = at;
        mtime[row] = from.mtimeSeconds();
        if (nanos != null) {
            nanos[row] = from.mtimeNanos();
        } else if (from.mtimeNanos() != 0) {
            nanos = new int[type.length];
            nanos[row] = from.mtimeNanos();
        }
        slot[row] = -1;
        if (isLink(row)) {
            byte[] target = from.link().array();
            slot[row] = target.length == 0 ? -1 : links.add(target, 0, target.length);
        } else if (digest != null) {
            slot[row] = addDigest(digest);
        }
        if (from.type().isDevice() || !from.xattrs().isEmpty() || sparse != null) {
            SideTables.Rare said =
                    new SideTables.Rare(
                            from.deviceMajor(), from.deviceMinor(), from.xattrs(), sparse);
            rare.put(row, side.rare(said));
        } else if (!rare.isEmpty()) {
            rare.remove(row);
        }
    }

    int rows() {
        return rows;
    }

    int nanos(int row) {
        return nanos == null ? 0 : nanos[row];
    }

    /** The number of the row's look among {@link #tables}. */
    int look(int row) {
        return side.look(Looks.pack(type[row], flags[row], mode[row], owner[row]));
    }

    /** The number of what is rare of a row; -1 where nothing is. */
    int rare(int row) {
        return rare.isEmpty() ? -1 : rare.getOrDefault(row, -1);
    }

    /** What {@link #look} and {@link #rare} gave numbers to. */
    SideTables tables(List<Finding> findings) {
        return side.tables(findings);
    }

    boolean hasDigest(int row) {
        return slot[row] >= 0 && !isLink(row);
    }

    boolean hasLink(int row) {
        return slot[row] >= 0 && isLink(row);
    }

    int linkLength(int row) {
        return hasLink(row) ? links.length(slot[row]) : 0;
    }

    /** What a row adds to docker's SIZE of the layer. */
    long contentSize(int row) {
        return type[row] == EntryType.SYMLINK.code() ? linkLength(row) : size[row];
    }

    void copyLink(int row, MemorySegment to, long at) {
        links.copy(slot[row], to, at);
    }

    void copyDigest(int row, MemorySegment to, long at) {
        int from = slot[row] * IndexForm.DIGEST;
        MemorySegment.copy(digests, from, to, ValueLayout.JAVA_BYTE, at, IndexForm.DIGEST);
    }

    private boolean isLink(int row) {
        return type[row] == EntryType.SYMLINK.code() || type[row] == EntryType.HARDLINK.code();
    }

    private int addDigest(byte[] digest) {
        int used = Math.multiplyExact(digestCount, IndexForm.DIGEST);
        if (used == digests.length) {
            long most = Integer.MAX_VALUE - 2L * IndexForm.DIGEST + 1;
            digests = Arrays.copyOf(digests, (int) Math.min(2L * used, most));
        }
        System.arraycopy(digest, 0, digests, used, IndexForm.DIGEST);
        return digestCount++;
    }
}
