package dev.stratoscope.model.build;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code --chmod} makes of modes: octal, or symbolic as chmod(1) has it. Immutable.
 *
 * @param text as written
 */
record ModeChange(String text) {
    private static final Pattern OCTAL = Pattern.compile("[0-7]{1,5}");
    private static final Pattern CLAUSE =
            Pattern.compile("([ugoa]*)((?:[-+=](?:[ugo]|[rwxXst]*))+)");
    private static final Pattern ACTION = Pattern.compile("([-+=])([ugo]|[rwxXst]*)");

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none
     */
    static @Nullable ModeChange of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        boolean octal = OCTAL.matcher(text).matches() && Integer.parseInt(text, 8) <= 07777;
        boolean symbolic = !text.isEmpty();
        for (String clause : text.split(",", -1)) {
            symbolic &= CLAUSE.matcher(clause).matches();
        }
        if (!octal && !symbolic) {
            throw new IllegalArgumentException(
                    "--chmod=" + text + " is no mode: expected one such as 755 or u=rwX,go-w");
        }
        return new ModeChange(text);
    }

    /** The mode of what had another. */
    int of(int mode, boolean folder) {
        if (OCTAL.matcher(text).matches()) {
            return Integer.parseInt(text, 8);
        }
        int changed = mode;
        for (String clause : text.split(",", -1)) {
            Matcher parts = CLAUSE.matcher(clause);
            if (parts.matches()) {
                Matcher action = ACTION.matcher(parts.group(2));
                while (action.find()) {
                    changed = act(changed, folder, parts.group(1), action);
                }
            }
        }
        return changed;
    }

    private static int act(int mode, boolean folder, String given, Matcher action) {
        String who = given.isEmpty() || given.contains("a") ? "ugo" : given;
        String what = action.group(2);
        int bits = 0;
        int all = 0;
        for (int shift = 6; shift >= 0; shift -= 3) {
            if (who.indexOf("ogu".charAt(shift / 3)) >= 0) {
                bits |= permissions(mode, folder, what) << shift;
                all |= 7 << shift;
            }
        }
        bits |= what.contains("s") && who.contains("u") ? 04000 : 0;
        bits |= what.contains("s") && who.contains("g") ? 02000 : 0;
        bits |= what.contains("t") ? 01000 : 0;
        all |= who.contains("u") ? 04000 : 0;
        all |= who.contains("g") ? 02000 : 0;
        return switch (action.group(1)) {
            case "+" -> mode | bits;
            case "-" -> mode & ~bits;
            default -> (mode & ~all) | bits;
        };
    }

    private static int permissions(int mode, boolean folder, String what) {
        return switch (what) {
            case "u" -> mode >> 6 & 7;
            case "g" -> mode >> 3 & 7;
            case "o" -> mode & 7;
            default ->
                    (what.contains("r") ? 4 : 0)
                            | (what.contains("w") ? 2 : 0)
                            | (what.contains("x") ? 1 : 0)
                            | (what.contains("X") && (folder || (mode & 0111) != 0) ? 1 : 0);
        };
    }
}
