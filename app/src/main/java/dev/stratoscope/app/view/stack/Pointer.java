package dev.stratoscope.app.view.stack;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What the mouse does to the stack: click, double-click, scrub, hover and scroll. */
final class Pointer {
    private final LayerStack stack;
    private boolean scrubbing;

    private Pointer(LayerStack stack) {
        this.stack = stack;
    }

    /** Makes a stack listen to the mouse. */
    static void install(LayerStack stack) {
        new Pointer(stack).listen();
    }

    private void listen() {
        stack.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        stack.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        stack.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> scrubbing = false);
        stack.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        stack.addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> stack.hover(event.getX(), event.getY()));
        stack.addEventHandler(MouseEvent.MOUSE_EXITED, event -> stack.hover(-1, -1));
        stack.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        stack.requestFocus();
        if (stack.geometry().inLane(event.getX())) {
            scrubbing = true;
            stack.choose(stack.geometry().nearest(event.getY()));
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (scrubbing) {
            stack.choose(stack.geometry().nearest(event.getY()));
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || stack.geometry().inLane(event.getX())) {
            return;
        }
        int index = stack.geometry().stepAt(event.getX(), event.getY());
        if (index < 0) {
            return;
        }
        if (event.getClickCount() == 2) {
            stack.layerOnly(index);
        } else if (event.isStillSincePress()) {
            stack.choose(index);
        }
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        if (stack.scrollBy(-event.getDeltaY())) {
            event.consume();
        }
    }
}
