package dev.stratoscope.app.view.code;

import dev.stratoscope.app.view.code.Lexer.Tokens;
import dev.stratoscope.app.view.code.Token.Style;

/** What stands after an instruction: flags, variables and strings. For one line. */
final class DockerfileWords {
    private static final String FROM = "--from=";
    private static final int LONGEST = 300;

    private final String line;
    private final char escape;
    private final Tokens to;

    /** Whether a search for an end was in vain before: another one would be too. */
    private boolean noBrace;

    private String endless = "";

    DockerfileWords(String line, char escape, Tokens to) {
        this.line = line;
        this.escape = escape;
        this.to = to;
    }

    /**
     * Takes the rest of a line apart.
     *
     * @param name where the name of a stage stands; -1 for none
     */
    void lex(int from, int name) {
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at);
            boolean begins = at == 0 || Character.isWhitespace(line.charAt(at - 1));
            int end = at + 1;
            if (at == name) {
                end = nameEnd(at);
                to.add(at, end, Style.NAME);
            } else if (c == escape || c == '\\') {
                end = at + 2;
            } else if (c == '$') {
                end = variable(at);
            } else if (c == '"' || c == '\'') {
                end = string(at, c);
            } else if (begins && line.startsWith("--", at)) {
                end = flag(at);
            }
            at = Math.max(at + 1, end);
        }
    }

    private int nameEnd(int from) {
        int at = from;
        while (at < line.length() && isName(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private int flag(int from) {
        int end = from + 2;
        while (end < line.length() && isName(line.charAt(end))) {
            end++;
        }
        if (end == from + 2) {
            return end;
        }
        boolean stage = line.startsWith(FROM, from);
        int last = stage ? nameEnd(from + FROM.length()) : end;
        to.add(from, last, Style.NAME);
        return last;
    }

    /** Where a variable ends that begins at a dollar; at the next character where none does. */
    private int variable(int from) {
        int end = variableEnd(from);
        if (end > from + 1) {
            to.add(from, end, Style.NAME);
        }
        return end;
    }

    private int variableEnd(int from) {
        int at = from + 1;
        if (at < line.length() && line.charAt(at) == '{') {
            return noBrace ? at : braceEnd(at);
        }
        while (at < line.length()
                && (Character.isLetterOrDigit(line.charAt(at)) || line.charAt(at) == '_')) {
            at++;
        }
        return at;
    }

    private int braceEnd(int from) {
        int depth = 0;
        int last = Math.min(line.length(), from + LONGEST);
        for (int at = from; at < last; at++) {
            char c = line.charAt(at);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return at + 1;
            }
        }
        noBrace = last == line.length();
        return from;
    }

    /** Takes a string apart that ends in this line; what does not is none. */
    private int string(int from, char quote) {
        int close = endless.indexOf(quote) >= 0 ? -1 : close(from + 1, quote);
        if (close < 0) {
            endless += quote;
            return from + 1;
        }
        int at = from;
        for (int i = from + 1; i < close && quote == '"'; i++) {
            if (line.charAt(i) == '\\' || line.charAt(i) == escape) {
                i++;
            } else if (line.charAt(i) == '$') {
                int end = Math.min(close, variableEnd(i));
                if (end > i + 1) {
                    to.add(at, i, Style.STRING);
                    to.add(i, end, Style.NAME);
                    at = end;
                    i = end - 1;
                }
            }
        }
        to.add(at, close + 1, Style.STRING);
        return close + 1;
    }

    private int close(int from, char quote) {
        for (int at = from; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == quote) {
                return at;
            }
            if (quote == '"' && (c == '\\' || c == escape)) {
                at++;
            }
        }
        return -1;
    }
}
