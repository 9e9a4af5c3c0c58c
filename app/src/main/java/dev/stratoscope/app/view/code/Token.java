package dev.stratoscope.app.view.code;

/**
 * A part of a line.
 *
 * @param from where it begins, in characters
 * @param to where it ends
 * @param style how it is shown
 */
public record Token(int from, int to, Style style) {
    /** How a part of a line is shown. */
    public enum Style {
        /** As text. */
        PLAIN,
        /** As a keyword, a key or a tag. */
        KEY,
        /** As a name: a flag, a variable, a stage. */
        NAME,
        /** As a string. */
        STRING,
        /** As a comment. */
        COMMENT
    }
}
