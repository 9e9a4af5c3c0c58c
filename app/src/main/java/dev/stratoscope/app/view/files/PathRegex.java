package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a regular expression is found in a path, which begins with a slash. Upper and lower case
 * differ.
 */
final class PathRegex implements NameTest {
    private final Changeset nodes;
    private final PathText text = new PathText();
    private final Matcher matcher;
    private final String literal;
    private int parent = -1;
    private int above;
    private boolean heldAbove;

    PathRegex(Changeset nodes, String wanted) {
        this.nodes = nodes;
        matcher = Pattern.compile(wanted).matcher(text);
        literal = RegexLiteral.of(wanted);
    }

    @Override
    public boolean test(int at, byte[] bytes, int from, int to) {
        if (nodes.parent(at) != parent) {
            parent = nodes.parent(at);
            text.length = 0;
            text.append("/");
            if (parent > 0) {
                text.append(nodes.path(parent).toString());
                text.append("/");
            }
            above = text.length;
            heldAbove = text.holds(literal, 0);
        }
        text.length = above;
        text.append(bytes, from, to);
        if (!heldAbove && !text.holds(literal, above - literal.length() + 1)) {
            return false;
        }
        return matcher.reset().find();
    }

    /** The path of the node that is looked at. */
    private static final class PathText implements CharSequence {
        /** How many characters are looked at before somebody may have lost interest. */
        private static final int PATIENCE = 1 << 16;

        private char[] chars = new char[256];
        private int length;
        private int left = PATIENCE;

        void append(String part) {
            room(part.length());
            part.getChars(0, part.length(), chars, length);
            length += part.length();
        }

        void append(byte[] bytes, int from, int to) {
            if (!NameTest.isAscii(bytes, from, to)) {
                append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
                return;
            }
            room(to - from);
            for (int i = from; i < to; i++) {
                chars[length++] = (char) bytes[i];
            }
        }

        /** Whether a text is found at a place or after it. */
        boolean holds(String part, int from) {
            if (part.isEmpty()) {
                return true;
            }
            char first = part.charAt(0);
            int last = length - part.length();
            for (int at = Math.max(0, from); at <= last; at++) {
                if (chars[at] == first && isAt(part, at)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isAt(String part, int from) {
            for (int i = 1; i < part.length(); i++) {
                if (chars[from + i] != part.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        private void room(int more) {
            if (length + more > chars.length) {
                chars = Arrays.copyOf(chars, Math.max(chars.length * 2, length + more));
            }
        }

        @Override
        public int length() {
            return length;
        }

        /**
         * One character. An expression can look at the same ones for ages, so this can be ended.
         */
        @Override
        public char charAt(int index) {
            if (--left == 0) {
                left = PATIENCE;
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
            }
            return chars[index];
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new String(chars, start, end - start);
        }

        @Override
        public String toString() {
            return new String(chars, 0, length);
        }
    }
}
