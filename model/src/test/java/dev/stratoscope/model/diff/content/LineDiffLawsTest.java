package dev.stratoscope.model.diff.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.task.Meter;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

final class LineDiffLawsTest {
    private static final int MANY = 100_000;
    private static final Duration SOON = Duration.ofSeconds(3);

    @Test
    void applyingTheRunsToTheOldTextGivesTheNewOne() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            List<String> before = text(random);
            List<String> after = edited(before, random);
            checkWhole(before, after, LineDiff.between(before, after, false, Progress.NONE));
        }
    }

    @Test
    void applyingHoldsHoweverLittleWorkIsAllowed() throws Exception {
        Random random = new Random(2);
        for (int i = 0; i < 1_000; i++) {
            List<String> before = text(random);
            List<String> after = i % 2 == 0 ? text(random) : edited(before, random);
            LineDiff diff = LineDiff.between(before, after, false, i % 40, Progress.NONE);
            checkWhole(before, after, diff);
        }
    }

    @Test
    void swappingTheSidesMirrorsTheRuns() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            List<String> before = text(random);
            List<String> after = i % 2 == 0 ? text(random) : edited(before, random);
            long steps = i % 3 == 0 ? 30 : LineDiff.MOST_STEPS;
            LineDiff there = LineDiff.between(before, after, i % 5 == 0, steps, Progress.NONE);
            LineDiff back = LineDiff.between(after, before, i % 5 == 0, steps, Progress.NONE);
            assertEquals(there.runs(), back.runs().stream().map(Run::mirror).toList());
            assertEquals(there.isCoarse(), back.isCoarse());
        }
    }

    @Test
    void aTextIsEqualToItselfInOneRun() throws Exception {
        List<String> text = text(new Random(4));
        LineDiff diff = LineDiff.between(text, text, false, Progress.NONE);
        assertEquals(List.of(new Run(0, text.size(), 0, text.size(), true)), diff.runs());
        assertEquals(0, diff.changes());
        assertEquals(
                List.of(), LineDiff.between(List.of(), List.of(), false, Progress.NONE).runs());
    }

    @Test
    void asFewLinesAsPossibleDiffer() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            List<String> before = text(random);
            List<String> after = i % 2 == 0 ? text(random) : edited(before, random);
            LineDiff diff = LineDiff.between(before, after, false, Progress.NONE);
            int equal = 0;
            for (Run run : diff.runs()) {
                equal += run.isEqual() ? run.beforeLength() : 0;
            }
            assertEquals(longestCommon(before, after), equal, () -> before + " " + after);
            assertFalse(diff.isCoarse());
        }
    }

    @Test
    void whiteSpaceIsIgnoredWhenAsked() throws Exception {
        List<String> before = List.of("a  b", "\tc", "d ", "e");
        List<String> after = List.of("a b", "c", "d", "f");
        assertEquals(1, LineDiff.between(before, after, false, Progress.NONE).changes());
        LineDiff ignoring = LineDiff.between(before, after, true, Progress.NONE);
        assertEquals(
                List.of(new Run(0, 3, 0, 3, true), new Run(3, 4, 3, 4, false)), ignoring.runs());
    }

    @Test
    void hugeTextsThatHaveNothingOrEverythingInCommonAreQuick() throws Exception {
        List<String> distinct = lines(MANY, i -> "a" + i);
        List<String> others = lines(MANY, i -> "b" + i);
        List<String> same = lines(MANY, i -> "x");
        List<String> fewer = lines(MANY / 2, i -> "x");
        for (List<List<String>> pair :
                List.of(
                        List.of(distinct, others),
                        List.of(distinct, distinct.reversed()),
                        List.of(same, fewer),
                        List.of(distinct, same))) {
            LineDiff diff =
                    assertTimeout(
                            SOON,
                            () -> LineDiff.between(pair.get(0), pair.get(1), false, Progress.NONE));
            checkWhole(pair.get(0), pair.get(1), diff);
        }
    }

    @Test
    void hugeTextsThatAreHardToCompareAreComparedCoarsely() throws Exception {
        Random random = new Random(6);
        List<String> before = lines(MANY, i -> "l" + random.nextInt(3));
        List<String> after = lines(MANY, i -> "l" + random.nextInt(3));
        LineDiff diff =
                assertTimeout(SOON, () -> LineDiff.between(before, after, false, Progress.NONE));
        checkWhole(before, after, diff);
        assertTrue(diff.isCoarse());
    }

    @Test
    void interleavedAndManyTimesEditedTextsKeepWhatStandsOnceInCommon() throws Exception {
        List<String> before = lines(MANY, i -> i % 2 == 0 ? "line " + i : "{");
        List<String> after = lines(MANY, i -> i % 2 == 0 ? "}" : "line " + (i - 1));
        LineDiff diff =
                assertTimeout(SOON, () -> LineDiff.between(before, after, false, Progress.NONE));
        checkWhole(before, after, diff);
        assertTrue(
                diff.runs().stream().filter(Run::isEqual).mapToInt(Run::beforeLength).sum()
                        >= MANY / 2 - 1);
    }

    @Test
    void aCancelledComparisonStops() {
        Meter meter = new Meter("Comparing");
        meter.cancel();
        assertThrows(
                InterruptedIOException.class,
                () -> LineDiff.between(List.of("a"), List.of("b"), false, meter));
    }

    @Test
    void anAddedParagraphBeginsWhereAParagraphBegins() throws Exception {
        List<String> before = List.of("a() {", "  x", "}", "", "c() {", "  y", "}");
        List<String> after =
                List.of("a() {", "  x", "}", "", "b() {", "  x", "}", "", "c() {", "  y", "}");
        LineDiff diff = LineDiff.between(before, after, false, Progress.NONE);
        assertEquals(new Run(4, 4, 4, 8, false), diff.runs().get(1));
    }

    @Test
    void whatWasRemovedMeetsWhatWasAddedInItsPlace() throws Exception {
        List<String> before = List.of("k", "x", "x", "m");
        List<String> after = List.of("k", "x", "n", "m");
        LineDiff diff = LineDiff.between(before, after, false, Progress.NONE);
        assertEquals(
                List.of(
                        new Run(0, 2, 0, 2, true),
                        new Run(2, 3, 2, 3, false),
                        new Run(3, 4, 3, 4, true)),
                diff.runs());
    }

    private static void checkWhole(List<String> before, List<String> after, LineDiff diff) {
        List<String> made = new ArrayList<>();
        int i = 0;
        int j = 0;
        boolean wasEqual = false;
        for (Run run : diff.runs()) {
            assertEquals(i, run.beforeFrom());
            assertEquals(j, run.afterFrom());
            assertTrue((i == 0 && j == 0) || wasEqual != run.isEqual(), () -> "" + diff.runs());
            assertTrue(run.beforeLength() + run.afterLength() > 0);
            made.addAll(
                    run.isEqual()
                            ? before.subList(run.beforeFrom(), run.beforeTo())
                            : after.subList(run.afterFrom(), run.afterTo()));
            wasEqual = run.isEqual();
            i = run.beforeTo();
            j = run.afterTo();
        }
        assertEquals(before.size(), i);
        assertEquals(after.size(), j);
        assertEquals(after, made);
    }

    private static List<String> text(Random random) {
        int symbols = 1 + random.nextInt(8);
        return random.ints(random.nextInt(20), 0, symbols)
                .mapToObj(n -> n == 0 ? "" : " ".repeat(n % 3) + (char) ('a' + n))
                .toList();
    }

    private static List<String> edited(List<String> text, Random random) {
        List<String> edited = new ArrayList<>(text);
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(edited.size() + 1);
            if (random.nextBoolean() || at == edited.size()) {
                edited.addAll(at, text(random).stream().limit(3).toList());
            } else {
                edited.remove(at);
            }
        }
        return edited;
    }

    private static List<String> lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).toList();
    }

    private static int longestCommon(List<String> before, List<String> after) {
        int[][] most = new int[before.size() + 1][after.size() + 1];
        for (int i = 1; i <= before.size(); i++) {
            for (int j = 1; j <= after.size(); j++) {
                most[i][j] =
                        before.get(i - 1).equals(after.get(j - 1))
                                ? most[i - 1][j - 1] + 1
                                : Math.max(most[i - 1][j], most[i][j - 1]);
            }
        }
        return most[before.size()][after.size()];
    }
}
