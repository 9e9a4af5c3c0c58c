package dev.stratoscope.app.text;

import dev.stratoscope.model.tree.EntryType;

/** Kinds of files and their permissions as {@code ls -l} writes them. */
public final class ModeText {
    private ModeText() {}

    /**
     * Ten characters such as {@code drwxr-xr-x}.
     *
     * @param mode permission bits with set-uid, set-gid and sticky: 0 to 07777
     */
    public static String of(EntryType type, int mode) {
        char[] text = {type.letter(), '-', '-', '-', '-', '-', '-', '-', '-', '-'};
        for (int bit = 0; bit < 9; bit++) {
            if ((mode & (0400 >> bit)) != 0) {
                text[1 + bit] = "rwx".charAt(bit % 3);
            }
        }
        mark(text, 3, (mode & 04000) != 0, 's');
        mark(text, 6, (mode & 02000) != 0, 's');
        mark(text, 9, (mode & 01000) != 0, 't');
        return new String(text);
    }

    /** Four octal digits such as {@code 0755}. */
    public static String octal(int mode) {
        char[] digits = new char[4];
        for (int i = 0; i < 4; i++) {
            digits[i] = (char) ('0' + ((mode >> (9 - 3 * i)) & 7));
        }
        return new String(digits);
    }

    /** A special bit stands in the place of an x, as a capital where nobody may execute. */
    private static void mark(char[] text, int at, boolean set, char letter) {
        if (set) {
            text[at] = text[at] == 'x' ? letter : Character.toUpperCase(letter);
        }
    }
}
