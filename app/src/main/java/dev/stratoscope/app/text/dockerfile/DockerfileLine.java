package dev.stratoscope.app.text.dockerfile;

import dev.stratoscope.app.text.Token;

import java.util.ArrayList;
import java.util.List;

/** Finds keywords, strings and comments in one line of a Dockerfile. */
public final class DockerfileLine {
    private DockerfileLine() {}

    /**
     * The pieces of a line, which put together are the line.
     *
     * @param isInstruction whether an instruction begins here; else the line goes on with one
     */
    public static List<Token> tokens(String line, boolean isInstruction) {
        List<Token> tokens = new ArrayList<>();
        if (line.startsWith("#")) {
            tokens.add(new Token(line, Token.Kind.COMMENT));
            return tokens;
        }
        int at = 0;
        if (isInstruction) {
            int space = line.indexOf(' ');
            at = space < 0 ? line.length() : space;
            add(tokens, line.substring(0, at), Token.Kind.KEY);
        }
        int plain = at;
        while (at < line.length()) {
            int end = stringEnd(line, at);
            if (end > at) {
                add(tokens, line.substring(plain, at), Token.Kind.PLAIN);
                add(tokens, line.substring(at, end), Token.Kind.STRING);
                plain = end;
            }
            at = Math.max(end, at + 1);
        }
        add(tokens, line.substring(plain), Token.Kind.PLAIN);
        return tokens;
    }

    /** Where the string that begins here ends; {@code at} when none does, or it has no end. */
    private static int stringEnd(String line, int at) {
        char quote = line.charAt(at);
        if (quote == '\'') {
            return Math.max(at, line.indexOf('\'', at + 1) + 1);
        }
        int end = quote == '"' ? Token.quotedEnd(line, at) : at;
        return end > at + 1 && line.charAt(end - 1) == '"' ? end : at;
    }

    private static void add(List<Token> tokens, String text, Token.Kind kind) {
        if (!text.isEmpty()) {
            tokens.add(new Token(text, kind));
        }
    }
}
