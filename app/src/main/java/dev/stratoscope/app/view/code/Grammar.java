package dev.stratoscope.app.view.code;

import dev.stratoscope.app.view.code.Token.Style;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A language of words, strings and comments.
 *
 * @param keywords the words that stand out; in lower case where case does not matter
 * @param anyCase whether case does not matter
 * @param lineComments what begins a comment that goes to the line's end
 * @param spaced whether such a comment begins only after a blank or at the line's beginning
 * @param spans what lasts from an opening to a closing mark; the longer openings first
 */
record Grammar(
        Set<String> keywords,
        boolean anyCase,
        List<String> lineComments,
        boolean spaced,
        List<Span> spans)
        implements Lexer {
    private static final int LONGEST_KEYWORD = 24;

    /** Copies the tables. */
    Grammar {
        keywords = Set.copyOf(keywords);
        lineComments = List.copyOf(lineComments);
        spans = List.copyOf(spans);
    }

    /**
     * A string or a comment between two marks.
     *
     * @param escape the character that takes its meaning from the next one; 0 for none
     * @param lines whether it goes on in the next line
     */
    record Span(String open, String close, char escape, boolean lines, Style style) {
        static Span string(String mark) {
            return new Span(mark, mark, '\\', false, Style.STRING);
        }

        static Span lines(String mark, char escape) {
            return new Span(mark, mark, escape, true, Style.STRING);
        }

        static Span comment(String open, String close) {
            return new Span(open, close, (char) 0, true, Style.COMMENT);
        }
    }

    @Override
    public int lex(String line, int state, Tokens to) {
        int at = 0;
        if (state > 0 && state <= spans.size()) {
            Span span = spans.get(state - 1);
            at = end(line, 0, span);
            if (at < 0) {
                to.add(0, line.length(), span.style());
                return state;
            }
            to.add(0, at, span.style());
        }
        while (at < line.length()) {
            char c = line.charAt(at);
            if (isWord(c)) {
                int end = wordEnd(line, at);
                if (isKeyword(line, at, end)) {
                    to.add(at, end, Style.KEY);
                }
                at = end;
                continue;
            }
            if (beginsComment(line, at)) {
                to.add(at, line.length(), Style.COMMENT);
                return START;
            }
            int opened = opened(line, at);
            if (opened < 0) {
                at++;
                continue;
            }
            Span span = spans.get(opened);
            int end = end(line, at + span.open().length(), span);
            if (end < 0) {
                to.add(at, line.length(), span.style());
                return span.lines() ? opened + 1 : START;
            }
            to.add(at, end, span.style());
            at = end;
        }
        return START;
    }

    private boolean beginsComment(String line, int at) {
        if (spaced && at > 0 && !Character.isWhitespace(line.charAt(at - 1))) {
            return false;
        }
        return lineComments.stream().anyMatch(mark -> line.startsWith(mark, at));
    }

    private int opened(String line, int at) {
        for (int i = 0; i < spans.size(); i++) {
            if (line.startsWith(spans.get(i).open(), at)) {
                return i;
            }
        }
        return -1;
    }

    /** Where a span ends that is open at {@code from}; -1 when it does not in this line. */
    private static int end(String line, int from, Span span) {
        for (int at = from; at < line.length(); at++) {
            if (span.escape() != 0 && line.charAt(at) == span.escape()) {
                at++;
            } else if (line.startsWith(span.close(), at)) {
                return at + span.close().length();
            }
        }
        return -1;
    }

    private boolean isKeyword(String line, int from, int to) {
        if (to - from > LONGEST_KEYWORD) {
            return false;
        }
        String word = line.substring(from, to);
        return keywords.contains(anyCase ? word.toLowerCase(Locale.ROOT) : word);
    }

    private static int wordEnd(String line, int from) {
        int at = from;
        while (at < line.length() && isWord(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '@';
    }
}
