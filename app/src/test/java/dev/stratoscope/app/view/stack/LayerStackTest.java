package dev.stratoscope.app.view.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.resources.Theme;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** Keys, clicks and what a screen reader meets, on JavaFX's headless platform. */
class LayerStackTest {
    private static final double WIDTH = 312;
    private static final double HEIGHT = 600;

    @BeforeAll
    static void start() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException e) {
            // Another test has started it.
        }
        Platform.setImplicitExit(false);
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    private static Step step(int history, int layer, String keyword, long size) {
        return new Step(
                history,
                layer,
                keyword,
                "do " + history,
                "",
                size,
                false,
                0,
                layer < 0 ? "" : "sha256:00112233445566778899",
                layer < 0 ? null : new ChangeCounts(312, 0, 1, 0),
                List.of(),
                List.of(),
                Step.State.READY,
                1,
                "");
    }

    /** Base, two empty steps, a layer, an empty step. */
    private static LayerStack stack() {
        LayerStack stack = new LayerStack(bytes -> bytes / 1_000_000 + " MB");
        new Scene(stack, WIDTH, HEIGHT);
        stack.setSteps(
                List.of(
                        step(0, 0, "ADD", 130_000_000),
                        step(1, -1, "ENV", 0),
                        step(2, -1, "ENV", 0),
                        step(3, 1, "RUN", 93_000_000),
                        step(4, -1, "CMD", 0)));
        stack.resize(WIDTH, HEIGHT);
        stack.layout();
        return stack;
    }

    private static void press(LayerStack stack, KeyCode code, boolean control) {
        Event.fireEvent(
                stack,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    private static void shiftPress(LayerStack stack, KeyCode code) {
        Event.fireEvent(
                stack, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, true, false, false, false));
    }

    /** Turns the wheel by so many pixels of 40 a notch. */
    private static void wheel(LayerStack stack, double pixels, boolean shift) {
        Event.fireEvent(
                stack,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        100,
                        100,
                        100,
                        100,
                        shift,
                        false,
                        false,
                        false,
                        false,
                        false,
                        shift ? pixels : 0,
                        shift ? 0 : pixels,
                        0,
                        0,
                        40,
                        40,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private static void click(LayerStack stack, double x, double y, int count) {
        click(stack, x, y, count, false);
    }

    private static void click(LayerStack stack, double x, double y, int count, boolean shortcut) {
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_CLICKED)) {
            Event.fireEvent(
                    stack,
                    new MouseEvent(
                            type,
                            x,
                            y,
                            x,
                            y,
                            MouseButton.PRIMARY,
                            count,
                            false,
                            shortcut,
                            false,
                            false,
                            true,
                            false,
                            false,
                            false,
                            false,
                            true,
                            null));
        }
    }

    private static double middle(LayerStack stack, int index) {
        Geometry geometry = stack.geometry();
        return geometry.layout().slots().get(index).middle() + geometry.shift();
    }

    @Test
    void arrowsWalkTheStepsAndStopAtTheEnds() throws Exception {
        List<Integer> seen =
                onFx(
                        () -> {
                            LayerStack stack = stack();
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
                onFx(
                        () -> {
                            LayerStack stack = stack();
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
                onFx(
                        () -> {
                            LayerStack made = stack();
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
                onFx(
                        () -> {
                            LayerStack made = stack();
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
                onFx(
                        () -> {
                            LayerStack stack = stack();
                            click(stack, 24, middle(stack, 1) + 1, 1);
                            return stack.getSelected();
                        });
        assertEquals(1, selected);
    }

    @Test
    void spaceTogglesBetweenThisLayerAndUpToHere() throws Exception {
        List<Scope> scopes =
                onFx(
                        () -> {
                            LayerStack stack = stack();
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
                onFx(
                        () -> {
                            LayerStack stack = stack();
                            stack.setSelected(3);
                            return stack.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                        });
        assertEquals(
                "Layers, Layer 1 of 2, RUN do 3, 93 megabytes, 312 added, 1 with new metadata",
                text);
    }

    @Test
    void aHighStackScrollsToItsSelection() throws Exception {
        double top =
                onFx(
                        () -> {
                            LayerStack stack = stack();
                            List<Step> steps = new ArrayList<>();
                            for (int i = 0; i < 60; i++) {
                                steps.add(step(i, i, "RUN", 10));
                            }
                            stack.setSteps(steps);
                            stack.setSelected(0);
                            stack.layout();
                            return middle(stack, 0);
                        });
        assertTrue(top > 0 && top < HEIGHT, "selected at " + top);
    }

    @ParameterizedTest
    @EnumSource
    void theStyleSheetsGiveEveryColour(Theme theme) throws Exception {
        List<StackInk> without =
                onFx(
                        () -> {
                            LayerStack stack = stack();
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
                onFx(
                        () -> {
                            LayerStack stack = stack();
                            stack.setSelected(4);
                            stack.setSteps(List.of(step(0, 0, "ADD", 5)));
                            return stack.getSelected();
                        });
        assertEquals(0, selected);
    }

    @Test
    void aNotchOfTheWheelIsAStepAndSmallMovesAddUp() throws Exception {
        List<Integer> seen =
                onFx(
                        () -> {
                            LayerStack stack = stack();
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
    void shiftMovesASecondThumbThatComparesByKeyAndByWheel() throws Exception {
        List<Integer> seen =
                onFx(
                        () -> {
                            LayerStack stack = stack();
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
                onFx(
                        () -> {
                            LayerStack made = stack();
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
                onFx(
                        () -> {
                            LayerStack stack = stack();
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
                onFx(
                        () -> {
                            LayerStack stack = stack();
                            stack.setSelected(3);
                            stack.setCompared(0);
                            stack.setScope(Scope.COMPARED_WITH);
                            click(stack, 24, middle(stack, 0), 1);
                            return List.of(stack.getSelected(), stack.getCompared());
                        });
        assertEquals(List.of(3, 0), seen);
    }

    @Test
    void pageKeysGoFartherThanArrows() throws Exception {
        List<Integer> seen =
                onFx(
                        () -> {
                            LayerStack stack = stack();
                            List<Step> steps = new ArrayList<>();
                            for (int i = 0; i < 60; i++) {
                                steps.add(step(i, i, "RUN", 10));
                            }
                            stack.setSteps(steps);
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

    @Test
    void pillsAreSpoken() throws Exception {
        String text =
                onFx(
                        () -> {
                            LayerStack stack = stack();
                            Pill pill = new Pill("in 5 images", "Also in a, b, c and d");
                            stack.setStep(0, stack.getSteps().getFirst().withPills(List.of(pill)));
                            stack.setSelected(0);
                            return (String)
                                    stack.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                        });
        assertTrue(text.endsWith("1 with new metadata, in 5 images"), text);
    }

    /** One picture of a high stack is far below a frame, whatever is selected. */
    @Test
    void aHundredStepsArePaintedWithinAFrame() throws Exception {
        long nanos =
                onFx(
                        () -> {
                            LayerStack stack = stack();
                            List<Step> steps = new ArrayList<>();
                            for (int i = 0; i < 127; i++) {
                                steps.add(step(i, i, "RUN", 1000L * i));
                            }
                            stack.setSteps(steps);
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
}
