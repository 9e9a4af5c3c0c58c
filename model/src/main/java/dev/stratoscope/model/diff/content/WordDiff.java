package dev.stratoscope.model.diff.content;

import dev.stratoscope.model.task.Progress;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which words of two lines differ. Of lines that have next to nothing in common no word is marked.
 * Immutable.
 *
 * @param before what the old line alone has, in its order
 * @param after what the new line alone has, in its order
 */
public record WordDiff(List<Mark> before, List<Mark> after) {
    private static final WordDiff NOTHING = new WordDiff(List.of(), List.of());

    /** Of longer lines only what they begin and end with alike is left out of the marks. */
    private static final int LONGEST = 4_000;

    private static final long MOST_STEPS = 200_000;

    /** Copies the lists. */
    public WordDiff {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * A piece of a line.
     *
     * @param from where it begins, in characters
     * @param to where it ends, exclusive
     */
    public record Mark(int from, int to) {}

    /**
     * Compares two lines, in time that grows with their lengths alone.
     *
     * @param before the old line, without its end
     * @param after the new line, without its end
     */
    public static WordDiff between(String before, String after) {
        if (Math.max(before.length(), after.length()) > LONGEST) {
            return edges(before, after);
        }
        List<String> old = words(before);
        List<String> now = words(after);
        Map<String, Integer> known = new HashMap<>();
        int[] oldNumbers = number(old, known);
        int[] nowNumbers = number(now, known);
        List<Run> runs;
        try {
            runs =
                    Matching.of(oldNumbers, nowNumbers, known.size(), MOST_STEPS, Progress.NONE)
                            .runs();
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
            return NOTHING;
        }
        return isAlike(runs, old, before, after) ? marks(runs, old, now) : NOTHING;
    }

    /** A line as words, white space, and single other characters. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int from = 0;
        while (from < line.length()) {
            int to = from + 1;
            int kind = kind(line.charAt(from));
            while (to < line.length() && kind != 0 && kind(line.charAt(to)) == kind) {
                to++;
            }
            words.add(line.substring(from, to));
            from = to;
        }
        return words;
    }

    private static int kind(char c) {
        if (Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c)) {
            return 1;
        }
        return Character.isWhitespace(c) ? 2 : 0;
    }

    private static int[] number(List<String> words, Map<String, Integer> known) {
        return words.stream()
                .mapToInt(word -> known.computeIfAbsent(word, any -> known.size()))
                .toArray();
    }

    /** Whether at least a quarter of the longer line is on both, white space aside. */
    private static boolean isAlike(List<Run> runs, List<String> old, String before, String after) {
        long common = 0;
        for (Run run : runs) {
            for (int i = run.beforeFrom(); run.isEqual() && i < run.beforeTo(); i++) {
                common += old.get(i).isBlank() ? 0 : old.get(i).length();
            }
        }
        return common * 4 >= Math.max(before.strip().length(), after.strip().length());
    }

    private static WordDiff marks(List<Run> runs, List<String> old, List<String> now) {
        List<Mark> before = new ArrayList<>();
        List<Mark> after = new ArrayList<>();
        int x = 0;
        int y = 0;
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            int oldLength = length(old, run.beforeFrom(), run.beforeTo());
            int nowLength = length(now, run.afterFrom(), run.afterTo());
            boolean between = i > 0 && i + 1 < runs.size();
            boolean blank =
                    String.join("", old.subList(run.beforeFrom(), run.beforeTo())).isBlank();
            // White space alone between two marks would only make them hard to read.
            if (!run.isEqual() || (between && blank)) {
                mark(before, x, x + oldLength);
                mark(after, y, y + nowLength);
            }
            x += oldLength;
            y += nowLength;
        }
        return new WordDiff(before, after);
    }

    private static void mark(List<Mark> marks, int from, int to) {
        if (from == to) {
            return;
        }
        boolean joins = !marks.isEmpty() && marks.getLast().to() == from;
        marks.add(joins ? new Mark(marks.removeLast().from(), to) : new Mark(from, to));
    }

    private static int length(List<String> words, int from, int to) {
        int length = 0;
        for (String word : words.subList(from, to)) {
            length += word.length();
        }
        return length;
    }

    private static WordDiff edges(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int head = 0;
        while (head < shorter && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.charAt(before.length() - 1 - tail)
                        == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        List<Mark> old = new ArrayList<>();
        List<Mark> now = new ArrayList<>();
        mark(old, head, before.length() - tail);
        mark(now, head, after.length() - tail);
        return new WordDiff(old, now);
    }
}
