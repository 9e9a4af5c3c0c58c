package dev.stratoscope.model.diff.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.stratoscope.model.diff.content.LinePairs.Pair;
import dev.stratoscope.model.diff.content.WordDiff.Mark;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

final class WordDiffTest {
    @Test
    void onlyTheWordsThatDifferAreMarked() {
        WordDiff diff = WordDiff.between("worker_connections 768;", "worker_connections 1024;");
        assertEquals(List.of(new Mark(19, 22)), diff.before());
        assertEquals(List.of(new Mark(19, 23)), diff.after());
    }

    @Test
    void marksWithNothingButABlankBetweenThemAreOne() {
        WordDiff diff = WordDiff.between("keep this as it is a b", "keep this as it is c d");
        assertEquals(List.of(new Mark(19, 22)), diff.before());
    }

    @Test
    void linesWithNothingInCommonAreNotMarked() {
        assertEquals(
                new WordDiff(List.of(), List.of()), WordDiff.between("first thing", "(other) {"));
    }

    @Test
    void whatIsNotMarkedIsTheSameOnBothSides() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            String before = line(random);
            String after = line(random);
            WordDiff diff = WordDiff.between(before, after);
            if (!diff.before().isEmpty() || !diff.after().isEmpty()) {
                assertEquals(unmarked(before, diff.before()), unmarked(after, diff.after()));
            }
        }
    }

    @Test
    void linesOfMegabytesAreMarkedAtOnce() {
        String before = "a,".repeat(2_000_000) + "x" + "b;".repeat(2_000_000);
        String after = "a,".repeat(2_000_000) + "yy" + "b;".repeat(2_000_000);
        WordDiff diff = assertTimeout(Duration.ofSeconds(2), () -> WordDiff.between(before, after));
        assertEquals(List.of(new Mark(4_000_000, 4_000_001)), diff.before());
        assertEquals(List.of(new Mark(4_000_000, 4_000_002)), diff.after());
    }

    @Test
    void linesMostAlikeStandSideBySide() {
        assertEquals(
                List.of(new Pair(-1, 0), new Pair(0, 1)),
                LinePairs.of(
                        List.of("# gzip_vary on;"),
                        List.of("gzip_types text/css application/json;", "gzip_vary on;")));
        assertEquals(
                List.of(new Pair(0, 0), new Pair(1, -1)),
                LinePairs.of(List.of("a", "b"), List.of("c")));
    }

    @Test
    void largeBlocksArePairedInTheirOrder() {
        List<String> many = IntStream.range(0, 50_000).mapToObj(i -> "line " + i).toList();
        List<Pair> pairs =
                assertTimeout(
                        Duration.ofSeconds(2), () -> LinePairs.of(many, many.subList(0, 40_000)));
        assertEquals(50_000, pairs.size());
        assertEquals(new Pair(49_999, -1), pairs.getLast());
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            line.append((char) ('a' + random.nextInt(3))).append(random.nextBoolean() ? " " : "=");
        }
        return line.toString();
    }

    private static String unmarked(String line, List<Mark> marks) {
        StringBuilder left = new StringBuilder(line);
        for (Mark mark : marks.reversed()) {
            left.delete(mark.from(), mark.to());
        }
        return left.toString();
    }
}
