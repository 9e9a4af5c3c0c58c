package dev.stratoscope.model.diff.content;

import dev.stratoscope.model.task.Progress;

import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the lines of two versions of a text differ. Small texts are compared so that as few lines as
 * possible differ; large ones as well as a bounded amount of work allows. Immutable; safe for use
 * by many threads.
 */
public final class LineDiff {
    /** About how many steps of work a comparison takes at most: a fraction of a second. */
    public static final long MOST_STEPS = 40_000_000;

    private final List<Run> runs;
    private final boolean coarse;

    private LineDiff(List<Run> runs, boolean coarse) {
        this.runs = List.copyOf(runs);
        this.coarse = coarse;
    }

    /**
     * Compares two texts.
     *
     * @param before the lines of the old version, without their ends
     * @param after those of the new version
     * @param ignoreWhiteSpace whether lines count as equal that differ in white space alone
     * @throws InterruptedIOException when cancelled
     */
    public static LineDiff between(
            List<String> before, List<String> after, boolean ignoreWhiteSpace, Progress progress)
            throws InterruptedIOException {
        return between(before, after, ignoreWhiteSpace, MOST_STEPS, progress);
    }

    /**
     * As the other, with another limit.
     *
     * @param mostSteps about how many steps of work are allowed; passing over the lines is free
     */
    public static LineDiff between(
            List<String> before,
            List<String> after,
            boolean ignoreWhiteSpace,
            long mostSteps,
            Progress progress)
            throws InterruptedIOException {
        Map<String, Integer> known = new HashMap<>();
        int[] old = number(before, ignoreWhiteSpace, known, progress);
        int[] now = number(after, ignoreWhiteSpace, known, progress);
        if (isSwapped(before, old, after, now, ignoreWhiteSpace)) {
            LineDiff mirrored = of(now, after, old, before, known.size(), mostSteps, progress);
            return new LineDiff(mirrored.runs.stream().map(Run::mirror).toList(), mirrored.coarse);
        }
        return of(old, before, now, after, known.size(), mostSteps, progress);
    }

    /**
     * The whole of both texts, as stretches that are equal and that differ in turn; no lines, no
     * runs.
     */
    public List<Run> runs() {
        return runs;
    }

    /** How many runs differ. */
    public int changes() {
        return (int) runs.stream().filter(run -> !run.isEqual()).count();
    }

    /** Whether lines count as different that were not compared, since it would have taken long. */
    public boolean isCoarse() {
        return coarse;
    }

    private static LineDiff of(
            int[] old,
            List<String> before,
            int[] now,
            List<String> after,
            int symbols,
            long mostSteps,
            Progress progress)
            throws InterruptedIOException {
        Matching.Result found = Matching.of(old, now, symbols, mostSteps, progress);
        List<Run> settled = new Sliding(old, before, now, after).settle(found.runs());
        return new LineDiff(settled, found.isCoarse());
    }

    private static int[] number(
            List<String> lines, boolean ignoreWhiteSpace, Map<String, Integer> known, Progress to)
            throws InterruptedIOException {
        int[] numbers = new int[lines.size()];
        int i = 0;
        for (String line : lines) {
            if (i % 4096 == 0) {
                to.advance(0);
            }
            String key = ignoreWhiteSpace ? withoutWhiteSpace(line) : line;
            Integer number = known.putIfAbsent(key, known.size());
            numbers[i++] = number == null ? known.size() - 1 : number;
        }
        return numbers;
    }

    private static String withoutWhiteSpace(String line) {
        StringBuilder kept = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            if (!Character.isWhitespace(line.charAt(i))) {
                kept.append(line.charAt(i));
            }
        }
        return kept.length() == line.length() ? line : kept.toString();
    }

    /** Whichever side comes first, one order is compared, so that the other is its mirror image. */
    private static boolean isSwapped(
            List<String> before, int[] old, List<String> after, int[] now, boolean ignore) {
        int shorter = Math.min(old.length, now.length);
        for (int i = 0; i < shorter; i++) {
            if (old[i] != now[i]) {
                String one = ignore ? withoutWhiteSpace(before.get(i)) : before.get(i);
                String other = ignore ? withoutWhiteSpace(after.get(i)) : after.get(i);
                return one.compareTo(other) > 0;
            }
        }
        return old.length > now.length;
    }
}
