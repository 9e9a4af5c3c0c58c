package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word that announces a text below its line: {@code <<EOF}, {@code 3<<-"EOF"}.
 *
 * @param name the line that ends it
 * @param expand whether variables in it are expanded: the name is not quoted
 * @param strip whether tabs at the start of lines are taken away
 */
record HeredocMark(String name, boolean expand, boolean strip) {
    private static final Pattern WORD = Pattern.compile("\\d*<<(-?)([^<]+)");

    /** What a word announces; null when it is another word. */
    static @Nullable HeredocMark of(String word) {
        Matcher mark = WORD.matcher(word);
        if (!mark.matches()) {
            return null;
        }
        String written = mark.group(2);
        String name = WordLexer.unquoted(written);
        return name == null || name.isEmpty() || name.chars().anyMatch(Character::isWhitespace)
                ? null
                : new HeredocMark(name, name.equals(written), !mark.group(1).isEmpty());
    }
}
