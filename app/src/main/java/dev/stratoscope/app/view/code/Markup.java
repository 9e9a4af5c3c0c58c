package dev.stratoscope.app.view.code;

import dev.stratoscope.app.view.code.Token.Style;

/** XML and HTML: tags with their attributes stand out, quoted values are strings. */
enum Markup implements Lexer {
    /** The only one. */
    LEXER;

    private static final int IN_COMMENT = 1;
    private static final int IN_TAG = 2;
    private static final int IN_SINGLE = 3;
    private static final int IN_DOUBLE = 4;

    @Override
    public int lex(String line, int before, Tokens to) {
        int state = before;
        int at = 0;
        while (at < line.length()) {
            int from = at;
            switch (state) {
                case IN_COMMENT -> {
                    int close = line.indexOf("-->", at);
                    at = close < 0 ? line.length() : close + 3;
                    state = close < 0 ? IN_COMMENT : START;
                    to.add(from, at, Style.COMMENT);
                }
                case IN_SINGLE, IN_DOUBLE -> {
                    int close = line.indexOf(state == IN_SINGLE ? '\'' : '"', at);
                    at = close < 0 ? line.length() : close + 1;
                    state = close < 0 ? state : IN_TAG;
                    to.add(from, at, Style.STRING);
                }
                case IN_TAG -> {
                    at = tagEnd(line, at);
                    char c = at < line.length() ? line.charAt(at) : 0;
                    if (c == '>') {
                        at++;
                        state = START;
                    } else if (c != 0) {
                        state = c == '"' ? IN_DOUBLE : IN_SINGLE;
                    }
                    if (at > from) {
                        to.add(from, at, Style.KEY);
                    }
                    if (c == '"' || c == '\'') {
                        int close = line.indexOf(c, at + 1);
                        int end = close < 0 ? line.length() : close + 1;
                        to.add(at, end, Style.STRING);
                        state = close < 0 ? state : IN_TAG;
                        at = end;
                    }
                }
                default -> {
                    int open = line.indexOf('<', at);
                    at = open < 0 ? line.length() : open;
                    if (open >= 0) {
                        state = line.startsWith("<!--", open) ? IN_COMMENT : IN_TAG;
                    }
                }
            }
        }
        return state;
    }

    /** Where a tag ends, or a quoted value in it begins. */
    private static int tagEnd(String line, int from) {
        for (int at = from; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '>' || c == '"' || c == '\'') {
                return at;
            }
        }
        return line.length();
    }
}
