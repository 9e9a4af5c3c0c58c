package dev.stratoscope.app.view.stack;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** What the mouse does to the stack: click, double-click, scrub and hover. */
final class Pointer {
    private final LayerStack stack;
    private final Travel travel;
    private boolean scrubbing;
    private boolean scrubsOther;

    private Pointer(LayerStack stack, Travel travel) {
        this.stack = stack;
        this.travel = travel;
    }

    /** Makes a stack listen to the mouse. */
    static void install(LayerStack stack, Travel travel) {
        new Pointer(stack, travel).listen();
    }

    private void listen() {
        stack.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        stack.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        stack.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> scrubbing = false);
        stack.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        stack.addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> stack.hover(event.getX(), event.getY()));
        stack.addEventHandler(MouseEvent.MOUSE_EXITED, event -> stack.hover(-1, -1));
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        stack.requestFocus();
        if (stack.geometry().inLane(event.getX())) {
            int nearest = stack.geometry().nearest(event.getY());
            scrubbing = true;
            scrubsOther = nearest == stack.other() && nearest != stack.here();
            scrub(nearest, event.isShortcutDown());
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (scrubbing) {
            scrub(stack.geometry().nearest(event.getY()), event.isShortcutDown());
            event.consume();
        }
    }

    private void scrub(int index, boolean compares) {
        if (scrubsOther || compares) {
            travel.compareWith(index);
        } else {
            travel.to(index);
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || stack.geometry().inLane(event.getX())) {
            return;
        }
        if (stack.geometry().isGhost(event.getX(), event.getY())) {
            travel.goToGhost();
            event.consume();
            return;
        }
        int index = stack.geometry().stepAt(event.getX(), event.getY());
        if (index < 0) {
            return;
        }
        if (event.isShortcutDown()) {
            travel.compareWith(index);
        } else if (event.getClickCount() == 2) {
            travel.layerOnly(index);
        } else if (event.isStillSincePress()) {
            travel.to(index);
        }
        event.consume();
    }
}
