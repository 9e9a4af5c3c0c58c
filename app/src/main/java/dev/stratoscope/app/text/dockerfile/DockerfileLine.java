package dev.stratoscope.app.text.dockerfile;

import dev.stratoscope.app.text.Token;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds keywords, strings and comments in one line of a Dockerfile. */
public final class DockerfileLine {
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'");

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
        Matcher string = STRING.matcher(line);
        for (int from = at; string.find(from); from = at) {
            add(tokens, line.substring(from, string.start()), Token.Kind.PLAIN);
            add(tokens, string.group(), Token.Kind.STRING);
            at = string.end();
        }
        add(tokens, line.substring(at), Token.Kind.PLAIN);
        return tokens;
    }

    private static void add(List<Token> tokens, String text, Token.Kind kind) {
        if (!text.isEmpty()) {
            tokens.add(new Token(text, kind));
        }
    }
}
