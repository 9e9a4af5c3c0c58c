package dev.stratoscope.model.diff;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.Scrutiny;
import dev.stratoscope.model.tree.StackEntry;

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

    /**
     * How what a path was differs from what it is. A hard link is one more name, so what it names
     * counts: mostly a regular file. Neither may be broken.
     */
    static Kind between(StackEntry old, StackEntry now) {
        return between(old, now, Scrutiny.FULL);
    }

    /**
     * How what a path was differs from what it is, where not all metadata need count. A hard link
     * is one more name, so what it names counts: mostly a regular file. Neither may be broken.
     */
    public static Kind between(StackEntry old, StackEntry now, Scrutiny scrutiny) {
        EntryType type = now.fileType();
        if (old.fileType() != type
                || (type == EntryType.FILE && !old.sameContent(now))
                || !sameTarget(type, old, now)) {
            return MODIFIED;
        }
        return old.sameMetadata(now, scrutiny) ? UNCHANGED : METADATA_ONLY;
    }

    /** Whether a symlink or a device, which have no content, still lead to the same. */
    private static boolean sameTarget(EntryType type, StackEntry old, StackEntry now) {
        if (type == EntryType.SYMLINK) {
            return old.fileAttributes().link().equals(now.fileAttributes().link());
        }
        if (!type.isDevice()) {
            return true;
        }
        Attributes before = old.fileAttributes();
        Attributes after = now.fileAttributes();
        return before.deviceMajor() == after.deviceMajor()
                && before.deviceMinor() == after.deviceMinor();
    }

    static Kind of(int code) {
        return VALUES[code];
    }
}
