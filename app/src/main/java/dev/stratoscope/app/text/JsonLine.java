package dev.stratoscope.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds keys, strings and numbers in one line of JSON, whatever stands on the lines around it. */
public final class JsonLine {
    private static final Pattern PIECE =
            Pattern.compile(
                    "(?<string>\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\\\?$))(?<colon>\\s*:)?"
                            + "|(?<number>-?\\d[\\d.eE+-]*+|\\b(?:true|false|null)\\b)");

    private JsonLine() {}

    /** The pieces of a line, which put together are the line. */
    public static List<Token> tokens(String line) {
        List<Token> tokens = new ArrayList<>();
        Matcher piece = PIECE.matcher(line);
        int at = 0;
        while (piece.find()) {
            add(tokens, line.substring(at, piece.start()), Token.Kind.PLAIN);
            String string = piece.group("string");
            at = piece.end();
            if (string == null) {
                add(tokens, piece.group(), Token.Kind.NUMBER);
            } else {
                boolean isKey = piece.group("colon") != null;
                add(tokens, string, isKey ? Token.Kind.KEY : Token.Kind.STRING);
                at = piece.end("string");
            }
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
