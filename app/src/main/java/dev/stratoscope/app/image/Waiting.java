package dev.stratoscope.app.image;

import java.util.ArrayList;
import java.util.List;

/** Those who wait until all that can be shown of an image is shown. On the JavaFX thread. */
final class Waiting {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean over;

    /** Runs an action when the waiting is over; at once if it is. */
    void add(Runnable action) {
        if (over) {
            action.run();
        } else {
            actions.add(action);
        }
    }

    /** There is something to wait for again. */
    void begin() {
        over = false;
    }

    void end() {
        if (!over) {
            over = true;
            List.copyOf(actions).forEach(Runnable::run);
            actions.clear();
        }
    }
}
