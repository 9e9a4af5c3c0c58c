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
    private int parent = -1;
    private int above;

    PathRegex(Changeset nodes, String wanted) {
        this.nodes = nodes;
        matcher = Pattern.compile(wanted).matcher(text);
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
        }
        text.length = above;
        text.append(bytes, from, to);
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
