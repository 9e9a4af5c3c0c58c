package dev.stratoscope.app.view.stack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/** Stacks of more steps than there is room for. */
final class HighStackTest extends StackTest {
    @Test
    void aHighStackScrollsToItsSelection() throws Exception {
        double top =
                onStack(
                        stack -> {
                            stack.setSteps(layers(60));
                            stack.setSelected(0);
                            stack.layout();
                            return middle(stack, 0);
                        });
        assertTrue(top > 0 && top < HEIGHT, "selected at " + top);
    }

    @Test
    void pageKeysGoFartherThanArrows() throws Exception {
        List<Integer> seen =
                onStack(
                        stack -> {
                            stack.setSteps(layers(60));
                            stack.setSelected(0);
                            stack.layout();
                            press(stack, KeyCode.PAGE_UP, false);
                            int up = stack.getSelected();
                            stack.layout();
                            press(stack, KeyCode.PAGE_DOWN, false);
                            return List.of(up, stack.getSelected());
                        });
        assertTrue(seen.getFirst() > 4, "went to " + seen.getFirst());
        assertTrue(seen.getLast() <= 1, "came back to " + seen.getLast());
    }

    /** One picture of a high stack is far below a frame, whatever is selected. */
    @Test
    void aHundredStepsArePaintedWithinAFrame() throws Exception {
        long nanos =
                onStack(
                        stack -> {
                            stack.setSteps(layers(127));
                            long least = Long.MAX_VALUE;
                            for (int i = 0; i < 127; i++) {
                                long begun = System.nanoTime();
                                stack.setSelected(i);
                                stack.layout();
                                least = Math.min(least, System.nanoTime() - begun);
                            }
                            return least;
                        });

        assertTrue(nanos < 16_000_000, nanos + " ns");
    }

    private static List<Step> layers(int count) {
        return IntStream.range(0, count).mapToObj(i -> step(i, i, "RUN", 1000L * i)).toList();
    }
}
