package dev.stratoscope.model.tree;

/**
 * The packed form of a {@link LayerIndex}, in memory as in a file: a head of little-endian numbers
 * of eight bytes, a row of four numbers for each section (where it begins, its length in bytes, the
 * width and shift of its numbers in one, their base), and the sections. Nothing in it depends on
 * where it lies.
 */
final class IndexForm {
    /** "slayer" and the version of the form. */
    static final long MAGIC = 0x0001_7265_7961_6c73L;

    static final int AT_MAGIC = 0;
    static final int AT_LENGTH = 8;
    static final int AT_NODES = 16;
    static final int AT_ENTRIES = 24;
    static final int AT_TAR_SIZE = 32;
    static final int AT_CONTENT_SIZE = 40;
    static final int AT_HARD_LINKS = 48;
    static final int AT_SECTIONS = 56;

    /** The length of a section's row. */
    static final int ROW = 32;

    static final int FIRST_CHILD = 0;
    static final int NAME_STARTS = 1;
    static final int NAMES = 2;
    static final int LOOK = 3;
    static final int SIZE = 4;
    static final int OFFSET = 5;
    static final int MTIME = 6;
    static final int NANOS = 7;
    static final int DIGEST_RANKS = 8;
    static final int DIGESTS = 9;
    static final int LINK_RANKS = 10;
    static final int LINK_STARTS = 11;
    static final int LINKS = 12;
    static final int RARE_RANKS = 13;
    static final int RARE = 14;
    static final int HARD_LINKS = 15;
    static final int HARD_LINK_TARGETS = 16;
    static final int TABLES = 17;
    static final int SECTIONS = 18;

    static final int HEAD = AT_SECTIONS + SECTIONS * ROW;

    /** The length in bytes of a sha256. */
    static final int DIGEST = 32;

    private IndexForm() {}
}
