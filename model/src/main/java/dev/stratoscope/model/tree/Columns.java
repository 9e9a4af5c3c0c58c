package dev.stratoscope.model.tree;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes of many nodes, a column each. What few nodes have (devices, extended attributes,
 * sparse files) stands aside in a map, owners and digests in tables.
 */
final class Columns {
    static final byte IMPLIED = 1;
    static final byte OPAQUE = 2;
    static final byte WHITEOUT = 4;

    /** The entry came after another of its path that already removed what lies below. */
    static final byte REPLACED = 8;

    /** Not part of the file system: what AUFS keeps for itself. */
    static final byte BOOKKEEPING = 16;

    byte[] type = new byte[16];
    byte[] flags = new byte[16];
    short[] mode = new short[16];
    int[] owner = new int[16];
    long[] size = new long[16];
    long[] offset = new long[16];
    long[] mtime = new long[16];
    int @Nullable [] nanos;

    /** Of a file the place of its digest, of a link that of its target; -1 where there is none. */
    int[] slot = new int[16];

    private int rows;
    private byte[] digests = new byte[64 * 32];
    private int digestCount;
    private final Names links = new Names(16, 256);
    private final Map<Owner, Integer> ownerNumbers = new LinkedHashMap<>();
    private Owner[] owners = new Owner[4];
    private final Map<Integer, Rare> rare = new HashMap<>();

    /** One object for what many files have in common, as a security label. */
    private final Map<Rare, Rare> rares = new HashMap<>();

    private @Nullable Owner lastOwner;
    private int lastOwnerNumber;

    record Owner(long uid, long gid, ByteString user, ByteString group) {}

    record Rare(
            long major,
            long minor,
            Map<ByteString, ByteString> xattrs,
            @Nullable List<Entry.Extent> sparse) {}

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
        owner[row] = ownerNumber(new Owner(from.uid(), from.gid(), from.user(), from.group()));
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
        if (!from.link().isEmpty()) {
            byte[] target = from.link().array();
            slot[row] = links.add(target, 0, target.length);
        } else if (digest != null) {
            slot[row] = addDigest(digest);
        }
        if (from.type().isDevice() || !from.xattrs().isEmpty() || sparse != null) {
            Rare said = new Rare(from.deviceMajor(), from.deviceMinor(), from.xattrs(), sparse);
            Rare known = rares.putIfAbsent(said, said);
            rare.put(row, known == null ? said : known);
        } else {
            rare.remove(row);
        }
    }

    /** The rows {@code order[0]}, {@code order[1]}... of this, in arrays of just that length. */
    Columns inOrder(int[] order) {
        Columns out = new Columns();
        int count = order.length;
        out.rows = count;
        out.type = new byte[count];
        out.flags = new byte[count];
        out.mode = new short[count];
        out.owner = new int[count];
        out.size = new long[count];
        out.offset = new long[count];
        out.mtime = new long[count];
        out.nanos = nanos == null ? null : new int[count];
        out.slot = new int[count];
        out.owners = owners;
        out.digests = new byte[Math.multiplyExact(digestCount, 32)];
        for (int i = 0; i < count; i++) {
            int row = order[i];
            out.type[i] = type[row];
            out.flags[i] = flags[row];
            out.mode[i] = mode[row];
            out.owner[i] = owner[row];
            out.size[i] = size[row];
            out.offset[i] = offset[row];
            out.mtime[i] = mtime[row];
            if (nanos != null && out.nanos != null) {
                out.nanos[i] = nanos[row];
            }
            out.slot[i] = out.moveSlot(this, row);
            Rare special = rare.isEmpty() ? null : rare.get(row);
            if (special != null) {
                out.rare.put(i, special);
            }
        }
        out.links.trim();
        out.digests = Arrays.copyOf(out.digests, out.digestCount * 32);
        return out;
    }

    private int moveSlot(Columns from, int row) {
        int at = from.slot[row];
        if (at < 0) {
            return -1;
        }
        if (isLink(from.type[row])) {
            return links.add(from.links, at);
        }
        System.arraycopy(from.digests, at * 32, digests, digestCount * 32, 32);
        return digestCount++;
    }

    private static boolean isLink(byte type) {
        return type == EntryType.SYMLINK.code() || type == EntryType.HARDLINK.code();
    }

    int rows() {
        return rows;
    }

    Owner owner(int row) {
        return owners[owner[row]];
    }

    int nanos(int row) {
        return nanos == null ? 0 : nanos[row];
    }

    ByteString link(int row) {
        return slot[row] >= 0 && isLink(type[row]) ? links.get(slot[row]) : ByteString.EMPTY;
    }

    int linkLength(int row) {
        return slot[row] >= 0 && isLink(type[row]) ? links.length(slot[row]) : 0;
    }

    @Nullable Rare rare(int row) {
        return rare.isEmpty() ? null : rare.get(row);
    }

    /** The 32 bytes of a file's sha256; null for an empty file and for all others. */
    byte @Nullable [] digest(int row) {
        int at = slot[row];
        boolean none = at < 0 || isLink(type[row]);
        return none ? null : Arrays.copyOfRange(digests, at * 32, at * 32 + 32);
    }

    boolean sameDigest(int row, Columns other, int otherRow) {
        int a = slot[row];
        int b = other.slot[otherRow];
        if (a < 0 || b < 0) {
            return a == b;
        }
        return Arrays.equals(digests, a * 32, a * 32 + 32, other.digests, b * 32, b * 32 + 32);
    }

    private int addDigest(byte[] digest) {
        if (digestCount * 32 == digests.length) {
            digests = Arrays.copyOf(digests, Math.multiplyExact(digestCount, 64));
        }
        System.arraycopy(digest, 0, digests, digestCount * 32, 32);
        return digestCount++;
    }

    private int ownerNumber(Owner wanted) {
        if (wanted.equals(lastOwner)) {
            return lastOwnerNumber;
        }
        Integer known = ownerNumbers.get(wanted);
        int number = known == null ? ownerNumbers.size() : known;
        if (known == null) {
            ownerNumbers.put(wanted, number);
            if (number == owners.length) {
                owners = Arrays.copyOf(owners, number * 2);
            }
            owners[number] = wanted;
        }
        lastOwner = wanted;
        lastOwnerNumber = number;
        return number;
    }
}
