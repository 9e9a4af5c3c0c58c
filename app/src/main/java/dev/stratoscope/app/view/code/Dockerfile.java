package dev.stratoscope.app.view.code;

import dev.stratoscope.app.view.code.Token.Style;
import dev.stratoscope.model.dockerfile.Keywords;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Dockerfile: instructions, flags, variables, strings, the names of stages, and the texts that
 * stand in it (heredocs). Where a line is continued no instruction begins.
 */
enum Dockerfile implements Lexer {
    /** The only one. */
    LEXER;

    private static final Pattern ESCAPE = Pattern.compile("#\\s*escape\\s*=\\s*(\\S)\\s*");
    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*[a-zA-Z]{1,20}\\s*=.*");
    private static final Pattern HEREDOC =
            Pattern.compile("(?<=\\s)\\d{0,9}<<-?([\"']?)([\\w.-]{1,200})\\1(?=\\s|$)");

    @Override
    public int lex(String line, int state, Tokens to) {
        DockerfileState now = DockerfileState.of(state);
        if (now.isText()) {
            boolean over = now.ends(line);
            if (!line.isEmpty()) {
                to.add(0, line.length(), over ? Style.NAME : Style.STRING);
            }
            return over ? now.afterText() : state;
        }
        int from = blanks(line, 0);
        if (from < line.length() && line.charAt(from) == '#') {
            to.add(from, line.length(), Style.COMMENT);
            return now.afterComment(escape(line), DIRECTIVE.matcher(line).matches());
        }
        boolean goesOn = line.stripTrailing().endsWith(String.valueOf(now.escape()));
        if (from == line.length()) {
            return now.isContinued() ? state : now.afterLine(false, 0, 0);
        }
        int at = from;
        String keyword = "";
        while (!now.isContinued() && (at == from || keyword.equals("ONBUILD"))) {
            int end = letters(line, at);
            keyword = keyword(line, at, end);
            if (keyword.isEmpty()) {
                break;
            }
            to.add(at, end, Style.KEY);
            at = keyword.equals("ONBUILD") ? blanks(line, end) : end;
        }
        new DockerfileWords(line, now.escape(), to)
                .lex(at, keyword.equals("FROM") ? stage(line, at) : -1);
        return heredocs(line, keyword, now, goesOn);
    }

    private static char escape(String line) {
        Matcher escape = ESCAPE.matcher(line);
        return escape.matches() ? escape.group(1).charAt(0) : '\\';
    }

    private static int heredocs(String line, String keyword, DockerfileState now, boolean goesOn) {
        boolean may =
                now.isContinued()
                        || keyword.equals("RUN")
                        || keyword.equals("COPY")
                        || keyword.equals("ADD");
        int first = 0;
        int second = 0;
        if (may && line.contains("<<")) {
            Matcher heredoc = HEREDOC.matcher(line);
            while (heredoc.find() && second == 0) {
                int hash = DockerfileState.hash(heredoc.group(2));
                if (first == 0) {
                    first = hash;
                } else {
                    second = hash;
                }
            }
        }
        return now.afterLine(goesOn, first, second);
    }

    private static String keyword(String line, int from, int to) {
        boolean word = to == line.length() || Character.isWhitespace(line.charAt(to));
        String upper =
                word && to - from < 16 ? line.substring(from, to).toUpperCase(Locale.ROOT) : "";
        return Keywords.ALL.contains(upper) ? upper : "";
    }

    /** Where the name of a stage begins after a FROM and its AS; -1 for none. */
    private static int stage(String line, int from) {
        int at = blanks(line, from);
        while (line.startsWith("--", at)) {
            at = blanks(line, word(line, at));
        }
        int as = blanks(line, word(line, at));
        int name = blanks(line, word(line, as));
        return line.regionMatches(true, as, "AS", 0, 2) && word(line, as) == as + 2 ? name : -1;
    }

    private static int blanks(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int letters(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isLetter(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int word(String line, int from) {
        int at = from;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }
}
