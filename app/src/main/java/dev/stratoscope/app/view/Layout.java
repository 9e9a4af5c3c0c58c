package dev.stratoscope.app.view;

import javafx.scene.Scene;

/** When the parts of a window have their places. On the JavaFX thread. */
public final class Layout {
    private Layout() {}

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
