package dev.stratoscope.app.view.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.diff.ChangeCounts;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** The writable layer of a container on top of its image's steps, and the place for one. */
class WritableLayerTest extends StackTest {

    private static LayerStack written() {
        LayerStack stack = stack();
        List<Step> steps = new ArrayList<>(stack.getSteps());
        ChangeCounts counts = new ChangeCounts(6, 1, 6, 1);
        String paths = "14 paths since 21:02:51";
        steps.add(Step.writable(2, 39_100_000, paths, counts, "live, last write 2 s ago", true));
        stack.setSteps(steps);
        stack.layout();
        return stack;
    }

    @Test
    void aWritableLayerHasItsHeightWhateverItsSize() throws Exception {
        double height = onStack(_ -> written().geometry().layout().slots().getLast().height());
        assertEquals(StackLayout.WRITABLE, height);
    }

    @Test
    void theWholeImageEndsBelowTheWritableLayer() throws Exception {
        int here =
                onStack(
                        _ -> {
                            LayerStack stack = written();
                            stack.setSelected(0);
                            stack.setScope(Scope.WHOLE_IMAGE);
                            return stack.here();
                        });
        assertEquals(4, here);
    }

    @Test
    void aWritableLayerSaysWhatItHoldsAndThatItLives() throws Exception {
        String spoken =
                onStack(
                        _ -> {
                            LayerStack stack = written();
                            press(stack, KeyCode.END, false);
                            return String.valueOf(
                                    stack.queryAccessibleAttribute(AccessibleAttribute.TEXT));
                        });
        assertEquals(
                "Layers, Writable layer, 39 megabytes, 14 paths since 21:02:51, 6 added,"
                        + " 1 modified, 6 with new metadata, 1 deleted, live, last write 2 s ago",
                spoken);
    }

    @Test
    void aClickOnThePlaceOfAWritableLayerRunsTheImageAndSelectsNothing() throws Exception {
        List<String> ran = new ArrayList<>();
        int selected =
                onStack(
                        stack -> {
                            stack.setSelected(1);
                            stack.setGhost(() -> ran.add("run"));
                            stack.layout();
                            click(stack, 100, middle(stack, 5), 1);
                            press(stack, KeyCode.R, false);
                            return stack.getSelected();
                        });
        assertEquals(List.of("run", "run"), ran);
        assertEquals(1, selected);
    }

    @Test
    void thePlaceOfAWritableLayerIsReadAloudAndCanBeTakenAway() throws Exception {
        List<Integer> counts = new ArrayList<>();
        String spoken =
                onStack(
                        stack -> {
                            stack.setGhost(() -> {});
                            stack.layout();
                            counts.add(count(stack));
                            Node item =
                                    (Node)
                                            stack.queryAccessibleAttribute(
                                                    AccessibleAttribute.ITEM_AT_INDEX, 5);
                            String words =
                                    String.valueOf(
                                            item.queryAccessibleAttribute(
                                                    AccessibleAttribute.TEXT));
                            stack.setGhost(null);
                            counts.add(count(stack));
                            return words;
                        });
        assertEquals(Speech.GHOST, spoken);
        assertEquals(List.of(6, 5), counts);
    }

    private static int count(LayerStack stack) {
        return (Integer) stack.queryAccessibleAttribute(AccessibleAttribute.ITEM_COUNT);
    }
}
