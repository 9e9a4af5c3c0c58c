package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Reads logical lines: without comments, continued lines joined. Not for several threads. */
final class LineReader {
    private final SourceText text;
    private final char escape;
    private int next;
    private final List<String> comments = new ArrayList<>();
    private final List<SourceRange> gaps = new ArrayList<>();

    /**
     * A reader.
     *
     * @param first the line to begin with, from 1
     */
    LineReader(SourceText text, char escape, int first) {
        this.text = text;
        this.escape = escape;
        this.next = first;
    }

    /** The comments right above the line that was read last. */
    List<String> comments() {
        return List.copyOf(comments);
    }

    /** The empty lines within continued ones, all that were met so far. */
    List<SourceRange> gaps() {
        return gaps;
    }

    /** The next line with something in it; null at the end. */
    @Nullable LogicalLine read() {
        comments.clear();
        for (; next <= text.size(); next++) {
            String line = Words.trimmed(text.line(next));
            if (line.startsWith("#")) {
                comments.add(line.substring(1).strip());
            } else if (line.isEmpty()) {
                comments.clear();
            } else {
                return joined();
            }
        }
        return null;
    }

    /** Those from here on that are one; what begins it is no blank. */
    private LogicalLine joined() {
        StringBuilder all = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        int lastLine = next;
        boolean goesOn = true;
        while (goesOn && next <= text.size()) {
            String line = text.line(next);
            String stripped = Words.trimmed(line);
            if (starts.isEmpty() || (!stripped.startsWith("#") && !stripped.isEmpty())) {
                int mark = continuation(line);
                goesOn = mark >= 0;
                int end = goesOn ? mark : line.length();
                int from = all.isEmpty() ? Math.min(end, line.indexOf(stripped)) : 0;
                starts.add(all.length());
                lines.add(next);
                columns.add(from + 1);
                all.append(line, from, end);
                lastLine = next;
            } else if (stripped.isEmpty()) {
                gaps.add(new SourceRange(next, 1, next, 1));
            }
            next++;
        }
        return new LogicalLine(
                all.toString(), starts, lines, columns, lastLine, text.line(lastLine).length() + 1);
    }

    /** Where the mark stands that continues a line; -1 when the line ends there. */
    private int continuation(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
            end--;
        }
        boolean marked =
                end > 0
                        && line.charAt(end - 1) == escape
                        && (end == 1 || line.charAt(end - 2) != escape);
        return marked ? end - 1 : -1;
    }

    /**
     * The lines from here on that belong to a heredoc.
     *
     * @return null when nothing ends it
     */
    @Nullable Heredoc heredoc(HeredocMark mark) {
        StringBuilder content = new StringBuilder();
        int first = next;
        for (; next <= text.size(); next++) {
            String line = text.line(next);
            String shown = mark.strip() ? line.replaceFirst("^\t+", "") : line;
            if (shown.equals(mark.name())) {
                SourceRange range = new SourceRange(first, 1, next, line.length() + 1);
                next++;
                return new Heredoc(mark.name(), content.toString(), mark.expand(), range);
            }
            content.append(shown).append('\n');
        }
        return null;
    }
}
