package dev.stratoscope.app.view;

import javafx.scene.Node;

/**
 * Where a view tells that something was done: a bar over the window's lower left corner, for eight
 * seconds. On the JavaFX thread.
 */
@FunctionalInterface
public interface Notices {
    /** Shows a notice. */
    void say(Notice notice);

    /** Says that something was done. */
    default void say(String words) {
        say(Notice.of(words));
    }

    /** Says that something was done, and offers to go on from there. */
    default void say(String words, String action, Runnable run) {
        say(Notice.of(words, action, run));
    }

    /** Says that something was done, and offers to take it back. */
    default void offerUndo(String words, Runnable back) {
        say(Notice.undoable(words, back));
    }

    /** The notices of the window a node is in when it speaks; of one in no window nobody hears. */
    static Notices from(Node node) {
        return notice -> node.fireEvent(new NoticeEvent(notice));
    }
}
