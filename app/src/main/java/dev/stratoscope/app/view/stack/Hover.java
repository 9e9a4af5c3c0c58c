package dev.stratoscope.app.view.stack;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** What the pointer rests on, and the tooltip that tells about it. */
final class Hover {
    private final Node owner;
    private final Tooltip tooltip = new Tooltip();
    private int index = -1;

    Hover(Node owner) {
        this.owner = owner;
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(420);
        tooltip.setShowDelay(Duration.millis(500));
        tooltip.setShowDuration(Duration.INDEFINITE);
    }

    /** Index of the step under the pointer, or -1 for none. */
    int index() {
        return index;
    }

    /** Moves to a step and what to tell about it; returns whether it is another one. */
    boolean over(int step, String tip) {
        tooltip.setText(tip);
        if (index < 0) {
            Tooltip.install(owner, tooltip);
        }
        boolean other = index != step;
        index = step;
        return other;
    }

    /** Moves off every step; returns whether there was one. */
    boolean off() {
        boolean was = index >= 0;
        if (was) {
            tooltip.hide();
            Tooltip.uninstall(owner, tooltip);
        }
        index = -1;
        return was;
    }
}
