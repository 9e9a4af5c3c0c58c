package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.model.diff.content.Run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two texts as one, the way {@code diff -u} writes them, with three equal lines around what
 * differs. Nothing in the lines reaches a terminal unescaped but tabs.
 */
final class UnifiedText {
    private static final int AROUND = 3;

    /** Stands behind a last line that does not end, so that it is another than one that does. */
    private static final String ENDLESS = "\n\\ No newline at end of file";

    private final List<String> before;
    private final List<String> after;
    private final List<Run> runs;

    UnifiedText(List<String> before, List<String> after, List<Run> runs) {
        this.before = before;
        this.after = after;
        this.runs = runs;
    }

    /** The lines of a text as this class takes them. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        String last = lines.removeLast();
        if (!last.isEmpty()) {
            lines.add(last + ENDLESS);
        }
        return lines;
    }

    /** A line as the text has it. */
    static String bare(String line) {
        return line.endsWith(ENDLESS) ? line.substring(0, line.length() - ENDLESS.length()) : line;
    }

    void write(OutputStream out) throws IOException {
        int at = 0;
        while (at < runs.size()) {
            if (runs.get(at).isEqual()) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < runs.size() && !isGap(end)) {
                end++;
            }
            writeHunk(out, at, end);
            at = end;
        }
    }

    /** Whether an equal run parts two hunks, or ends the last. */
    private boolean isGap(int at) {
        Run run = runs.get(at);
        boolean last = at == runs.size() - 1;
        return run.isEqual() && (last || run.beforeLength() > 2 * AROUND);
    }

    private void writeHunk(OutputStream out, int first, int end) throws IOException {
        int lead = first == 0 ? 0 : Math.min(AROUND, runs.get(first - 1).beforeLength());
        int trail = end == runs.size() ? 0 : Math.min(AROUND, runs.get(end).beforeLength());
        int from = runs.get(first).beforeFrom() - lead;
        int otherFrom = runs.get(first).afterFrom() - lead;
        int to = runs.get(end - 1).beforeTo() + trail;
        int otherTo = runs.get(end - 1).afterTo() + trail;
        print(out, "@@ -" + range(from, to) + " +" + range(otherFrom, otherTo) + " @@\n");
        print(out, ' ', before, from, from + lead);
        for (Run run : runs.subList(first, end)) {
            print(out, run.isEqual() ? ' ' : '-', before, run.beforeFrom(), run.beforeTo());
            if (!run.isEqual()) {
                print(out, '+', after, run.afterFrom(), run.afterTo());
            }
        }
        print(out, ' ', before, to - trail, to);
    }

    /** Of no lines the number of the line before them. */
    private static String range(int from, int to) {
        int count = to - from;
        int line = count == 0 ? from : from + 1;
        return count == 1 ? Integer.toString(line) : line + "," + count;
    }

    private static void print(OutputStream out, char mark, List<String> lines, int from, int to)
            throws IOException {
        for (String line : lines.subList(from, to)) {
            String bare = bare(line);
            String end = bare.length() == line.length() ? "\n" : ENDLESS + "\n";
            print(out, mark + escaped(bare) + end);
        }
    }

    private static String escaped(String line) {
        return line.indexOf('\t') < 0
                ? Escapes.text(line)
                : String.join(
                        "\t", Arrays.stream(line.split("\t", -1)).map(Escapes::text).toList());
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
