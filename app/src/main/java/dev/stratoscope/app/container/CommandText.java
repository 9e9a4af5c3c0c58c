package dev.stratoscope.app.container;

import dev.stratoscope.app.text.Escapes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A program and its arguments as a line of a shell. */
final class CommandText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private CommandText() {}

    /** A line that a shell takes apart into these very words; safe to show. */
    static String of(List<String> words) {
        return Escapes.text(String.join(" ", words.stream().map(CommandText::quoted).toList()));
    }

    /** One word, in quotes where a shell needs them. */
    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /**
     * Takes a line apart as a shell does: blanks part words, quotes and backslashes keep them
     * together; nothing is replaced.
     *
     * @throws IllegalArgumentException when a quote is not closed
     */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean open = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                if (open) {
                    words.add(word.toString());
                    word.setLength(0);
                    open = false;
                }
                continue;
            }
            open = true;
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
                i++;
                word.append(line.charAt(i));
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("A " + quote + " is not closed");
        }
        if (open) {
            words.add(word.toString());
        }
        return words;
    }
}
