package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A pattern of an ignore file as an automaton. Walking a path takes time linear in path times
 * pattern, whatever both are.
 */
final class IgnorePattern {
    /** One step of the automaton: which characters lead on, and whether it may stay. */
    private record Part(Kind kind, String characters) {}

    private enum Kind {
        /** One of some characters. */
        ONE_OF,
        /** Any but some characters; a slash is one like others here, as for docker. */
        NONE_OF,
        /** Any number of characters, no slash. */
        STAR,
        /** Any number of characters. */
        STARS,
        /** Nothing, or any characters and a slash. */
        FOLDERS
    }

    private static final Pattern SPECIAL = Pattern.compile("[*?\\[\\]\\\\]");

    private final List<Part> parts = new ArrayList<>();

    private IgnorePattern() {}

    /** Reads a pattern that was cleaned; null when a bracket is not closed. */
    static @Nullable IgnorePattern of(String text) {
        IgnorePattern pattern = new IgnorePattern();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (text.startsWith("**", i)) {
                i += text.startsWith("/", i + 2) ? 2 : 1;
                pattern.parts.add(new Part(many(text, i), ""));
            } else if (c == '*') {
                pattern.parts.add(new Part(Kind.STAR, ""));
            } else if (c == '?') {
                pattern.parts.add(new Part(Kind.NONE_OF, "/"));
            } else if (c == '[') {
                int end = pattern.bracket(text, i + 1);
                if (end < 0) {
                    return null;
                }
                i = end;
            } else {
                boolean escaped = c == '\\' && i + 1 < text.length();
                i += escaped ? 1 : 0;
                pattern.parts.add(new Part(Kind.ONE_OF, "" + text.charAt(i)));
            }
        }
        return pattern;
    }

    /**
     * What two stars mean: docker takes them for folders, except at the end and where a plain end
     * of a name follows the first ones, such as {@code **.txt}.
     *
     * @param last where they end, a slash that follows with them
     */
    private static Kind many(String text, int last) {
        boolean plain = last == 1 && text.indexOf('/') != 2 && !SPECIAL.matcher(text).find(2);
        return plain || last == text.length() - 1 ? Kind.STARS : Kind.FOLDERS;
    }

    /** Reads what is between brackets; the place of the closing one, or -1. */
    private int bracket(String text, int from) {
        int i = from;
        boolean negated = i < text.length() && text.charAt(i) == '^';
        i += negated ? 1 : 0;
        StringBuilder all = new StringBuilder();
        int first = i;
        while (i < text.length() && (text.charAt(i) != ']' || i == first)) {
            i += text.charAt(i) == '\\' && i + 1 < text.length() ? 1 : 0;
            char low = text.charAt(i++);
            char high = low;
            if (i + 1 < text.length() && text.charAt(i) == '-' && text.charAt(i + 1) != ']') {
                high = text.charAt(i + 1);
                i += 2;
            }
            for (int c = low; c <= high && high - low < 0x300; c++) {
                all.append((char) c);
            }
        }
        parts.add(new Part(negated ? Kind.NONE_OF : Kind.ONE_OF, all.toString()));
        return i < text.length() ? i : -1;
    }

    /** How far the automaton is after some text. */
    final class Walk {
        private BitSet states = new BitSet();
        private final BitSet inside = new BitSet();

        Walk() {
            states.set(0);
            settle();
        }

        private void settle() {
            for (int s = states.nextSetBit(0); s >= 0; s = states.nextSetBit(s + 1)) {
                if (s < parts.size() && parts.get(s).kind().compareTo(Kind.STAR) >= 0) {
                    states.set(s + 1);
                }
            }
        }

        void step(char c) {
            BitSet after = new BitSet();
            for (int s = states.nextSetBit(0); s >= 0; s = states.nextSetBit(s + 1)) {
                if (s == parts.size()) {
                    break;
                }
                Part part = parts.get(s);
                boolean in = part.characters().indexOf(c) >= 0;
                switch (part.kind()) {
                    case ONE_OF -> after.set(s + 1, in || after.get(s + 1));
                    case NONE_OF -> after.set(s + 1, !in || after.get(s + 1));
                    case STAR -> after.set(s, c != '/' || after.get(s));
                    case STARS -> after.set(s);
                    // Within folders it goes on after a slash only.
                    case FOLDERS -> inside.set(s);
                }
            }
            for (int s = inside.nextSetBit(0); s >= 0; s = inside.nextSetBit(s + 1)) {
                if (c == '/') {
                    after.set(s + 1);
                }
            }
            states = after;
            settle();
        }

        /** Whether what was walked is matched. */
        boolean isMatch() {
            return states.get(parts.size());
        }

        /** Whether something longer may be matched. */
        boolean isAlive() {
            return !states.isEmpty() || !inside.isEmpty();
        }
    }
}
