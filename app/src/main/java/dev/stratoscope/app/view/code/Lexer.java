package dev.stratoscope.app.view.code;

/** Takes lines of one language apart. Immutable; safe for use by many threads. */
@FunctionalInterface
public interface Lexer {
    /** What holds before the first line. */
    int START = 0;

    /**
     * Takes a line apart, in time that grows with its length alone.
     *
     * @param line without its end
     * @param state what the line before returned, {@link #START} for the first
     * @param to hears the tokens from the left to the right; what lies between them is plain
     * @return what holds at the next line
     */
    int lex(String line, int state, Tokens to);

    /** Hears of tokens. */
    @FunctionalInterface
    interface Tokens {
        /** A part of the line that is not plain. */
        void add(int from, int to, Token.Style style);
    }
}
