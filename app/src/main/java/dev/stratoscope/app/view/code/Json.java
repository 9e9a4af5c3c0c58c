package dev.stratoscope.app.view.code;

import dev.stratoscope.app.view.code.Token.Style;

/**
 * JSON: strings before a colon are keys; {@code true}, {@code false} and {@code null} stand out.
 */
enum Json implements Lexer {
    /** The only one. */
    LEXER;

    @Override
    public int lex(String line, int state, Tokens to) {
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '"') {
                int end = stringEnd(line, at + 1);
                to.add(at, end, isKey(line, end) ? Style.KEY : Style.STRING);
                at = end;
            } else if (c >= 'a' && c <= 'z') {
                int end = at;
                while (end < line.length() && Character.isLetter(line.charAt(end))) {
                    end++;
                }
                if (isLiteral(line, at, end)) {
                    to.add(at, end, Style.KEY);
                }
                at = end;
            } else {
                at++;
            }
        }
        return START;
    }

    private static int stringEnd(String line, int from) {
        for (int at = from; at < line.length(); at++) {
            if (line.charAt(at) == '\\') {
                at++;
            } else if (line.charAt(at) == '"') {
                return at + 1;
            }
        }
        return line.length();
    }

    private static boolean isKey(String line, int end) {
        int at = end;
        while (at < line.length() && at < end + 8 && line.charAt(at) == ' ') {
            at++;
        }
        return at < line.length() && line.charAt(at) == ':';
    }

    private static boolean isLiteral(String line, int from, int to) {
        return switch (to - from) {
            case 4 -> line.startsWith("true", from) || line.startsWith("null", from);
            case 5 -> line.startsWith("false", from);
            default -> false;
        };
    }
}
