package dev.stratoscope.app.view;

import javafx.scene.input.KeyEvent;

/** A node that has use for keys that would otherwise do something in the window. */
@FunctionalInterface
public interface KeyTaker {
    /** Whether it wants a key that was pressed while it had the keyboard. */
    boolean takes(KeyEvent event);
}
