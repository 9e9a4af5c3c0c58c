package dev.stratoscope.app.view.code;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a language that can be taken apart in any order: what holds at each line's beginning is
 * known. Immutable; safe for use by many threads.
 */
public final class CodeLines {
    private final Lexer lexer;
    private final List<String> lines;
    private final int[] states;

    private CodeLines(Lexer lexer, List<String> lines, int[] states) {
        this.lexer = lexer;
        this.lines = lines;
        this.states = states;
    }

    /** Passes all lines once; takes as long as reading them. */
    public static CodeLines of(Language language, List<String> lines) {
        int[] states = new int[lines.size()];
        Lexer lexer = language.lexer();
        int state = Lexer.START;
        for (int i = 0; i < states.length && language != Language.PLAIN; i++) {
            states[i] = state;
            state = lexer.lex(lines.get(i), state, (from, to, style) -> {});
        }
        return new CodeLines(lexer, List.copyOf(lines), states);
    }

    /** The lines, without their ends. */
    public List<String> lines() {
        return lines;
    }

    /**
     * A line's parts, which together are the line as far as it is looked at.
     *
     * @param line from 0
     * @param most how many characters are looked at
     */
    public List<Token> tokens(int line, int most) {
        String whole = lines.get(line);
        return tokens(lexer, whole.substring(0, Math.min(most, whole.length())), states[line]);
    }

    /** All parts of a line, plain ones too. */
    static List<Token> tokens(Lexer lexer, String text, int state) {
        List<Token> tokens = new ArrayList<>();
        int[] at = {0};
        lexer.lex(
                text,
                state,
                (from, to, style) -> {
                    if (from > at[0]) {
                        tokens.add(new Token(at[0], from, Token.Style.PLAIN));
                    }
                    if (to > from) {
                        tokens.add(new Token(from, to, style));
                    }
                    at[0] = to;
                });
        if (at[0] < text.length()) {
            tokens.add(new Token(at[0], text.length(), Token.Style.PLAIN));
        }
        return tokens;
    }
}
