package dev.stratoscope.app.view.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.view.stack.StackLayout.Slot;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Laws of the stack's heights, on random images whose seed is the repetition. */
class StackLayoutTest {
    private static final double NEAR = 1e-6;
    private static final int RUNS = 100;

    private static long[] image(Random random) {
        long[] sizes = new long[1 + random.nextInt(30)];
        for (int i = 0; i < sizes.length; i++) {
            boolean empty = random.nextInt(3) == 0;
            sizes[i] = empty ? StackLayout.NO_LAYER : (long) Math.pow(10, random.nextDouble() * 9);
        }
        return sizes;
    }

    private static double floors(long[] sizes) {
        double height = StackLayout.SCRATCH;
        for (long size : sizes) {
            height += StackLayout.GAP + (size < 0 ? StackLayout.EMPTY : StackLayout.FLOOR);
        }
        return height;
    }

    private static boolean hasLayer(long[] sizes) {
        return Arrays.stream(sizes).anyMatch(size -> size >= 0);
    }

    @RepeatedTest(RUNS)
    void fillsTheHeightOrStandsOnItsFloors(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        long[] sizes = image(random);
        double available = random.nextInt(1600);
        StackLayout layout = StackLayout.of(sizes, available, random.nextBoolean());
        double least = floors(sizes);
        double expected = hasLayer(sizes) ? Math.max(available, least) : least;
        assertEquals(expected, layout.height(), NEAR);
    }

    @RepeatedTest(RUNS)
    void keepsFloorsGapsAndOrder(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        long[] sizes = image(random);
        StackLayout layout = StackLayout.of(sizes, random.nextInt(1600), false);
        List<Slot> downwards = new ArrayList<>(layout.slots().reversed());
        downwards.add(layout.scratch());
        for (int i = 1; i < downwards.size(); i++) {
            double gap = downwards.get(i).y() - downwards.get(i - 1).bottom();
            assertEquals(StackLayout.GAP, gap, NEAR);
        }
        for (int i = 0; i < sizes.length; i++) {
            double height = layout.slots().get(i).height();
            if (sizes[i] < 0) {
                assertEquals(StackLayout.EMPTY, height, NEAR);
            } else {
                assertTrue(height >= StackLayout.FLOOR);
            }
        }
    }

    @RepeatedTest(RUNS)
    void aLargerLayerIsNeverLower(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        long[] sizes = image(random);
        StackLayout layout = StackLayout.of(sizes, random.nextInt(2000), false);
        for (int i = 0; i < sizes.length; i++) {
            for (int j = 0; j < sizes.length; j++) {
                if (sizes[i] >= 0 && sizes[j] >= sizes[i]) {
                    double lower = layout.slots().get(i).height();
                    assertTrue(layout.slots().get(j).height() >= lower - NEAR);
                }
            }
        }
    }

    @RepeatedTest(RUNS)
    void aboveTheFloorHeightIsProportionalToSize(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        long[] sizes = image(random);
        StackLayout layout = StackLayout.of(sizes, 1500, false);
        double scale = Double.NaN;
        for (int i = 0; i < sizes.length; i++) {
            double height = layout.slots().get(i).height();
            if (sizes[i] >= 0 && height > StackLayout.FLOOR) {
                double own = height / sizes[i];
                scale = Double.isNaN(scale) ? own : scale;
                assertEquals(1, own / scale, NEAR);
            }
        }
    }

    @RepeatedTest(RUNS)
    void everySlotIsFoundAtItsMiddle(RepetitionInfo run) {
        long[] sizes = image(new Random(run.getCurrentRepetition()));
        StackLayout layout = StackLayout.of(sizes, 700, false);
        for (int i = 0; i < sizes.length; i++) {
            assertEquals(i, layout.at(layout.slots().get(i).middle()));
            assertEquals(i, layout.nearest(layout.slots().get(i).middle()));
        }
        assertEquals(-1, layout.at(-10));
        assertEquals(sizes.length - 1, layout.nearest(-10));
        assertEquals(0, layout.nearest(layout.height() + 10));
    }

    @Test
    void evenLayersAreAlike() {
        StackLayout layout = StackLayout.of(new long[] {1_000_000, -1, 5, 70}, 600, true);
        double height = layout.slots().getFirst().height();
        assertEquals(height, layout.slots().get(2).height(), NEAR);
        assertEquals(height, layout.slots().get(3).height(), NEAR);
        assertEquals(600, layout.height(), NEAR);
    }

    @Test
    void layersWithoutBytesShareEvenly() {
        StackLayout layout = StackLayout.of(new long[] {0, 0}, 400, false);
        assertEquals(layout.slots().getFirst().height(), layout.slots().getLast().height(), NEAR);
        assertEquals(400, layout.height(), NEAR);
    }

    @Test
    void nothingStandsOnTheGround() {
        StackLayout layout = StackLayout.of(new long[0], 500, false);
        assertEquals(StackLayout.SCRATCH, layout.height(), NEAR);
        assertEquals(-1, layout.nearest(3));
    }

    @Test
    void halfWayLiesBetween() {
        long[] sizes = {100, 300};
        StackLayout sized = StackLayout.of(sizes, 600, false);
        StackLayout even = StackLayout.of(sizes, 600, true);
        double between = sized.towards(even, 0.5).slots().getFirst().height();
        double low = sized.slots().getFirst().height();
        assertEquals((low + even.slots().getFirst().height()) / 2, between, NEAR);
    }
}
