package dev.stratoscope.app.view.files;

/**
 * Finds characters in a row that every match of a regular expression holds: where they are not, the
 * expression need not be tried. Reads what stands outside of groups and classes; gives up where
 * anything else could change what letters mean.
 */
final class RegexLiteral {
    /** After a backslash: what takes one character of a class, or none, and no more of the text. */
    private static final String CLASSES = "dDwWsSbBAzZGhHvVRX";

    private static final String NOT_LITERAL = "^$.";

    private final String regex;
    private final StringBuilder run = new StringBuilder();
    private String best = "";
    private int at;

    private RegexLiteral(String regex) {
        this.regex = regex;
    }

    /**
     * The longest such text; empty when none is known.
     *
     * @param regex an expression that compiles
     */
    static String of(String regex) {
        RegexLiteral literal = new RegexLiteral(regex);
        return literal.read() ? literal.best : "";
    }

    private boolean read() {
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            boolean known =
                    switch (c) {
                        case '|' -> false;
                        case '\\' -> escape();
                        case '[' -> past(']');
                        case '(' -> group();
                        case '{' -> repeat() && past('}');
                        case '*', '?' -> repeat();
                        case '+' -> end();
                        default -> literal(c);
                    };
            if (!known) {
                return false;
            }
        }
        return end();
    }

    private boolean literal(char c) {
        // A character that is no ASCII may be half of one.
        if (c >= 128 || NOT_LITERAL.indexOf(c) >= 0) {
            return end();
        }
        run.append(c);
        return true;
    }

    private boolean escape() {
        char c = regex.charAt(at++);
        if (CLASSES.indexOf(c) >= 0) {
            return end();
        }
        if (c >= 128 || Character.isLetterOrDigit(c)) {
            return false;
        }
        run.append(c);
        return true;
    }

    /** The character before may be missing, or is not the last of its kind. */
    private boolean repeat() {
        if (!run.isEmpty()) {
            run.setLength(run.length() - 1);
        }
        return end();
    }

    private boolean end() {
        if (run.length() > best.length()) {
            best = run.toString();
        }
        run.setLength(0);
        return true;
    }

    /** Goes past the end of a class or a repeat that holds nothing that could hide its end. */
    private boolean past(char end) {
        end();
        int found = regex.indexOf(end, at);
        String inner = found < 0 ? "" : regex.substring(at, found);
        boolean plain = !inner.isEmpty() && !inner.equals("^");
        at = found + 1;
        return plain && inner.indexOf('[') < 0 && inner.indexOf('\\') < 0;
    }

    /** Goes past the end of a group, unless it says how the rest is to be read. */
    private boolean group() {
        end();
        int depth = 1;
        if (at < regex.length() && regex.charAt(at) == '?') {
            return false;
        }
        while (at < regex.length() && depth > 0) {
            char c = regex.charAt(at++);
            if (c == '\\' || c == '[' || (c == '?' && regex.charAt(at - 2) == '(')) {
                return false;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return depth == 0;
    }
}
