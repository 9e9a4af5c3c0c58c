package dev.stratoscope.model.tree;

/** What kind of file an entry is. */
public enum EntryType {
    /** A regular file. */
    FILE(0, "file", '-'),
    /** A directory. */
    DIRECTORY(1, "dir", 'd'),
    /** A symbolic link. */
    SYMLINK(2, "symlink", 'l'),
    /** Another name of a regular file. */
    HARDLINK(3, "hardlink", '-'),
    /** A character device. */
    CHARACTER_DEVICE(4, "char", 'c'),
    /** A block device. */
    BLOCK_DEVICE(5, "block", 'b'),
    /** A named pipe. */
    FIFO(6, "fifo", 'p'),
    /** Nothing but a mark that hides a name of the layers below. */
    WHITEOUT(7, "whiteout", 'w');

    private static final EntryType[] VALUES = values();

    private final byte code;
    private final String word;
    private final char letter;

    EntryType(int code, String word, char letter) {
        this.code = (byte) code;
        this.word = word;
        this.letter = letter;
    }

    /** The word used in JSON: {@code file dir symlink hardlink char block fifo whiteout}. */
    public String word() {
        return word;
    }

    /** The letter {@code ls -l} begins a line with. */
    public char letter() {
        return letter;
    }

    /** Whether it is a device node. */
    public boolean isDevice() {
        return this == CHARACTER_DEVICE || this == BLOCK_DEVICE;
    }

    /** The number that stands for it in columns; never changes. */
    byte code() {
        return code;
    }

    static EntryType of(int code) {
        return VALUES[code];
    }
}
