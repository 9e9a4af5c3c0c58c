package dev.stratoscope.app.view;

import org.jspecify.annotations.Nullable;

/**
 * That something was done, for a person who may want to follow it up. Immutable.
 *
 * @param words what was done, one line: {@code Extracted 312 files to /home/me}
 * @param action what a button offers; null for no button
 * @param run what the button does; on the JavaFX thread
 * @param undoes whether the button takes back what was done, so that Ctrl+Z presses it
 */
public record Notice(String words, @Nullable String action, Runnable run, boolean undoes) {
    /** A notice that offers nothing. */
    public static Notice of(String words) {
        return new Notice(words, null, () -> {}, false);
    }

    /** A notice that offers to go on from there. */
    public static Notice of(String words, String action, Runnable run) {
        return new Notice(words, action, run, false);
    }

    /** A notice that offers to take back what was done. */
    public static Notice undoable(String words, Runnable back) {
        return new Notice(words, "Undo", back, true);
    }
}
