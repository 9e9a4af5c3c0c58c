package dev.stratoscope.app.view.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** A second thumb, which another step is compared by. */
final class StackComparisonTest extends StackTest {
    @Test
    void shiftMovesASecondThumbThatComparesByKeyAndByWheel() throws Exception {
        List<Integer> seen =
                onStack(
                        stack -> {
                            stack.setSelected(3);
                            List<Integer> walk = new ArrayList<>();
                            shiftPress(stack, KeyCode.DOWN);
                            walk.add(stack.getCompared());
                            shiftPress(stack, KeyCode.DOWN);
                            walk.add(stack.getCompared());
                            wheel(stack, 80, true);
                            walk.add(stack.getCompared());
                            assertEquals(Scope.COMPARED_WITH, stack.getScope());
                            walk.add(stack.getSelected());
                            return walk;
                        });
        assertEquals(List.of(2, 1, 4, 3), seen, "it passes over the first thumb");
    }

    @Test
    void aClickWithTheShortcutKeyComparesAndEscapeReturns() throws Exception {
        LayerStack stack =
                onStack(
                        made -> {
                            made.setSelected(3);
                            made.setScope(Scope.THIS_LAYER);
                            click(made, 100, middle(made, 0), 1, true);
                            assertEquals(Scope.COMPARED_WITH, made.getScope());
                            assertEquals(0, made.other());
                            press(made, KeyCode.ESCAPE, false);
                            return made;
                        });
        assertEquals(Scope.THIS_LAYER, stack.getScope());
        assertEquals(3, stack.getSelected());
        assertEquals(-1, stack.other());
    }

    @Test
    void aComparisonBegunElsewhereTakesTheLayerBelow() throws Exception {
        List<Integer> seen =
                onStack(
                        stack -> {
                            List<Integer> others = new ArrayList<>();
                            for (int here : new int[] {4, 0}) {
                                stack.setScope(Scope.UP_TO_HERE);
                                stack.setSelected(here);
                                stack.setCompared(-1);
                                stack.setScope(Scope.COMPARED_WITH);
                                others.add(stack.other());
                            }
                            return others;
                        });
        assertEquals(List.of(3, 3), seen, "the lowest is compared with the one above");
    }

    @Test
    void draggingTheSecondThumbLeavesTheFirst() throws Exception {
        List<Integer> seen =
                onStack(
                        stack -> {
                            stack.setSelected(3);
                            stack.setCompared(0);
                            stack.setScope(Scope.COMPARED_WITH);
                            click(stack, 24, middle(stack, 0), 1);
                            return List.of(stack.getSelected(), stack.getCompared());
                        });
        assertEquals(List.of(3, 0), seen);
    }
}
