package dev.stratoscope.app.view.code;

import dev.stratoscope.app.view.code.Token.Style;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A Dockerfile: the instruction at a line's beginning stands out, unless a line is continued. */
enum Dockerfile implements Lexer {
    /** The only one. */
    LEXER;

    private static final Set<String> INSTRUCTIONS =
            Words.of(
                    "ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL",
                    "MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR");
    private static final Grammar REST =
            new Grammar(
                    Set.of(),
                    false,
                    List.of(),
                    false,
                    List.of(Grammar.Span.string("\""), Grammar.Span.string("'")));
    private static final int CONTINUED = 1;

    @Override
    public int lex(String line, int state, Tokens to) {
        int from = 0;
        while (from < line.length() && Character.isWhitespace(line.charAt(from))) {
            from++;
        }
        if (from < line.length() && line.charAt(from) == '#') {
            to.add(from, line.length(), Style.COMMENT);
            return state;
        }
        int end = from;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        if (state != CONTINUED
                && end - from < 16
                && INSTRUCTIONS.contains(line.substring(from, end).toUpperCase(Locale.ROOT))) {
            to.add(from, end, Style.KEY);
        }
        int rest = end;
        REST.lex(line.substring(rest), START, (a, b, style) -> to.add(rest + a, rest + b, style));
        return line.endsWith("\\") ? CONTINUED : START;
    }
}
