package dev.stratoscope.app.text;

import java.util.ArrayList;
import java.util.List;

/** Finds keys, strings and numbers in one line of JSON, whatever stands on the lines around it. */
public final class JsonLine {
    private static final List<String> WORDS = List.of("true", "false", "null");

    private final String line;
    private final List<Token> tokens = new ArrayList<>();

    private JsonLine(String line) {
        this.line = line;
    }

    /** The pieces of a line, which put together are the line. */
    public static List<Token> tokens(String line) {
        return new JsonLine(line).tokens();
    }

    private List<Token> tokens() {
        int plain = 0;
        int at = 0;
        while (at < line.length()) {
            int end = pieceEnd(at);
            if (end == at) {
                at++;
                continue;
            }
            add(plain, at, Token.Kind.PLAIN);
            boolean isString = line.charAt(at) == '"';
            add(at, end, !isString ? Token.Kind.NUMBER : kind(end));
            at = end;
            plain = end;
        }
        add(plain, line.length(), Token.Kind.PLAIN);
        return tokens;
    }

    /** Where the string, number or word that begins here ends; {@code at} when none does. */
    private int pieceEnd(int at) {
        char c = line.charAt(at);
        if (c == '"') {
            return Token.quotedEnd(line, at);
        }
        if (c == '-' || isDigit(c)) {
            int end = at + 1;
            while (end < line.length() && isInNumber(line.charAt(end))) {
                end++;
            }
            return end - at == 1 && c == '-' ? at : end;
        }
        for (String word : WORDS) {
            if (line.startsWith(word, at)) {
                return at + word.length();
            }
        }
        return at;
    }

    /** A string before a colon is a key. */
    private Token.Kind kind(int end) {
        int next = end;
        while (next < line.length() && line.charAt(next) == ' ') {
            next++;
        }
        boolean isKey = next < line.length() && line.charAt(next) == ':';
        return isKey ? Token.Kind.KEY : Token.Kind.STRING;
    }

    private static boolean isInNumber(char c) {
        return isDigit(c) || ".eE+-".indexOf(c) >= 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void add(int from, int to, Token.Kind kind) {
        if (to > from) {
            tokens.add(new Token(line.substring(from, to), kind));
        }
    }
}
