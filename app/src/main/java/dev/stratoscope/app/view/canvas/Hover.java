package dev.stratoscope.app.view.canvas;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** What the pointer rests on, and the tooltip that tells about it. */
public final class Hover {
    private final Node owner;
    private final Tooltip tooltip = tooltip();
    private final Tooltip pinned = tooltip();
    private int index = -1;

    /** Nothing under the pointer of a node yet. */
    public Hover(Node owner) {
        this.owner = owner;
    }

    private static Tooltip tooltip() {
        Tooltip tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
        tooltip.setShowDelay(Duration.millis(500));
        tooltip.setShowDuration(Duration.INDEFINITE);
        return tooltip;
    }

    /** Index of the part under the pointer, or -1 for none. */
    public int index() {
        return index;
    }

    /** Moves to a part and what to tell about it; returns whether it is another one. */
    public boolean over(int part, String tip) {
        tooltip.setText(tip);
        if (index < 0) {
            Tooltip.install(owner, tooltip);
        }
        boolean other = index != part;
        index = part;
        return other;
    }

    /** Moves off every part; returns whether there was one. */
    public boolean off() {
        boolean was = index >= 0;
        if (was) {
            tooltip.hide();
            Tooltip.uninstall(owner, tooltip);
        }
        index = -1;
        return was;
    }

    /**
     * Shows a tip at once for who has no pointer, or takes it away when it is there.
     *
     * @param x from the owner's left edge
     * @param y from its top
     */
    public void pin(String tip, double x, double y) {
        if (pinned.isShowing()) {
            pinned.hide();
            return;
        }
        Point2D at = owner.localToScreen(x, y);
        if (at != null) {
            pinned.setText(tip);
            pinned.show(owner, at.getX(), at.getY());
        }
    }

    /** Takes away the tip that was shown at once. */
    public void unpin() {
        pinned.hide();
    }
}
