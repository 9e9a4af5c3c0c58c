package dev.stratoscope.app.view.code;

/**
 * What holds at the beginning of a line of a Dockerfile, as a number. Immutable.
 *
 * @param place one of the four below
 * @param backtick whether the file's escape is the backtick
 * @param first stands for the word that ends the text (heredoc) that is open; 0 for none
 * @param second as {@code first}, of the text after that; of more than two no account is kept
 */
record DockerfileState(int place, boolean backtick, int first, int second) {
    /** Before the first instruction, where comments may be directives. */
    private static final int TOP = Lexer.START;

    private static final int BETWEEN = 1;
    private static final int CONTINUED = 2;
    private static final int TEXT = 3;
    private static final int BITS = 14;
    private static final int MASK = (1 << BITS) - 1;

    static DockerfileState of(int state) {
        return new DockerfileState(
                state & 3, (state & 4) != 0, (state >> 3) & MASK, (state >> (3 + BITS)) & MASK);
    }

    private static int number(int place, boolean backtick, int first, int second) {
        return place | (backtick ? 4 : 0) | (first << 3) | (second << (3 + BITS));
    }

    /** What stands for a word that ends a text; never 0. */
    static int hash(String word) {
        int hash = word.hashCode();
        return Math.max(1, (hash ^ (hash >>> BITS)) & MASK);
    }

    /** Whether the line is of a text. */
    boolean isText() {
        return place == TEXT;
    }

    /** Whether the line goes on with an instruction. */
    boolean isContinued() {
        return place == CONTINUED;
    }

    /** What continues a line at its end. */
    char escape() {
        return backtick ? '`' : '\\';
    }

    /** Whether a line is the last of the text that is open. */
    boolean ends(String line) {
        int tabs = 0;
        while (tabs < line.length() && line.charAt(tabs) == '\t') {
            tabs++;
        }
        return line.length() - tabs <= 200 && hash(line.substring(tabs)) == first;
    }

    int afterText() {
        return number(second == 0 ? BETWEEN : TEXT, backtick, second, 0);
    }

    /** What holds after a comment; one at the top may say what the escape is. */
    int afterComment(char escape, boolean isDirective) {
        boolean top = place == TOP;
        return number(
                top && !isDirective ? BETWEEN : place,
                backtick || (top && isDirective && escape == '`'),
                first,
                second);
    }

    /** What holds after a line of an instruction, which may open texts itself. */
    int afterLine(boolean goesOn, int opened, int next) {
        int one = first == 0 ? opened : first;
        int two = first == 0 ? next : opened;
        return number(goesOn ? CONTINUED : one == 0 ? BETWEEN : TEXT, backtick, one, two);
    }
}
