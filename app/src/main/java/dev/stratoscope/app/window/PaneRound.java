package dev.stratoscope.app.window;

import dev.stratoscope.app.view.Focus;

import javafx.scene.Node;

import java.util.List;
import java.util.function.Supplier;

/** Goes round the panes of the window with the keyboard. */
final class PaneRound {
    private final Supplier<List<Node>> panes;

    /**
     * A round.
     *
     * @param panes those there are when one goes, in order
     */
    PaneRound(Supplier<List<Node>> panes) {
        this.panes = panes;
    }

    /**
     * Goes on to the next pane that takes the keyboard.
     *
     * @param by 1 for the next, -1 for the one before
     */
    void step(int by) {
        List<Node> all = panes.get();
        int at = -1;
        for (int i = 0; i < all.size(); i++) {
            at = Focus.isIn(all.get(i)) ? i : at;
        }
        int from = at < 0 && by < 0 ? 0 : at;
        for (int i = 1; i <= all.size(); i++) {
            if (Focus.into(all.get(Math.floorMod(from + by * i, all.size())))) {
                return;
            }
        }
    }
}
