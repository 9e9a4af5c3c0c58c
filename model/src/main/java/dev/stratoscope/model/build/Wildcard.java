package dev.stratoscope.model.build;

import java.io.IOException;
import java.nio.file.FileSystemException;

/**
 * A pattern of one name, as Go's {@code filepath.Match} reads it: {@code *} is any characters,
 * {@code ?} is one, brackets list some, a backslash quotes the next. Takes time linear in pattern
 * times name. Immutable.
 *
 * @param pattern as written
 */
record Wildcard(String pattern) {
    /** Whether a path has a pattern in it. */
    static boolean isIn(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '*' || c == '?' || c == '[') {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether it matches a name.
     *
     * @throws FileSystemException when it is no pattern
     */
    boolean matches(String name) throws IOException {
        int at = 0;
        int p = 0;
        int starAt = -1;
        int star = -1;
        while (true) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = ++p;
                starAt = at;
                continue;
            }
            int next = at < name.length() && p < pattern.length() ? one(p, name.charAt(at)) : 0;
            if (next > 0) {
                p = next;
                at++;
            } else if (at == name.length() && p == pattern.length()) {
                return true;
            } else if (star >= 0 && starAt < name.length()) {
                p = star;
                at = ++starAt;
            } else {
                return false;
            }
        }
    }

    /** The place after the part that stands for one character; 0 when that is another. */
    private int one(int from, char c) throws IOException {
        char part = pattern.charAt(from);
        if (part == '?') {
            return from + 1;
        }
        if (part == '\\') {
            return quoted(from) == c ? from + 2 : 0;
        }
        if (part != '[') {
            return part == c ? from + 1 : 0;
        }
        int i = from + 1;
        boolean negated = i < pattern.length() && pattern.charAt(i) == '^';
        i += negated ? 1 : 0;
        boolean found = false;
        boolean first = true;
        while (first || i >= pattern.length() || pattern.charAt(i) != ']') {
            char low = end(i);
            i += pattern.charAt(i) == '\\' ? 2 : 1;
            char high = low;
            if (i < pattern.length() && pattern.charAt(i) == '-') {
                high = end(i + 1);
                i += pattern.charAt(i + 1) == '\\' ? 3 : 2;
            }
            found |= low <= c && c <= high;
            first = false;
        }
        return found == negated ? 0 : i + 1;
    }

    /** One end of a range. */
    private char end(int i) throws IOException {
        char c = at(i);
        if (c == '-' || c == ']') {
            throw wrong();
        }
        return c == '\\' ? quoted(i) : c;
    }

    private char quoted(int backslash) throws IOException {
        return at(backslash + 1);
    }

    private char at(int i) throws IOException {
        if (i >= pattern.length()) {
            throw wrong();
        }
        return pattern.charAt(i);
    }

    private FileSystemException wrong() {
        return new FileSystemException(
                pattern, null, "is no pattern: see its brackets and backslashes");
    }
}
