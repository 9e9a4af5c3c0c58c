package dev.stratoscope.model.dockerfile;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of variables that a text asks for. */
final class Names {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private final Set<String> asked = new LinkedHashSet<>();

    Names(String text, char escape) {
        WordLexer lexer =
                new WordLexer(
                        text,
                        escape,
                        name -> {
                            asked.add(name);
                            return null;
                        });
        try {
            if (lexer.word().isEmpty()) {
                return;
            }
        } catch (WordException e) {
            // What cannot be read asks for no more.
        }
    }

    Set<String> asked() {
        return asked;
    }

    /** Whether it is a name that can be declared. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
