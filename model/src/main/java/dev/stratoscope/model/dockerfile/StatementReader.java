package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the statements of a text. Not for several threads. */
final class StatementReader {
    private static final Set<String> WITH_HEREDOCS = Set.of("ADD", "COPY", "RUN");
    private static final Set<String> SHELL_OR_JSON = Set.of("CMD", "ENTRYPOINT", "RUN", "SHELL");
    private static final Set<String> LIST_OR_JSON = Set.of("ADD", "COPY", "VOLUME");
    private static final Set<String> LISTS = Set.of("EXPOSE", "FROM");
    private static final Set<String> PAIRS = Set.of("ENV", "LABEL");

    private final SourceText text;
    private final char escape;
    private final LineReader lines;

    StatementReader(SourceText text, char escape, int first) {
        this.text = text;
        this.escape = escape;
        this.lines = new LineReader(text, escape, first);
    }

    /** The empty lines within continued ones. */
    List<SourceRange> gaps() {
        return lines.gaps();
    }

    /** The next statement; null at the end. */
    @Nullable Statement read() throws DockerfileException {
        LogicalLine line = lines.read();
        if (line == null) {
            return null;
        }
        List<String> comments = lines.comments();
        List<Heredoc> heredocs = new ArrayList<>();
        if (Words.trimmed(line.text()).isEmpty()) {
            throw text.wrong(line.range(), "there is nothing to continue: expected an instruction");
        }
        List<String> start = Words.atBlanks(Words.trimmed(line.text()));
        String keyword = start.getFirst().toUpperCase(Locale.ROOT);
        String inner = keyword.equals("ONBUILD") && start.size() > 1 ? start.get(1) : keyword;
        if (WITH_HEREDOCS.contains(inner.toUpperCase(Locale.ROOT))) {
            for (String word : WordLexer.rawWords(line.text())) {
                HeredocMark mark = HeredocMark.of(word);
                if (mark != null) {
                    Heredoc heredoc = lines.heredoc(mark);
                    if (heredoc == null) {
                        throw text.wrong(
                                line.range(),
                                "the text after <<"
                                        + mark.name()
                                        + " has no end: expected a line "
                                        + mark.name());
                    }
                    heredocs.add(heredoc);
                }
            }
        }
        return statement(line, heredocs, comments);
    }

    /** A statement of one line, such as what comes after ONBUILD. */
    Statement statement(LogicalLine line, List<Heredoc> heredocs, List<String> comments)
            throws DockerfileException {
        String all = line.text();
        int end = 0;
        while (end < all.length() && !Character.isWhitespace(all.charAt(end))) {
            end++;
        }
        String keyword = all.substring(0, end).toUpperCase(Locale.ROOT);
        FlagReader flags = new FlagReader(line, end, escape);
        String rest = Words.trimmed(all.substring(flags.end()));
        SourceRange place = line.range(0, Words.trimmed(all).length());
        SourceRange whole = line.range();
        int lastLine = heredocs.isEmpty() ? whole.endLine() : heredocs.getLast().range().endLine();
        int lastColumn =
                heredocs.isEmpty() ? whole.endColumn() : heredocs.getLast().range().endColumn();
        List<String> json = json(keyword, rest);
        return new Statement(
                keyword,
                flags.flags(),
                json != null ? json : words(keyword, rest, place),
                json != null,
                heredocs,
                Words.trimmed(all),
                comments,
                new SourceRange(place.startLine(), place.startColumn(), lastLine, lastColumn));
    }

    private static @Nullable List<String> json(String keyword, String rest) {
        if (keyword.equals("HEALTHCHECK")) {
            List<String> parts = Words.first(rest);
            List<String> command = parts.size() < 2 ? null : Words.json(parts.getLast());
            if (command == null) {
                return null;
            }
            List<String> all = new ArrayList<>(command);
            all.addFirst(parts.getFirst().toUpperCase(Locale.ROOT));
            return all;
        }
        return SHELL_OR_JSON.contains(keyword) || LIST_OR_JSON.contains(keyword)
                ? Words.json(rest)
                : null;
    }

    private List<String> words(String keyword, String rest, SourceRange place)
            throws DockerfileException {
        if (rest.isEmpty()) {
            return List.of();
        }
        if (LISTS.contains(keyword) || LIST_OR_JSON.contains(keyword)) {
            return Words.atBlanks(rest);
        }
        if (PAIRS.contains(keyword)) {
            return pairs(keyword, rest, place);
        }
        if (keyword.equals("ARG")) {
            return Words.quoted(rest, escape);
        }
        if (keyword.equals("HEALTHCHECK")) {
            List<String> parts = Words.first(rest);
            String kind = parts.getFirst().toUpperCase(Locale.ROOT);
            return parts.size() < 2 || parts.getLast().isEmpty()
                    ? List.of(kind)
                    : List.of(kind, parts.getLast());
        }
        return List.of(rest);
    }

    /** Name, value and mark of each: an equals sign, or nothing in the old form. */
    private List<String> pairs(String keyword, String rest, SourceRange place)
            throws DockerfileException {
        List<String> words = Words.quoted(rest, escape);
        if (words.getFirst().indexOf('=') < 0) {
            List<String> parts = Words.first(rest);
            if (parts.size() < 2) {
                throw text.wrong(place, keyword + " needs a name and a value: expected NAME=VALUE");
            }
            return List.of(parts.getFirst(), parts.getLast(), "");
        }
        List<String> pairs = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                throw text.wrong(place, keyword + " has no = in " + word + ": expected NAME=VALUE");
            }
            pairs.add(word.substring(0, equals));
            pairs.add(word.substring(equals + 1));
            pairs.add("=");
        }
        return pairs;
    }
}
