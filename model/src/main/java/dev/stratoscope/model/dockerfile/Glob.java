package dev.stratoscope.model.dockerfile;

import java.util.BitSet;

/**
 * A pattern of {@code ${name#pattern}} and the like: {@code *} is any characters, {@code ?} is one,
 * a backslash quotes the next. Takes time linear in pattern times text.
 */
final class Glob {
    private static final long MOST_WORK = 1 << 26;
    private static final char ANY = '\uFFFF';
    private static final char ONE = '\uFFFE';

    private final String pattern;

    Glob(String written) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\\' && i + 1 < written.length()) {
                all.append(written.charAt(++i));
            } else {
                all.append(c == '*' ? ANY : c == '?' ? ONE : c);
            }
        }
        this.pattern = all.toString();
    }

    /** Takes a prefix away that the pattern matches, the shortest or the longest. */
    String withoutPrefix(String value, boolean longest) throws WordException {
        int end = end(pattern, value, longest);
        return end < 0 ? value : value.substring(end);
    }

    /** Takes a suffix away that the pattern matches, the shortest or the longest. */
    String withoutSuffix(String value, boolean longest) throws WordException {
        String back = new StringBuilder(value).reverse().toString();
        int end = end(new StringBuilder(pattern).reverse().toString(), back, longest);
        return end < 0 ? value : value.substring(0, value.length() - end);
    }

    /** Replaces what the pattern matches, the longest from the left: the first or all. */
    String replace(String value, String replacement, boolean all) throws WordException {
        StringBuilder result = new StringBuilder();
        int at = 0;
        boolean done = false;
        while (at < value.length() && !done) {
            int length = end(pattern, value.substring(at), true);
            if (length > 0) {
                result.append(replacement);
                at += length;
                done = !all;
            } else {
                result.append(value.charAt(at++));
            }
            if (result.length() > WordLexer.LONGEST || (long) at * value.length() > MOST_WORK) {
                throw tooMuch();
            }
        }
        return result.append(value, at, value.length()).toString();
    }

    private static WordException tooMuch() {
        return new WordException("the pattern takes more work than is the limit");
    }

    /** The end of the shortest or longest beginning that matches; -1 when none does. */
    private static int end(String pattern, String value, boolean longest) throws WordException {
        if ((long) pattern.length() * value.length() > MOST_WORK) {
            throw tooMuch();
        }
        BitSet states = new BitSet();
        states.set(0);
        int found = -1;
        for (int i = 0; ; i++) {
            for (int s = states.nextSetBit(0); s >= 0; s = states.nextSetBit(s + 1)) {
                if (s < pattern.length() && pattern.charAt(s) == ANY) {
                    states.set(s + 1);
                }
            }
            if (states.get(pattern.length())) {
                found = i;
                if (!longest) {
                    return found;
                }
            }
            if (i == value.length() || states.isEmpty()) {
                return found;
            }
            BitSet after = new BitSet();
            for (int s = states.nextSetBit(0); s >= 0; s = states.nextSetBit(s + 1)) {
                char wanted = s < pattern.length() ? pattern.charAt(s) : 0;
                if (wanted == ANY) {
                    after.set(s);
                } else if (s < pattern.length() && (wanted == ONE || wanted == value.charAt(i))) {
                    after.set(s + 1);
                }
            }
            states = after;
        }
    }
}
