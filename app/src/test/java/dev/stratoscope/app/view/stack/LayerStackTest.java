package dev.stratoscope.app.view.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.resources.Theme;

import javafx.scene.AccessibleAttribute;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Keys, clicks and what a screen reader meets, on JavaFX's headless platform. */
class LayerStackTest extends StackTest {

    @Test
    void arrowsWalkTheStepsAndStopAtTheEnds() throws Exception {
        List<Integer> seen =
                onStack(
                        stack -> {
                            List<Integer> walk = new ArrayList<>();
                            stack.selectedProperty()
                                    .subscribe((old, now) -> walk.add(now.intValue()));
                            press(stack, KeyCode.END, false);
                            press(stack, KeyCode.UP, false);
                            press(stack, KeyCode.DOWN, false);
                            press(stack, KeyCode.HOME, false);
                            press(stack, KeyCode.DOWN, false);
                            return walk;
                        });
        assertEquals(List.of(4, 3, 0), seen);
    }

    @Test
    void controlArrowsStopAtLayersOnly() throws Exception {
        int selected =
                onStack(
                        stack -> {
                            stack.setSelected(0);
                            press(stack, KeyCode.UP, true);
                            press(stack, KeyCode.UP, true);
                            return stack.getSelected();
                        });
        assertEquals(3, selected);
    }

    @Test
    void aClickSelectsAndLeavesTheWholeImage() throws Exception {
        LayerStack stack =
                onStack(
                        made -> {
                            made.setScope(Scope.WHOLE_IMAGE);
                            click(made, 100, middle(made, 2), 1);
                            return made;
                        });
        assertEquals(2, stack.getSelected());
        assertEquals(Scope.UP_TO_HERE, stack.getScope());
    }

    @Test
    void aDoubleClickAsksForOneLayer() throws Exception {
        List<Integer> asked = new ArrayList<>();
        LayerStack stack =
                onStack(
                        made -> {
                            made.onLayerOnly(asked::add);
                            click(made, 100, middle(made, 3), 2);
                            return made;
                        });
        assertEquals(List.of(3), asked);
        assertEquals(Scope.THIS_LAYER, stack.getScope());
    }

    @Test
    void theLaneScrubs() throws Exception {
        int selected =
                onStack(
                        stack -> {
                            click(stack, 24, middle(stack, 1) + 1, 1);
                            return stack.getSelected();
                        });
        assertEquals(1, selected);
    }

    @Test
    void spaceTogglesBetweenThisLayerAndUpToHere() throws Exception {
        List<Scope> scopes =
                onStack(
                        stack -> {
                            List<Scope> seen = new ArrayList<>();
                            press(stack, KeyCode.SPACE, false);
                            seen.add(stack.getScope());
                            press(stack, KeyCode.SPACE, false);
                            seen.add(stack.getScope());
                            return seen;
                        });
        assertEquals(List.of(Scope.THIS_LAYER, Scope.UP_TO_HERE), scopes);
    }

    @Test
    void theSelectedStepIsSpokenInWords() throws Exception {
        Object text =
                onStack(
                        stack -> {
                            stack.setSelected(3);
                            return stack.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                        });
        assertEquals(
                "Layers, Layer 1 of 2, RUN do 3, 93 megabytes, 312 added, 1 with new metadata",
                text);
    }

    @ParameterizedTest
    @EnumSource
    void theStyleSheetsGiveEveryColour(Theme theme) throws Exception {
        List<StackInk> without =
                onStack(
                        stack -> {
                            stack.getScene().getStylesheets().setAll(theme.stylesheets());
                            stack.applyCss();
                            return Stream.of(StackInk.values())
                                    .filter(ink -> stack.colors().get(ink).equals(Color.GRAY))
                                    .toList();
                        });
        assertEquals(List.of(), without);
    }

    @Test
    void fewerStepsPullTheSelectionDown() throws Exception {
        int selected =
                onStack(
                        stack -> {
                            stack.setSelected(4);
                            stack.setSteps(List.of(step(0, 0, "ADD", 5)));
                            return stack.getSelected();
                        });
        assertEquals(0, selected);
    }

    @Test
    void aNotchOfTheWheelIsAStepAndSmallMovesAddUp() throws Exception {
        List<Integer> seen =
                onStack(
                        stack -> {
                            stack.setSelected(1);
                            List<Integer> walk = new ArrayList<>();
                            for (double pixels : new double[] {40, 15, 15, 15, -10, -40, -120}) {
                                wheel(stack, pixels, false);
                                walk.add(stack.getSelected());
                            }
                            return walk;
                        });
        assertEquals(List.of(2, 2, 2, 3, 3, 2, 0), seen);
    }

    @Test
    void pillsAreSpoken() throws Exception {
        String text =
                onStack(
                        stack -> {
                            Pill pill = new Pill("in 5 images", "Also in a, b, c and d");
                            stack.setStep(0, stack.getSteps().getFirst().withPills(List.of(pill)));
                            stack.setSelected(0);
                            return (String)
                                    stack.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                        });
        assertTrue(text.endsWith("1 with new metadata, in 5 images"), text);
    }
}
