package dev.stratoscope.app.view.ribbon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.view.stack.StackLayout;
import dev.stratoscope.app.view.stack.StackLayout.Slot;
import dev.stratoscope.model.compare.StepPair.Reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

/** Laws of two stacks on one scale. */
class TwinLayoutTest {
    private static final double ROUNDING = 1e-6;

    private static long[] sizes(Random random) {
        return random.longs(random.nextInt(40), 0, 1L << (1 + random.nextInt(40)))
                .map(size -> random.nextInt(3) == 0 ? StackLayout.NO_LAYER : size)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void stepsFollowEachOtherUpwardsWithoutOverlap(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            TwinLayout layout = TwinLayout.of(sizes(random), sizes(random), random.nextInt(3000));
            for (Flank flank : Flank.values()) {
                StackLayout stack = layout.stack(flank);
                double above = stack.scratch().y();
                for (Slot slot : stack.slots()) {
                    assertEquals(above - StackLayout.GAP, slot.bottom(), ROUNDING);
                    above = slot.y();
                }
                assertTrue(above >= -ROUNDING, "above the top: " + above);
                assertEquals(layout.height(), stack.scratch().bottom(), ROUNDING);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void bothSidesHaveOneScale(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            long[] before = sizes(random);
            long[] after = sizes(random);
            TwinLayout layout = TwinLayout.of(before, after, random.nextInt(3000));
            double scale = Double.NaN;
            for (Flank flank : Flank.values()) {
                long[] sizes = flank == Flank.BEFORE ? before : after;
                List<Slot> slots = layout.stack(flank).slots();
                for (int i = 0; i < sizes.length; i++) {
                    double height = slots.get(i).height();
                    if (sizes[i] < 0) {
                        assertEquals(StackLayout.EMPTY, height);
                    } else if (height > StackLayout.FLOOR + ROUNDING) {
                        double own = height / sizes[i];
                        scale = Double.isNaN(scale) ? own : scale;
                        assertEquals(scale, own, scale * 1e-9);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theHigherStackFillsTheHeightOrMustScroll(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            double available = random.nextInt(3000);
            TwinLayout layout = TwinLayout.of(sizes(random), sizes(random), available);
            if (!layout.isFloored()) {
                assertEquals(available, layout.height(), ROUNDING);
            }
        }
    }

    @Test
    void floorsThatDoNotFitMakeBothStacksLow() {
        long[] many = new long[127];
        TwinLayout layout = TwinLayout.of(many, new long[] {5_000_000}, 600);
        assertTrue(layout.isFloored());
        assertEquals(127 * (38 + 3) + 26, layout.height());
        assertEquals(38, layout.after().slots().getFirst().height());
    }

    @Test
    void aLargeLayerBesideASmallOneIsOnlyAsMuchHigher() {
        TwinLayout layout = TwinLayout.of(new long[] {100}, new long[] {50}, 429);
        assertEquals(400, layout.before().slots().getFirst().height(), ROUNDING);
        assertEquals(200, layout.after().slots().getFirst().height(), ROUNDING);
    }

    @Test
    void emptyStacksStandOnTheGround() {
        TwinLayout layout = TwinLayout.of(new long[0], new long[] {-1, 0}, 600);
        assertEquals(26 + 19 + 38 + 6, layout.height());
        assertEquals(layout.before().scratch(), layout.after().scratch());
    }

    @Test
    void whereItMustScrollPairsStandLevelWhateverLiesBetween() {
        Twins twins = new Twins();
        for (int i = 0; i < 60; i++) {
            twins.same(Reason.SAME_CHAIN, Twins.layer("RUN", "same " + i, i, 'a'));
            if (i % 3 == 0) {
                twins.added(Twins.layer("RUN", "new " + i, i, 'b'));
            } else {
                twins.deleted(Twins.line("ENV", "old=" + i));
            }
        }
        Braid braid = new Braid(twins.before(), twins.after(), twins.ribbons());
        TwinLayout layout = TwinLayout.of(braid, 600);
        double above = layout.before().scratch().y();
        for (Ribbon ribbon : twins.ribbons()) {
            if (ribbon.pair().isBoth()) {
                Slot left = layout.before().slots().get(ribbon.pair().before());
                assertEquals(left, layout.after().slots().get(ribbon.pair().after()));
                assertTrue(left.bottom() <= above - StackLayout.GAP);
                above = left.y();
            }
        }
        assertEquals(60 * 41 + 20 * 41 + 40 * 22 + 26, layout.height());
    }

    @Test
    void stepsOutOfOrderKeepTheirOrderWhereItMustScroll() {
        Twins twins = new Twins();
        for (int i = 0; i < 30; i++) {
            Twins.add(twins.before(), Twins.layer("RUN", "" + i, 1, 'a'));
            Twins.add(twins.after(), Twins.layer("RUN", "" + (29 - i), 1, 'a'));
            twins.join(29 - i, i, Reason.SAME_LAYER, true, null);
        }
        TwinLayout layout =
                TwinLayout.of(new Braid(twins.before(), twins.after(), twins.ribbons()), 600);
        assertEquals(layout.before().slots(), layout.after().slots());
        assertEquals(30 * 41 + 26, layout.height());
    }

    @Test
    void aLayoutOnItsWayLiesBetween() {
        TwinLayout from = TwinLayout.of(new long[] {100}, new long[] {50}, 429);
        TwinLayout to = TwinLayout.of(new long[] {50}, new long[] {100}, 429);
        assertTrue(from.isLike(to));
        assertFalse(from.isLike(TwinLayout.EMPTY));
        assertEquals(300, from.towards(to, 0.5).after().slots().getFirst().height(), ROUNDING);
    }
}
