package dev.stratoscope.app.text.dockerfile;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads values as Go's {@code %q} and {@code %v} print them, from left to right. */
final class GoText {
    private static final String ESCAPED = "abfnrtv\\\"'";
    private static final String MEANT = "\u0007\b\f\n\r\t\u000b\\\"'";

    private final String text;
    private int at;

    GoText(String text) {
        this.text = text;
    }

    /** The strings of {@code ["a" "b"]}, also with commas between; null when it is no such list. */
    static @Nullable List<String> list(String text) {
        GoText reader = new GoText(text.strip());
        List<String> words = reader.list();
        return words != null && reader.at == reader.text.length() ? words : null;
    }

    /**
     * The elements of {@code [a b]} or {@code map[a:{} b:{}]}, which are not quoted.
     *
     * @return null when it is neither
     */
    static @Nullable List<String> bare(String text) {
        String given = text.startsWith("map[") ? text.substring(3) : text;
        if (!given.startsWith("[") || !given.endsWith("]") || given.startsWith("[\"")) {
            return null;
        }
        List<String> words = new ArrayList<>();
        for (String word : given.substring(1, given.length() - 1).split(" ", -1)) {
            if (!word.isBlank()) {
                words.add(word.endsWith(":{}") ? word.substring(0, word.length() - 3) : word);
            }
        }
        return words;
    }

    /** Skips {@code words}; false when something else is there. */
    boolean skip(String words) {
        boolean there = text.startsWith(words, at);
        at += there ? words.length() : 0;
        return there;
    }

    /** The list that begins here; null when there is none. */
    @Nullable List<String> list() {
        if (!skip("[")) {
            return null;
        }
        List<String> words = new ArrayList<>();
        while (!skip("]")) {
            String word = string();
            if (word == null) {
                return null;
            }
            words.add(word);
            if (skip(",") || skip(" ")) {
                skip(" ");
            }
        }
        return words;
    }

    /** The double-quoted string that begins here; null when there is none. */
    @Nullable String string() {
        return quoted('"');
    }

    /** The code of the single-quoted character that begins here; -1 when there is none. */
    int character() {
        String one = quoted('\'');
        return one == null || one.isEmpty() ? -1 : one.codePointAt(0);
    }

    private @Nullable String quoted(char quote) {
        if (at >= text.length() || text.charAt(at) != quote) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        for (int i = at + 1; i < text.length(); ) {
            char c = text.charAt(i);
            if (c == quote) {
                at = i + 1;
                return out.toString();
            }
            i = c == '\\' ? escape(i, out) : i + 1;
            if (i < 0) {
                return null;
            }
            if (c != '\\') {
                out.append(c);
            }
        }
        return null;
    }

    /** Takes in the escape at {@code from}; returns where it ends, -1 when it is none. */
    private int escape(int from, StringBuilder out) {
        if (from + 1 >= text.length()) {
            return -1;
        }
        char kind = text.charAt(from + 1);
        int meant = ESCAPED.indexOf(kind);
        if (meant >= 0) {
            out.append(MEANT.charAt(meant));
            return from + 2;
        }
        int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        int end = from + 2 + digits;
        if (digits == 0 || end > text.length()) {
            return -1;
        }
        try {
            int code = Integer.parseInt(text, from + 2, end, 16);
            out.append(kind == 'x' ? latin(code) : Character.toString(code));
            return end;
        } catch (IllegalArgumentException e) {
            return -1;
        }
    }

    /** A byte that is not UTF-8 has no character; a plain one stands for itself. */
    private static String latin(int code) {
        return new String(new byte[] {(byte) code}, StandardCharsets.UTF_8);
    }
}
