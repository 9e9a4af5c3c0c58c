package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * Expands a text as BuildKit's lexer does: quotes, escapes, {@code $name} and {@code ${name}} with
 * their operators. Not for several threads.
 */
final class WordLexer {
    /** The most characters that a text may expand to. */
    static final int LONGEST = 1 << 20;

    private static final int DEEPEST = 100;
    private static final String SPECIAL = "@*#?-$!0";
    private static final int END = -1;

    private final String text;
    private final char escape;
    private final Function<String, @Nullable String> values;
    private final boolean raw;
    private final boolean quotes;
    private int at;
    private int depth;

    /**
     * A lexer of one text.
     *
     * @param values the value of a name; null when it has none
     */
    WordLexer(String text, char escape, Function<String, @Nullable String> values) {
        this(text, escape, values, false, true);
    }

    private WordLexer(
            String text,
            char escape,
            Function<String, @Nullable String> values,
            boolean raw,
            boolean quotes) {
        this.text = text;
        this.escape = escape;
        this.values = values;
        this.raw = raw;
        this.quotes = quotes;
    }

    /** A lexer of a text in which quotes mean nothing, such as a heredoc. */
    static WordLexer ofHeredoc(String text, Function<String, @Nullable String> values) {
        return new WordLexer(text, '\\', values, false, false);
    }

    /** The text expanded, as one word. */
    String word() throws WordException {
        return all().whole();
    }

    /** The text expanded and divided at blanks that are not quoted. */
    List<String> words() throws WordException {
        return all().words();
    }

    /** A text divided at blanks that are not quoted, its quotes and variables as written. */
    static List<String> rawWords(String text) {
        try {
            return new WordLexer(text, '\\', _ -> null, true, true).words();
        } catch (WordException e) {
            return List.of();
        }
    }

    /** A word without its quotes; null when they are not closed. */
    static @Nullable String unquoted(String word) {
        try {
            return new WordLexer(word, '\\', name -> "$" + name).word();
        } catch (WordException e) {
            return null;
        }
    }

    private WordBuilder all() throws WordException {
        WordBuilder all = new WordBuilder();
        until(END, all);
        return all;
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private int next() {
        return at < text.length() ? text.charAt(at++) : END;
    }

    /** Reads up to a character that is not quoted, which is read too. */
    private void until(int stop, WordBuilder into) throws WordException {
        while (true) {
            int c = next();
            if (c == stop) {
                return;
            }
            if (c == END) {
                throw new WordException("a ${ is not closed: expected }");
            }
            if (c == '\'' && quotes) {
                into.quoted(single());
            } else if (c == '"' && quotes) {
                into.quoted(twofold());
            } else if (c == '$') {
                into.plain(raw ? "$" : dollar());
            } else if (c == escape) {
                int escaped = next();
                if (raw) {
                    into.quoted(text.substring(at - (escaped == END ? 1 : 2), at));
                } else if (escaped != END) {
                    into.quoted(Character.toString(escaped));
                }
            } else {
                into.plain(run(c));
            }
        }
    }

    /** A character, and with the first half of a pair its second. */
    private String run(int c) {
        return Character.isHighSurrogate((char) c) && peek() != END
                ? "" + (char) c + (char) next()
                : Character.toString(c);
    }

    private String single() throws WordException {
        int end = text.indexOf('\'', at);
        if (end < 0) {
            throw new WordException("a single quote is not closed: expected '");
        }
        String inside = text.substring(at, end);
        at = end + 1;
        return raw ? "'" + inside + "'" : inside;
    }

    private String twofold() throws WordException {
        StringBuilder inside = new StringBuilder(raw ? "\"" : "");
        while (true) {
            int c = next();
            if (c == END) {
                throw new WordException("a double quote is not closed: expected \"");
            }
            if (c == '"') {
                return inside.append(raw ? "\"" : "").toString();
            }
            if (c == '$' && !raw) {
                inside.append(dollar());
            } else if (c == escape) {
                int escaped = next();
                boolean kept = escaped != '"' && escaped != '$' && escaped != escape;
                if (kept || raw) {
                    inside.append(escape);
                }
                if (escaped != END) {
                    inside.append((char) escaped);
                }
            } else {
                inside.append((char) c);
            }
        }
    }

    private String dollar() throws WordException {
        if (peek() != '{') {
            String name = name();
            return name.isEmpty() ? "$" : orEmpty(values.apply(name));
        }
        at++;
        String name = name();
        if (name.isEmpty()) {
            throw new WordException("${ needs the name of a variable");
        }
        if (++depth > DEEPEST) {
            throw new WordException("variables lie more than " + DEEPEST + " deep in one another");
        }
        try {
            return braced(name);
        } finally {
            depth--;
        }
    }

    private String braced(String name) throws WordException {
        int c = next();
        boolean emptyIsUnset = c == ':';
        if (emptyIsUnset) {
            c = next();
        }
        @Nullable String value = values.apply(name);
        boolean isSet = value != null && !(emptyIsUnset && value.isEmpty());
        switch (c) {
            case '}' -> {
                if (!emptyIsUnset) {
                    return orEmpty(value);
                }
            }
            case '-' -> {
                String other = inner('}');
                return isSet ? orEmpty(value) : other;
            }
            case '+' -> {
                String other = inner('}');
                return isSet ? other : "";
            }
            case '?' -> {
                String reason = inner('}');
                if (isSet) {
                    return orEmpty(value);
                }
                throw new WordException(
                        name + ": " + (reason.isEmpty() ? "has no value and needs one" : reason));
            }
            case '#', '%', '/' -> {
                if (!emptyIsUnset) {
                    return cut(c, orEmpty(value));
                }
            }
            case END -> throw new WordException("a ${ is not closed: expected }");
            default -> {}
        }
        throw new WordException(
                "${"
                        + name
                        + (emptyIsUnset ? ":" : "")
                        + Character.toString(c)
                        + " is none of the forms that are known: } :- - :+ + :? ? # ## % %% / //");
    }

    private String cut(int operator, String value) throws WordException {
        boolean twice = peek() == operator;
        if (twice) {
            at++;
        }
        if (operator == '/') {
            Glob pattern = new Glob(pattern('/'));
            String replacement = inner('}');
            return pattern.replace(value, replacement, twice);
        }
        Glob pattern = new Glob(pattern('}'));
        return operator == '#'
                ? pattern.withoutPrefix(value, twice)
                : pattern.withoutSuffix(value, twice);
    }

    private String inner(int stop) throws WordException {
        WordBuilder inside = new WordBuilder();
        until(stop, inside);
        return inside.whole();
    }

    /** As {@link #inner}, but with escapes as written: they quote characters of the pattern. */
    private String pattern(int stop) throws WordException {
        StringBuilder pattern = new StringBuilder();
        for (int c = next(); c != stop; c = next()) {
            if (c == END) {
                throw new WordException("a ${ is not closed: expected " + (char) stop);
            }
            if (c == escape) {
                int escaped = next();
                pattern.append('\\').append(escaped == END ? "" : Character.toString(escaped));
            } else if (c == '$') {
                pattern.append(dollar());
            } else if (c == '\'') {
                pattern.append(single());
            } else if (c == '"') {
                pattern.append(twofold());
            } else {
                pattern.append((char) c);
            }
        }
        return pattern.toString();
    }

    private String name() {
        int c = peek();
        int from = at;
        if (c >= '0' && c <= '9') {
            while (peek() >= '0' && peek() <= '9') {
                at++;
            }
        } else if (c != END && SPECIAL.indexOf(c) >= 0) {
            at++;
        } else {
            while (isNameCharacter(peek())) {
                at++;
            }
        }
        return text.substring(from, at);
    }

    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_';
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
