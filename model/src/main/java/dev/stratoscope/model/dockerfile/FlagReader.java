package dev.stratoscope.model.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Reads the flags at the beginning of an instruction. Not for several threads. */
final class FlagReader {
    private final LogicalLine line;
    private final char escape;
    private final List<Flag> flags = new ArrayList<>();
    private int at;

    /**
     * A reader.
     *
     * @param from where flags may begin
     */
    FlagReader(LogicalLine line, int from, char escape) {
        this.line = line;
        this.escape = escape;
        this.at = from;
        read();
    }

    /** The flags. */
    List<Flag> flags() {
        return flags;
    }

    /** Where what comes after them begins. */
    int end() {
        return at;
    }

    private void read() {
        String text = line.text();
        while (true) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (!text.startsWith("--", at)) {
                return;
            }
            int from = at;
            String word = word(text);
            if (word.equals("--")) {
                while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
                return;
            }
            int equals = word.indexOf('=');
            flags.add(
                    new Flag(
                            word.substring(2, equals < 0 ? word.length() : equals),
                            equals < 0 ? "" : word.substring(equals + 1),
                            line.range(from, at)));
        }
    }

    /** A word without its quotes and escapes. */
    private String word(String text) {
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote == 0 && Character.isWhitespace(c)) {
                break;
            }
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == escape) {
                if (at + 1 < text.length()) {
                    word.append(text.charAt(++at));
                }
            } else {
                word.append(c);
            }
        }
        return word.toString();
    }
}
