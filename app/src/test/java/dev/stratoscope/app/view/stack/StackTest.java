package dev.stratoscope.app.view.stack;

import dev.stratoscope.model.diff.ChangeCounts;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.junit.jupiter.api.BeforeAll;

import java.util.List;
import java.util.concurrent.FutureTask;

/** A stack of five steps on JavaFX's headless platform, with keys, a mouse and a wheel. */
abstract class StackTest {
    static final double WIDTH = 312;
    static final double HEIGHT = 600;

    /** What is done with a stack, and what comes of it. */
    @FunctionalInterface
    interface Work<T> {
        T on(LayerStack stack) throws Exception;
    }

    @BeforeAll
    static void start() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException e) {
            // Another test has started it.
        }
        Platform.setImplicitExit(false);
    }

    /** Does something with a stack on the JavaFX thread. */
    static <T> T onStack(Work<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(() -> work.on(stack()));
        Platform.runLater(task);
        return task.get();
    }

    static Step step(int history, int layer, String keyword, long size) {
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
    static LayerStack stack() {
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

    static void press(LayerStack stack, KeyCode code, boolean control) {
        Event.fireEvent(
                stack,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    static void shiftPress(LayerStack stack, KeyCode code) {
        Event.fireEvent(
                stack, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, true, false, false, false));
    }

    /** Turns the wheel by so many pixels of 40 a notch. */
    static void wheel(LayerStack stack, double pixels, boolean shift) {
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

    static void click(LayerStack stack, double x, double y, int count) {
        click(stack, x, y, count, false);
    }

    static void click(LayerStack stack, double x, double y, int count, boolean shortcut) {
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

    static double middle(LayerStack stack, int index) {
        Geometry geometry = stack.geometry();
        return geometry.layout().slots().get(index).middle() + geometry.shift();
    }
}
