package dev.stratoscope.app.view.stack;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;

import java.util.List;

/** What the keyboard does to the stack. */
final class Keys {
    private final LayerStack stack;

    private Keys(LayerStack stack) {
        this.stack = stack;
    }

    /** Makes a stack listen to the keyboard. */
    static void install(LayerStack stack) {
        stack.addEventHandler(KeyEvent.KEY_PRESSED, new Keys(stack)::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.isAltDown() || (event.isMetaDown() && !event.isShortcutDown())) {
            return;
        }
        boolean layers = event.isShortcutDown();
        boolean plain = !layers && !event.isShiftDown();
        boolean used =
                switch (event.getCode()) {
                    case UP, KP_UP -> !event.isShiftDown() && move(1, layers);
                    case DOWN, KP_DOWN -> !event.isShiftDown() && move(-1, layers);
                    case HOME -> plain && go(0);
                    case END -> plain && go(stack.getSteps().size() - 1);
                    case ENTER -> plain && only();
                    case SPACE -> plain && toggle();
                    case C -> plain && copy();
                    default -> false;
                };
        if (used) {
            event.consume();
        }
    }

    /** Arrows stay in the stack even at its ends, lest the focus leave it by surprise. */
    private boolean move(int by, boolean layers) {
        List<Step> steps = stack.getSteps();
        int index = stack.here() + by;
        while (layers && index >= 0 && index < steps.size() && steps.get(index).empty()) {
            index += by;
        }
        if (index >= 0 && index < steps.size()) {
            stack.choose(index);
        }
        return true;
    }

    private boolean go(int index) {
        stack.choose(index);
        return true;
    }

    private boolean only() {
        if (stack.here() >= 0) {
            stack.layerOnly(stack.here());
        }
        return true;
    }

    private boolean toggle() {
        boolean here = stack.getScope() == Scope.UP_TO_HERE;
        stack.setScope(here ? Scope.THIS_LAYER : Scope.UP_TO_HERE);
        return true;
    }

    private boolean copy() {
        int index = stack.here();
        String digest = index < 0 ? "" : stack.getSteps().get(index).diffId();
        if (digest.isEmpty()) {
            return false;
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(digest);
        Clipboard.getSystemClipboard().setContent(content);
        return true;
    }
}
