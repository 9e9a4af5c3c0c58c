package dev.stratoscope.app.view;

import javafx.scene.Node;
import javafx.scene.Scene;

/** When the parts of a window have their places. On the JavaFX thread. */
public final class Layout {
    private Layout() {}

    /**
     * Arranges a part anew that came to be of another size: at once the first time, else after the
     * layout that it is in the middle of, which would not see the change.
     *
     * @param before how wide or high it was
     */
    public static void arrange(Node part, Number before, Runnable act) {
        Scene scene = part.getScene();
        if (scene == null || before.doubleValue() <= 0) {
            act.run();
        } else {
            after(scene, act);
        }
    }

    /** Does something once, after the parts of a scene were laid out next. */
    public static void after(Scene scene, Runnable act) {
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        act.run();
                    }
                });
    }
}
