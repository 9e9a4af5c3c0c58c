package dev.stratoscope.app.text;

/**
 * A piece of a line of code.
 *
 * @param text never empty; the pieces of a line, put together, are the line
 */
public record Token(String text, Kind kind) {
    /**
     * Where a string in double quotes ends.
     *
     * @param from where its first quote is
     * @return the place behind its last quote, or the line's length when it has none
     */
    public static int quotedEnd(String line, int from) {
        for (int i = from + 1; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '"') {
                return i + 1;
            }
        }
        return line.length();
    }

    /** What a piece is. */
    public enum Kind {
        /** Anything else: blanks, punctuation, words. */
        PLAIN(""),
        /** A key or a keyword. */
        KEY("code-key"),
        /** A string in its quotes. */
        STRING("code-string"),
        /** A number, true, false or null. */
        NUMBER("code-number"),
        /** A comment. */
        COMMENT("code-comment");

        private final String style;

        Kind(String style) {
            this.style = style;
        }

        /** The style class it is shown with; empty for none. */
        public String style() {
            return style;
        }
    }
}
