package dev.stratoscope.app.view.stack;

import dev.stratoscope.app.view.Actions;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What the keyboard does to the stack. */
final class Keys {
    /** What a screen reader tells on request. */
    static final String HELP =
            "Up and Down go step by step, with Control by layers. Shift and Up or Down move what is"
                    + " compared with. Enter shows this layer only, Space what is up to here, I"
                    + " tells more, C copies the digest.";

    private final LayerStack stack;
    private final Travel travel;
    private final Tips tips;

    private Keys(LayerStack stack, Travel travel, Tips tips) {
        this.stack = stack;
        this.travel = travel;
        this.tips = tips;
    }

    /** Makes a stack listen to the keyboard. */
    static void install(LayerStack stack, Travel travel, Tips tips) {
        stack.addEventHandler(KeyEvent.KEY_PRESSED, new Keys(stack, travel, tips)::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.isAltDown() || (event.isMetaDown() && !event.isShortcutDown())) {
            return;
        }
        boolean layers = event.isShortcutDown();
        boolean plain = !layers && !event.isShiftDown();
        boolean used =
                switch (event.getCode()) {
                    case UP, KP_UP -> move(1, layers, event.isShiftDown());
                    case DOWN, KP_DOWN -> move(-1, layers, event.isShiftDown());
                    case C -> !event.isShiftDown() && copy();
                    default -> plain && press(event.getCode());
                };
        if (used) {
            event.consume();
        }
    }

    private boolean press(KeyCode code) {
        switch (code) {
            case HOME -> travel.to(0);
            case END -> travel.to(stack.getSteps().size() - 1);
            case PAGE_UP -> travel.page(1);
            case PAGE_DOWN -> travel.page(-1);
            case ENTER -> travel.layerOnly(stack.here());
            case SPACE -> travel.toggle();
            case I -> tips.explain();
            case R -> travel.goToGhost();
            case ESCAPE -> {
                return travel.leave();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Arrows stay in the stack even at its ends, lest the focus leave it by surprise. */
    private boolean move(int by, boolean layers, boolean second) {
        if (second) {
            travel.otherBy(by, layers);
        } else {
            travel.by(by, layers);
        }
        return true;
    }

    private boolean copy() {
        int index = stack.here();
        String digest = index < 0 ? "" : stack.getSteps().get(index).diffId();
        if (digest.isEmpty()) {
            return false;
        }
        Actions.copy(digest);
        return true;
    }
}
