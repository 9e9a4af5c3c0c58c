package dev.stratoscope.app.view.stack;

import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * The mouse wheel moves through the steps: a notch is a step, with the shortcut key a layer, with
 * Shift a step of the second thumb. The view follows; who only wants to look elsewhere has the
 * scroll bar. The small movements of a touch pad add up to notches.
 */
final class Wheel {
    private final Travel travel;
    private double notches;

    private Wheel(Travel travel) {
        this.travel = travel;
    }

    /** Makes a stack listen to the wheel. */
    static void install(LayerStack stack, Travel travel) {
        Wheel wheel = new Wheel(travel);
        stack.addEventHandler(ScrollEvent.SCROLL, wheel::scrolled);
        stack.addEventHandler(MouseEvent.MOUSE_EXITED, event -> wheel.notches = 0);
    }

    private void scrolled(ScrollEvent event) {
        event.consume();
        if (event.isInertia()) {
            return;
        }
        // With Shift down, systems tell of an upright wheel as of one that lies.
        boolean lies = event.isShiftDown() && event.getDeltaY() == 0;
        double delta = lies ? event.getDeltaX() : event.getDeltaY();
        double notch = lies ? event.getMultiplierX() : event.getMultiplierY();
        if (delta == 0) {
            return;
        }
        if (Math.signum(delta) != Math.signum(notches)) {
            notches = 0;
        }
        notches += delta / (notch > 0 ? notch : 40);
        int whole = (int) notches;
        notches -= whole;
        if (whole != 0 && event.isShiftDown()) {
            travel.otherBy(whole, event.isShortcutDown());
        } else if (whole != 0) {
            travel.by(whole, event.isShortcutDown());
        }
    }
}
