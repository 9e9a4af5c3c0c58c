package dev.stratoscope.model.diff;

/** How a path differs between two trees. */
public enum Kind {
    /** The same on both sides. */
    UNCHANGED(0, "unchanged", ' '),
    /** Only on the new side. */
    ADDED(1, "added", 'A'),
    /** Content, link target, device or type differ. */
    MODIFIED(2, "modified", 'M'),
    /** Only mode, owner, modification time or extended attributes differ. */
    METADATA_ONLY(3, "metadata", 'm'),
    /** Only on the old side. */
    DELETED(4, "deleted", 'D');

    private static final Kind[] VALUES = values();

    private final int code;
    private final String word;
    private final char letter;

    Kind(int code, String word, char letter) {
        this.code = code;
        this.word = word;
        this.letter = letter;
    }

    /** The word used in JSON: {@code unchanged added modified metadata deleted}. */
    public String word() {
        return word;
    }

    /** The letter shown beside a path: {@code A M m D}, or a blank. */
    public char letter() {
        return letter;
    }

    /** The number that stands for it in columns; never changes. */
    int code() {
        return code;
    }

    static Kind of(int code) {
        return VALUES[code];
    }
}
