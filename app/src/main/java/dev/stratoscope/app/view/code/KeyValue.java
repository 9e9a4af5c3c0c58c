package dev.stratoscope.app.view.code;

import dev.stratoscope.app.view.code.Token.Style;

/**
 * Lines of a key and a value: properties, ini, YAML, and Debian's control files.
 *
 * @param separators what stands between key and value
 * @param comments what begins a comment at a line's beginning
 * @param sections whether a line in brackets is a heading
 * @param indented whether keys may be indented
 */
record KeyValue(String separators, String comments, boolean sections, boolean indented)
        implements Lexer {
    static final KeyValue YAML = new KeyValue(":", "#", false, true);
    static final KeyValue PROPERTIES = new KeyValue("=", "#;!", true, true);
    static final KeyValue CONTROL = new KeyValue(":", "#", false, false);

    private static final int LONGEST_KEY = 120;

    @Override
    public int lex(String line, int state, Tokens to) {
        int from = 0;
        while (from < line.length() && isBlank(line.charAt(from))) {
            from++;
        }
        if (from == line.length()) {
            return START;
        }
        char first = line.charAt(from);
        if (comments.indexOf(first) >= 0) {
            to.add(from, line.length(), Style.COMMENT);
        } else if (sections && first == '[') {
            to.add(from, line.length(), Style.KEY);
        } else if (from == 0 || indented) {
            pair(line, from, to);
        }
        return START;
    }

    private void pair(String line, int begin, Tokens to) {
        int from = begin;
        while (indented && from + 1 < line.length() && line.startsWith("- ", from)) {
            from += 2;
        }
        int most = Math.min(line.length(), from + LONGEST_KEY);
        int end = from;
        while (end < most && separators.indexOf(line.charAt(end)) < 0) {
            char c = line.charAt(end);
            boolean ends = isBlank(c) && separators.indexOf('=') < 0;
            if (ends || c == '"' || c == '\'') {
                break;
            }
            end++;
        }
        boolean found = end < most && end > from && separators.indexOf(line.charAt(end)) >= 0;
        int value = from;
        if (found) {
            to.add(from, end, Style.KEY);
            value = end + 1;
        }
        values(line, value, to);
    }

    /** Quoted values, and a comment after them. */
    private void values(String line, int from, Tokens to) {
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '"' || c == '\'') {
                int close = line.indexOf(c, at + 1);
                if (close < 0) {
                    return;
                }
                to.add(at, close + 1, Style.STRING);
                at = close + 1;
            } else if (c == '#'
                    && comments.indexOf('#') >= 0
                    && at > 0
                    && isBlank(line.charAt(at - 1))) {
                to.add(at, line.length(), Style.COMMENT);
                return;
            } else {
                at++;
            }
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
