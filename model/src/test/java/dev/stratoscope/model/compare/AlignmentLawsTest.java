package dev.stratoscope.model.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What holds for the steps of every two images. */
class AlignmentLawsTest {
    private static final int SEEDS = 3_000;

    /**
     * A step by what it says and makes.
     *
     * @param tar the name of its layer; empty for none
     */
    private record Made(String createdBy, String tar) {}

    @Test
    void anImageIsAlignedWithItselfStepByStep() throws IOException {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<ImageStep> steps = steps(any(new Random(seed)));
            List<StepPair> pairs = Alignment.of(steps, steps, Progress.NONE).pairs();
            assertEquals(steps.size(), pairs.size(), "seed " + seed);
            for (int at = 0; at < pairs.size(); at++) {
                assertEquals(at, pairs.get(at).before(), "seed " + seed);
                assertEquals(at, pairs.get(at).after(), "seed " + seed);
                assertTrue(
                        steps.get(at).layer() < 0 || pairs.get(at).isSameLayer(), "seed " + seed);
            }
        }
    }

    @Test
    void everyStepIsInExactlyOnePairInTheOrderOfTheNewSide() throws IOException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<ImageStep> before = steps(any(random));
            List<ImageStep> after = steps(any(random));
            List<StepPair> pairs = Alignment.of(before, after, Progress.NONE).pairs();
            assertEquals(
                    IntStream.range(0, after.size()).boxed().toList(),
                    pairs.stream().map(StepPair::after).filter(at -> at >= 0).toList(),
                    "seed " + seed);
            assertEquals(
                    IntStream.range(0, before.size()).boxed().toList(),
                    pairs.stream().map(StepPair::before).filter(at -> at >= 0).sorted().toList(),
                    "seed " + seed);
            for (StepPair pair : pairs) {
                assertEquals(pair.isBoth(), pair.reason() != StepPair.Reason.NONE, "seed " + seed);
            }
        }
    }

    @Test
    void swappingTheSidesSwapsThePairs() throws IOException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            checkSwapped(steps(any(random)), steps(any(random)), "seed " + seed);
        }
    }

    @Test
    void swappingTheSidesSwapsThePairsThatFilesTell() throws IOException {
        long alike = 0;
        for (long seed = 0; seed < SEEDS / 10; seed++) {
            Random random = new Random(seed);
            List<ImageStep> before = filled(random);
            List<ImageStep> after = filled(random);
            alike += checkSwapped(before, after, "seed " + seed);
        }
        assertTrue(alike > SEEDS / 10, alike + " pairs");
    }

    /** Gives the number of pairs that were found by likeness. */
    private static long checkSwapped(List<ImageStep> before, List<ImageStep> after, String seed)
            throws IOException {
        Set<StepPair> there = Set.copyOf(Alignment.of(before, after, Progress.NONE).pairs());
        Set<StepPair> back =
                Alignment.of(after, before, Progress.NONE).pairs().stream()
                        .map(AlignmentLawsTest::swapped)
                        .collect(Collectors.toSet());
        assertEquals(there, back, seed);
        return there.stream().filter(pair -> pair.reason() == StepPair.Reason.ALIKE).count();
    }

    @Test
    void whatIsInsertedTakenOutOrSwappedLeavesAllOthersInTheirPairs() throws IOException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<Made> before = distinct(random);
            List<Made> after = new ArrayList<>(before);
            for (int edits = random.nextInt(1, 5); edits > 0; edits--) {
                edit(after, random, edits);
            }
            List<StepPair> pairs = Alignment.of(steps(before), steps(after), Progress.NONE).pairs();
            Set<Made> kept = new HashSet<>(before);
            kept.retainAll(after);
            Set<Made> paired = new HashSet<>();
            for (StepPair pair : pairs) {
                if (pair.isBoth() && before.get(pair.before()).equals(after.get(pair.after()))) {
                    paired.add(before.get(pair.before()));
                }
            }
            assertEquals(kept, paired, "seed " + seed);
        }
    }

    private static StepPair swapped(StepPair pair) {
        return new StepPair(/* before= */ pair.after(), /* after= */ pair.before(), pair.reason());
    }

    private static void edit(List<Made> steps, Random random, int number) {
        int at = random.nextInt(steps.size());
        switch (random.nextInt(3)) {
            case 0 -> steps.add(at, new Made("RUN edit " + number, "edit" + number));
            case 1 -> steps.remove(at);
            default -> Collections.swap(steps, at, random.nextInt(steps.size()));
        }
    }

    /** Steps that can all be told from one another. */
    private static List<Made> distinct(Random random) {
        List<Made> steps = new ArrayList<>();
        for (int i = random.nextInt(6, 40); i > 0; i--) {
            steps.add(
                    random.nextInt(3) == 0
                            ? new Made("ENV A" + i + "=1", "")
                            : new Made("COPY a" + i + " b" + i, "tar" + i));
        }
        return steps;
    }

    /** Steps of which many say the same or make the same. */
    private static List<Made> any(Random random) {
        List<Made> steps = new ArrayList<>();
        for (int i = random.nextInt(0, 25); i > 0; i--) {
            int one = random.nextInt(6);
            steps.add(
                    switch (random.nextInt(5)) {
                        case 0 -> new Made("ENV A" + one % 2 + "=" + one, "");
                        case 1 -> new Made("RUN make this and that " + one, "tar" + one);
                        case 2 -> new Made("", random.nextBoolean() ? "" : "tar" + one);
                        case 3 -> new Made("WORKDIR /" + one, one % 2 == 0 ? "" : "empty");
                        default -> new Made("COPY a" + one + " /", "tar" + random.nextInt(9));
                    });
        }
        return steps;
    }

    /** Layers whose files lie at few places and hold few things. */
    private static List<ImageStep> filled(Random random) throws IOException {
        TestSteps steps = new TestSteps();
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            TestImage.Layer layer = TestImage.layer();
            String folder = "d" + random.nextInt(4);
            for (int file = random.nextInt(1, 6); file > 0; file--) {
                layer.file(folder + "/" + file, "content " + random.nextInt(8));
            }
            steps.layer(random.nextBoolean() ? "" : "COPY a /" + folder + " " + i, layer);
        }
        return steps.list();
    }

    private static List<ImageStep> steps(List<Made> made) {
        TestSteps steps = new TestSteps();
        for (Made one : made) {
            if (one.tar.isEmpty()) {
                steps.empty(one.createdBy);
            } else {
                steps.layer(one.createdBy, one.tar);
            }
        }
        return steps.list();
    }
}
