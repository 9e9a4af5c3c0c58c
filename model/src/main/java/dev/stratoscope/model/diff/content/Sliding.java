package dev.stratoscope.model.diff.content;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves what was only added or only removed to where a person would see it. A block between equal
 * lines can often be taken one line higher or lower: of two paragraphs alike, either was added. It
 * goes to meet another change, or else to where a paragraph begins.
 */
final class Sliding {
    private static final int DEEPEST_INDENT = 200;
    private static final int BLANK = DEEPEST_INDENT + 1;

    private final int[] before;
    private final int[] after;
    private final List<String> beforeLines;
    private final List<String> afterLines;

    /** Slides among lines that are known by number: what has the same number counts as equal. */
    Sliding(int[] before, List<String> beforeLines, int[] after, List<String> afterLines) {
        this.before = before;
        this.after = after;
        this.beforeLines = beforeLines;
        this.afterLines = afterLines;
    }

    /** The runs with every block moved that is better elsewhere. */
    List<Run> settle(List<Run> runs) {
        List<Run> settled = new ArrayList<>();
        int next = 0;
        while (next < runs.size()) {
            Run run = runs.get(next++);
            boolean oneSided =
                    !run.isEqual() && (run.beforeLength() == 0 || run.afterLength() == 0);
            boolean meetsAbove = settled.size() > 1;
            if (!oneSided || (!settled.isEmpty() && !settled.getLast().isEqual())) {
                push(settled, run);
                continue;
            }
            Run above = settled.isEmpty() ? nothing(run, false) : settled.removeLast();
            Run below = next == runs.size() ? nothing(run, true) : runs.get(next++);
            int shift = shift(run, above, below, meetsAbove, next < runs.size());
            pushEqual(settled, above, 0, shift);
            push(settled, moved(run, shift));
            pushEqual(settled, below, shift, 0);
        }
        return settled;
    }

    /** How far down a block goes; negative is up. */
    private int shift(Run run, Run above, Run below, boolean meetsAbove, boolean meetsBelow) {
        int up = above.beforeLength();
        int down = below.beforeLength();
        boolean removal = run.afterLength() == 0;
        int[] symbols = removal ? before : after;
        List<String> lines = removal ? beforeLines : afterLines;
        int from = removal ? run.beforeFrom() : run.afterFrom();
        int to = removal ? run.beforeTo() : run.afterTo();
        int highest = 0;
        while (highest < up && symbols[from - 1 - highest] == symbols[to - 1 - highest]) {
            highest++;
        }
        int lowest = 0;
        while (lowest < down && symbols[from + lowest] == symbols[to + lowest]) {
            lowest++;
        }
        if (meetsBelow && lowest == down && down > 0) {
            return lowest;
        }
        if (meetsAbove && highest == up && up > 0) {
            return -highest;
        }
        int best = lowest;
        int least = Integer.MAX_VALUE;
        for (int shift = lowest; shift >= -highest; shift--) {
            int score = edge(lines, from + shift) + edge(lines, to + shift);
            if (score < least) {
                least = score;
                best = shift;
            }
        }
        return best;
    }

    /** How odd it is to part lines before one: little before what stands out and after a blank. */
    private static int edge(List<String> lines, int at) {
        if (at == 0 || at == lines.size()) {
            return 0;
        }
        int indent = indent(lines.get(at));
        return indent == BLANK ? BLANK : 2 * indent + (indent(lines.get(at - 1)) == BLANK ? 0 : 1);
    }

    private static int indent(String line) {
        int columns = 0;
        for (int i = 0; i < line.length() && columns < DEEPEST_INDENT; i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                columns += 8 - columns % 8;
            } else if (Character.isWhitespace(c)) {
                columns++;
            } else {
                return columns;
            }
        }
        return columns < DEEPEST_INDENT ? BLANK : DEEPEST_INDENT;
    }

    private static Run moved(Run run, int by) {
        return new Run(
                run.beforeFrom() + by,
                run.beforeTo() + by,
                run.afterFrom() + by,
                run.afterTo() + by,
                false);
    }

    /** No equal lines, where a run begins or ends. */
    private static Run nothing(Run run, boolean end) {
        int before = end ? run.beforeTo() : run.beforeFrom();
        int after = end ? run.afterTo() : run.afterFrom();
        return new Run(before, before, after, after, true);
    }

    /** Adds equal lines of which the start and the end have moved. */
    private static void pushEqual(List<Run> runs, Run run, int start, int end) {
        Run moved =
                new Run(
                        run.beforeFrom() + start,
                        run.beforeTo() + end,
                        run.afterFrom() + start,
                        run.afterTo() + end,
                        true);
        if (moved.beforeLength() > 0) {
            push(runs, moved);
        }
    }

    /** Adds a run, as one with the last where both are equal, or both differ. */
    private static void push(List<Run> runs, Run run) {
        if (!runs.isEmpty() && runs.getLast().isEqual() == run.isEqual()) {
            Run last = runs.removeLast();
            runs.add(
                    new Run(
                            last.beforeFrom(),
                            run.beforeTo(),
                            last.afterFrom(),
                            run.afterTo(),
                            run.isEqual()));
        } else {
            runs.add(run);
        }
    }
}
