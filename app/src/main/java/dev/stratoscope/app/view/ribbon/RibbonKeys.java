package dev.stratoscope.app.view.ribbon;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What the keyboard does to the ribbons. */
final class RibbonKeys {
    /** What a screen reader tells on request. */
    static final String HELP =
            "Up and Down go from step to step. Enter selects one, Escape all of them again. I"
                    + " tells more.";

    private final RibbonStacks stacks;

    private RibbonKeys(RibbonStacks stacks) {
        this.stacks = stacks;
    }

    /** Makes stacks listen to the keyboard. */
    static void install(RibbonStacks stacks) {
        stacks.addEventHandler(KeyEvent.KEY_PRESSED, new RibbonKeys(stacks)::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean plain =
                !event.isShiftDown()
                        && !event.isAltDown()
                        && !event.isControlDown()
                        && !event.isMetaDown();
        if (plain && press(event.getCode())) {
            event.consume();
        }
    }

    /** Arrows stay in the stacks even at their ends, lest the focus leave them by surprise. */
    private boolean press(KeyCode code) {
        int here = stacks.cursor();
        switch (code) {
            case UP, KP_UP -> stacks.moveTo(here + 1);
            case DOWN, KP_DOWN -> stacks.moveTo(here - 1);
            case PAGE_UP -> stacks.page(1);
            case PAGE_DOWN -> stacks.page(-1);
            case HOME -> stacks.moveTo(0);
            case END -> stacks.moveTo(Integer.MAX_VALUE);
            case ENTER, SPACE -> stacks.choose(here);
            case I -> stacks.explain();
            case ESCAPE -> {
                return stacks.clear();
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
