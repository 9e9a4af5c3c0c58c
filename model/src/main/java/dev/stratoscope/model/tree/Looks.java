package dev.stratoscope.model.tree;

/**
 * The combinations of type, marks, mode and owner that a layer's nodes have; mostly a few dozen.
 * Each is one number: the type in 8 bits, the marks in 8, the mode in 16 and the owner's number in
 * 32. Immutable.
 */
final class Looks {
    /** A directory that only the paths below it ask for. */
    static final int IMPLIED = 1;

    /** A directory that hides what layers below have in it. */
    static final int OPAQUE = 2;

    /** Hides what layers below have at this path. */
    static final int WHITEOUT = 4;

    /** The entry came after another of its path that already removed what lies below. */
    static final int REPLACED = 8;

    /** Not part of the file system: what AUFS keeps for itself. */
    static final int BOOKKEEPING = 16;

    private static final int ALL_MARKS = 31;

    private final long[] packed;

    Looks(long[] packed) {
        this.packed = packed;
    }

    static long pack(int type, int marks, int mode, int owner) {
        return type | (marks << 8) | ((long) (mode & 0xffff) << 16) | ((long) owner << 32);
    }

    static boolean isSound(long look, int owners) {
        return (look & 0xff) <= EntryType.WHITEOUT.code()
                && (look >>> 8 & 0xff) <= ALL_MARKS
                && look >>> 32 < owners;
    }

    int count() {
        return packed.length;
    }

    long packed(int look) {
        return packed[look];
    }

    EntryType type(int look) {
        return EntryType.of((int) packed[look] & 0xff);
    }

    boolean isMarked(int look, int marks) {
        return ((int) packed[look] >>> 8 & marks) != 0;
    }

    /** As the short it always was in memory: bits beyond 07777 are none. */
    int mode(int look) {
        return (short) (packed[look] >>> 16);
    }

    int owner(int look) {
        return (int) (packed[look] >>> 32);
    }
}
